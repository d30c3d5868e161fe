import HTTPTypes
import Hummingbird
import Phrases

extension HTTPField.Name {
    static let contentTypeOptions = Self("X-Content-Type-Options")
    static let frameOptions = Self("X-Frame-Options")
    static let referrerPolicy = Self("Referrer-Policy")
    static let lastEventID = Self("Last-Event-ID")
    static let secFetchSite = Self("Sec-Fetch-Site")
    static let accelBuffering = Self("X-Accel-Buffering")
    static let openerPolicy = Self("Cross-Origin-Opener-Policy")
}

/// Puts the strict headers on every response, and keeps personal ones out of caches.
struct SecurityHeaders: RouterMiddleware {
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; "
        + "base-uri 'none'"
    /// For the two streamed documents that a battle page shows in frames of its own.
    static let framePolicy =
        "default-src 'none'; style-src 'self'; frame-ancestors 'self'; base-uri 'none'"

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        setDefault("nosniff", for: .contentTypeOptions, in: &response)
        setDefault("DENY", for: .frameOptions, in: &response)
        setDefault("same-origin", for: .referrerPolicy, in: &response)
        setDefault("same-origin", for: .openerPolicy, in: &response)
        setDefault(Self.policy, for: .contentSecurityPolicy, in: &response)
        setDefault("no-store, private", for: .cacheControl, in: &response)
        if Self.isForAnySite(request), response.status.code < 400 {
            setDefault("*", for: .accessControlAllowOrigin, in: &response)
        }
        return response
    }

    /// Whether pages of other sites may read an answer: what is public for everyone alike, read
    /// without cookies. `*` makes a browser keep back what it would know somebody by.
    private static func isForAnySite(_ request: Request) -> Bool {
        guard request.method == .get || request.method == .head else { return false }
        let path = request.uri.path
        return ["leaderboard", "pairs", "compare", "models", "facts", "exports"].contains { name in
            path == "/api/v1/\(name)" || path.hasPrefix("/api/v1/\(name)/")
        }
    }

    private func setDefault(
        _ value: String, for name: HTTPField.Name?, in response: inout Response
    ) {
        guard let name, response.headers[name] == nil else { return }
        response.headers[name] = value
    }
}

/// Refuses requests that change something and come from another site (CSRF).
///
/// A browser says where a request comes from in `Origin` and `Sec-Fetch-Site`; a program that
/// sends neither has no cookies to abuse.
struct SameOrigin: RouterMiddleware {
    /// The address people reach the arena by, where it is set: a proxy may change the host's name.
    let publicURL: String?

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else {
            return try await next(request, context)
        }
        if let name = HTTPField.Name.secFetchSite, let site = request.headers[name],
            site != "same-origin", site != "none"
        {
            return try Self.refusal.response(instance: request.uri.path)
        }
        if let origin = request.headers[.origin], !isOwn(origin, of: request) {
            return try Self.refusal.response(instance: request.uri.path)
        }
        return try await next(request, context)
    }

    private static let refusal = Problem(
        code: "other-origin", status: .forbidden, title: "The request came from another site",
        detail: "Use the arena’s own pages.")

    private func isOwn(_ origin: String, of request: Request) -> Bool {
        let authority = request.head.authority ?? ""
        return origin == "http://\(authority)" || origin == "https://\(authority)"
            || origin == publicURL
    }
}
