/// One route as the documents of the API tell it.
struct RouteNote: Sendable {
    /// What a caller sends in the address or the body.
    struct Field: Sendable {
        let name: String
        let type: String
        let meaning: String
        let isRequired: Bool

        init(_ name: String, _ type: String = "string", _ meaning: String, required: Bool = false) {
            self.name = name
            self.type = type
            self.meaning = meaning
            isRequired = required
        }
    }

    /// One answer that is no problem.
    struct Answer: Sendable {
        let status: Int
        let type: String?
        let meaning: String

        init(_ status: Int, _ type: String?, _ meaning: String) {
            self.status = status
            self.type = type
            self.meaning = meaning
        }

        static let json = "application/json"
        static let html = "text/html"
    }

    /// Whom a route is for.
    enum Audience: String, Sendable, CaseIterable {
        case battles, ratings, own, machines, pages, admin

        var title: String {
            switch self {
            case .battles: "Battles"
            case .ratings: "Ratings, models and data"
            case .own: "A voter’s own"
            case .machines: "Feeds and files"
            case .pages: "Pages and forms"
            case .admin: "Operators"
            }
        }
    }

    let method: String
    let path: String
    let audience: Audience
    let summary: String
    let query: [Field]
    let body: [Field]
    let answers: [Answer]
    let problems: [String]

    init(
        _ method: String, _ path: String, _ audience: Audience, _ summary: String,
        query: [Field] = [], body: [Field] = [], answers: [Answer], problems: [String] = []
    ) {
        self.method = method
        self.path = path
        self.audience = audience
        self.summary = summary
        self.query = query
        self.body = body
        self.answers = answers
        self.problems = problems
    }

    /// The names in braces of the path.
    var pathFields: [Field] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            return Field(name, "string", Self.meanings[name] ?? "", required: true)
        }
    }

    private static let meanings = [
        "id": "the battle’s id", "side": "a or b", "a": "a model’s slug, name or alias",
        "b": "another model’s slug, name or alias", "pair": "two slugs as one-vs-other, in order",
        "model": "a model’s slug", "figure": "a figure’s name with .svg behind",
        "file": "a name with its suffix", "name": "a provider’s name",
        "number": "a number from the list", "code": "a problem’s or a link’s code",
    ]

    /// Every route of this server but the embedded files below `/assets`.
    static let all =
        battles + sharing + receipts + ratings + board + own + machines + pages + operators
}
