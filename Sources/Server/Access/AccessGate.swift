import Arena
import HTTPTypes
import Hummingbird
import Phrases

/// Tells who asks and what they may do here.
struct AccessGate: Sendable {
    let rule: AccessRule
    let store: any OperationStore
    let key: SigningKey

    /// Who asks: whom the proxy names where names are asked for, else whom the cookie names.
    ///
    /// A name becomes a voter by HMAC, so that a person is one voter on every device and the name
    /// stands nowhere beside a vote.
    func voter(of request: Request, context: ArenaContext) -> VoterID? {
        guard case .named(let header) = rule.access else { return context.voter }
        guard let name = HTTPField.Name(header),
            let user = rule.user(in: request.headers[values: name], from: context.peer)
        else { return nil }
        return VoterID(key.sign(user, for: .name))
    }

    /// Whether a voter may open battles and vote.
    func allowsVoting(by voter: VoterID?) async throws(ArenaError) -> Bool {
        rule.allowsVoting(isNamed: voter != nil, isMember: try await isMember(voter))
    }

    /// Whether a voter may read the pages.
    func allowsReading(by voter: VoterID?) async throws(ArenaError) -> Bool {
        guard rule.reading == .members else { return true }
        return rule.allowsReading(isNamed: voter != nil, isMember: try await isMember(voter))
    }

    /// Why somebody may not.
    var refusal: Problem {
        if case .named = rule.access {
            return Problem(
                code: "not-signed-in", status: .unauthorized, title: "You are not signed in",
                detail: """
                    This arena is for people who sign in in front of it, and nobody was named. \
                    Sign in there, then come back.
                    """)
        }
        return Problem(
            code: "not-invited", status: .forbidden, title: "You need an invitation",
            detail: """
                Whoever runs this arena can send you a link. Open it in this browser, then you can \
                vote.
                """)
    }

    private func isMember(_ voter: VoterID?) async throws(ArenaError) -> Bool {
        guard rule.access == .invited, let voter else { return false }
        return try await store.isMember(voter)
    }
}

/// Lets nobody act or read who may not.
///
/// What changes something needs the right to vote unless it is listed here, so that a new route,
/// or an old one in another spelling, is closed before it is opened.
struct AccessMiddleware: RouterMiddleware {
    let gate: AccessGate

    /// What strangers may send: their choices on colours, a way in, and their own data's deletion.
    private static let openToSend = [["prefs"], ["join"], ["admin"], ["me"], ["api", "v1", "me"]]
    /// What strangers may read though only members read the rest.
    private static let openToRead = [
        ["join"], ["admin"], ["assets"], ["healthz"], ["readyz"], ["metrics"], ["robots.txt"],
        ["privacy"], ["api", "v1", "admin"],
    ]

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.voter = gate.voter(of: request, context: context)
        let path = request.uri.path.split(separator: "/").map(String.init)
        let isReading = request.method == .get || request.method == .head
        let open = isReading ? Self.openToRead : Self.openToSend
        guard !open.contains(where: path.starts(with:)) else {
            return try await next(request, context)
        }
        let isAllowed =
            isReading
            ? try await gate.allowsReading(by: context.voter)
            : try await gate.allowsVoting(by: context.voter)
        guard isAllowed else { throw gate.refusal }
        return try await next(request, context)
    }
}
