import Arena
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Phrases

/// What every page route needs: the context a page is rendered in, and the response around it.
struct PageFrame: Sendable {
    let parts: ServerParts

    /// The context of a page for this request.
    func context(_ request: Request, voter: VoterID?) async -> PageContext {
        let snapshot = await parts.ratings.published(of: parts.roster.pool)?.snapshot
        var context = PageContext(
            preferences: preferences(of: request), isPractice: parts.roster.isPractice,
            version: parts.version, token: token(of: voter), path: request.uri.path,
            stamp: snapshot.map(PageContext.Stamp.init), say: phrases(of: request),
            languages: parts.phrasebooks.languages, origin: origin(of: request))
        context.categories = parts.ratings.categories
        if parts.operation.rule.access == .invited {
            context.canVote = (try? await parts.gate.allowsVoting(by: voter)) ?? false
        }
        return context
    }

    /// Who may be chosen for a battle.
    var choices: [(id: String, name: String)] {
        parts.roster.inPlay.map { ($0.id.text, $0.name) }
    }

    /// Scheme and host by which this page is reached, for the full addresses it holds.
    func origin(of request: Request) -> String {
        if let publicURL = parts.publicURL { return publicURL }
        let host = request.head.authority ?? ""
        return "http://\(Self.isPlain(host) ? host : "localhost")"
    }

    /// Whether a host's name is made of what names and numbers are made of: it stands in links.
    private static func isPlain(_ host: String) -> Bool {
        (1...253).contains(host.utf8.count)
            && host.utf8.allSatisfy { byte in
                (0x30...0x3A).contains(byte) || (0x41...0x5B).contains(byte)
                    || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5D, 0x5F].contains(byte)
            }
    }

    /// A page with forms on it: a visitor becomes a voter here, so that they are tied to this
    /// browser.
    func respondAsVoter(
        _ page: some Page, cookie: VoterCookie, to request: Request, context: ArenaContext
    ) async -> Response {
        let voter = context.voter ?? VoterID()
        var response = await respond(page, to: request, voter: voter)
        if context.voter == nil { response.setCookie(cookie.cookie(for: voter)) }
        return response
    }

    /// What the visitor chose about the pages.
    func preferences(of request: Request) -> Preferences {
        request.preferences
    }

    /// The words in the language the visitor chose, else in the one his browser asks for.
    func phrases(of request: Request) -> Phrasebook {
        let chosen = preferences(of: request).language.flatMap(parts.phrasebooks.book(for:))
        return chosen
            ?? parts.phrasebooks.book(accepting: request.headers[.acceptLanguage] ?? "")
    }

    /// The words asked for by `?lang=`, for files that caches keep; English where none are.
    func phrases(by query: Request) -> Phrasebook {
        query.uri.queryParameters["lang"].flatMap { parts.phrasebooks.book(for: String($0)) }
            ?? .english
    }

    /// A page as a response.
    func respond(
        _ page: some Page, status: HTTPResponse.Status = .ok, to request: Request,
        voter: VoterID?
    ) async -> Response {
        Self.response(page, in: await context(request, voter: voter), status: status)
    }

    /// A page in a context as a response.
    static func response(
        _ page: some Page, in context: PageContext, status: HTTPResponse.Status
    ) -> Response {
        let document = page.document(in: context)
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentLanguage: context.say.language.code, .vary: "Cookie, Accept-Language",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes)))
    }

    /// The page of a problem.
    func page(
        for problem: Problem, keeping text: String? = nil, request: Request,
        context: ArenaContext
    ) async -> Response {
        let isInternal = problem.status == .internalServerError
        let page = ProblemPage(
            status: problem.status.code, title: Saying(phrase: problem.title),
            detail: problem.detail,
            keptText: text, reference: isInternal ? context.id : nil,
            retryAfter: problem.retryAfter,
            nearest: problem.status == .notFound
                ? NearPages(desk: parts.desk).near(request.uri.path) : [])
        var response = await respond(
            page, status: problem.status, to: request, voter: context.voter)
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// The token that this voter's forms carry; empty for a visitor without a cookie.
    func token(of voter: VoterID?) -> String {
        voter.map { parts.key.sign($0.text, for: .form) } ?? ""
    }

    /// The key that opens the two frames of a battle without a cookie.
    func frameKey(of battle: BattleID) -> String {
        parts.key.sign(battle.text, for: .frame)
    }

    /// Reads a submitted form and checks that it comes from one of this voter's pages.
    ///
    /// - Throws: ``FormRefusal`` without a cookie or with a token that is not this voter's, and
    ///   ``ArenaError`` for a body that is no form.
    func form(_ request: Request, context: ArenaContext) async throws -> (VoterID, [String: String])
    {
        let fields = try await request.form(upTo: context.maxUploadSize)
        guard let voter = context.voter,
            parts.key.verify(fields["token"] ?? "", of: voter.text, for: .form)
        else { throw FormRefusal(text: fields["prompt"]) }
        return (voter, fields)
    }
}

/// A form that does not come from one of the visitor's own pages.
struct FormRefusal: Error {
    /// What the visitor had written, to be given back.
    let text: String?

    static let problem = Problem(
        code: "form-token", status: .forbidden, title: "This form is too old",
        detail: "The page was open for long, or this browser keeps no cookies. Send it again.")
}

extension Request {
    /// What the visitor chose about the pages.
    var preferences: Preferences {
        Preferences(cookie: cookies[Preferences.cookieName]?.value)
    }
}

extension Response {
    /// Sends the browser on to a page with GET.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
