package import Arena
import Charts
package import Phrases

/// `/admin/connections`: who serves models, each with a test call.
package struct ConnectionsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .connections
    /// What it is called.
    package let heading: Saying = "Connections"
    private let rows: [(connection: Connection, contenders: [String])]
    private let result: (name: String, result: CallResult)?

    /// Connections with the names of the contenders each serves, and what came of a test.
    package init(
        _ rows: [(connection: Connection, contenders: [String])],
        result: (name: String, result: CallResult)? = nil
    ) {
        self.rows = rows
        self.result = result
    }

    /// The list, the newest test above it.
    package func content(in context: PageContext) -> HTML {
        """
        \(result.map { name, result in
            """
            <p class="adminresult" role="status">\(name): \
            \(Self.words(for: result, in: context.say))</p>
            """
        })
        \(AdminTable(
            caption: "Providers",
            columns: ["Name", "Protocol", "Base URL", "Key", "Contenders", "Test"],
            rows: rows.map { cells($0.connection, $0.contenders, in: context) }
        ).markup(in: context))
        <p class="fine">\(context.say("""
            Providers and keys are set in <code>arena.yaml</code> and the environment; a key is \
            shown nowhere. A test sends one prompt of two words and asks for at most 16 tokens: a \
            provider may charge for that.
            """))</p>
        """
    }

    private func cells(
        _ connection: Connection, _ contenders: [String], in context: PageContext
    ) -> [HTML] {
        let key =
            switch connection.key {
            case .none: "none needed"
            case .set: "set"
            case .missing: "not set"
            }
        return [
            "\(connection.name)", "\(connection.wireProtocol)",
            "<code>\(connection.baseURL)</code>",
            context.say(key), "<bdi>\(contenders.joined(separator: ", "))</bdi>",
            contenders.isEmpty
                ? context.say("serves nobody")
                : """
                <form method="post" action="/admin/connections/\(connection.name)/test">\
                \(context.tokenField)<button>\(context.say("Test"))<span class="sr-only"> \(connection.name)</span>\
                </button></form>
                """,
        ]
    }

    /// What came of a test, in a neutral sentence.
    static func words(for result: CallResult, in say: Phrasebook) -> String {
        switch result {
        case .answered(let first, let seconds, let words):
            let parts = [
                "time": say.seconds(seconds, places: 2),
                "words": say.count(words, "{n} word", "{n} words"),
            ]
            guard let first else {
                return say.text("it answers. Done after {time}, {words}.", parts)
            }
            return say.text(
                "it answers. First text after {first}, done after {time}, {words}.",
                parts.merging(["first": say.seconds(first, places: 2)]) { $1 })
        case .failed(let kind, let seconds):
            return say.text(
                "no answer after {time}: {reason}",
                [
                    "time": say.seconds(seconds, places: 2),
                    "reason": say.text(Self.words(for: kind)),
                ])
        }
    }

    private static func words(for kind: ReplyFault.Kind) -> String {
        switch kind {
        case .unreachable: "no connection. Check the base URL and that the server runs."
        case .insecure: "its TLS certificate was not accepted."
        case .connectTimeout: "no connection in time."
        case .firstByteTimeout: "connected, but it sent nothing in time."
        case .stalled: "the answer stopped coming."
        case .totalTimeout: "the answer took too long."
        case .unauthorized: "the key is missing, wrong or not allowed there."
        case .rateLimited: "too many requests, or a quota is used up."
        case .unavailable: "the provider is overloaded or broken."
        case .notFound: "it does not know the model or the path."
        case .contextTooLong: "the prompt is too long for the model."
        case .refused: "it refused the request as it was built."
        case .filtered: "its filter let no text through."
        case .malformed: "what it sent is not of its protocol."
        case .brokeOff: "the answer broke off."
        case .tooLarge: "the answer was too large."
        case .empty: "the answer had no text."
        case .cancelled: "the call was given up."
        }
    }
}
