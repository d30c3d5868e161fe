import Arena
import HTTPTypes
import Hummingbird

/// Finds out from which address a request comes and whether by TLS, once, by one rule.
struct ClientMiddleware: RouterMiddleware {
    let rule: AccessRule
    /// Whether browsers reach the arena by TLS alone, as its public address says.
    let isPublicByTLS: Bool

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let peer = context.peer.flatMap({ NetworkAddress($0) }) {
            context.client = rule.client(
                behind: peer, forwarded: request.headers[values: .forwardedFor])
            context.isSecure = rule.isByTLS(
                from: peer, forwarded: request.headers[values: .forwardedProto])
        }
        context.isSecure = context.isSecure || isPublicByTLS
        return try await next(request, context)
    }
}

/// Gives cookies the strict name and the mark `Secure` wherever browsers come by TLS.
///
/// Everything inside knows a cookie by its plain name. A browser takes `__Host-` names by TLS from
/// this very host only, so nobody beside it can plant one; plain ones are not looked at then.
struct SecureCookies: RouterMiddleware {
    private static let start = "__Host-"
    private static let own = "arena_"

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        guard context.isSecure else { return try await next(request, context) }
        var head = request.head
        head.headerFields[values: .cookie] = request.headers[values: .cookie].map(Self.plain)
        var response = try await next(Request(head: head, body: request.body), context)
        response.headers[values: .setCookie] = response.headers[values: .setCookie].map(Self.strict)
        return response
    }

    /// The strict cookies under their plain names, and none of ours that came under a plain one.
    private static func plain(_ line: String) -> String {
        line.split(separator: ";").map { $0.drop { $0 == " " } }
            .filter { !$0.hasPrefix(own) }
            .map { $0.hasPrefix(start + own) ? $0.dropFirst(start.count) : $0 }
            .joined(separator: "; ")
    }

    private static func strict(_ line: String) -> String {
        guard line.hasPrefix(own) else { return line }
        return start + line + (line.lowercased().contains("; secure") ? "" : "; Secure")
    }
}

extension HTTPField.Name {
    static let forwardedFor = Self("X-Forwarded-For") ?? .via
    static let forwardedProto = Self("X-Forwarded-Proto") ?? .via
}
