import Arena
import HTTPTypes
import Hummingbird
import Phrases

/// Answers 429 to an address that sends more than its share; see ``RequestBuckets``.
///
/// This machine's own requests are not counted, unless a proxy on it names somebody else.
struct TrafficLimit: RouterMiddleware {
    private let buckets: Buckets

    init(_ limits: Settings.Traffic) {
        buckets = Buckets(limits)
    }

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        if let client = context.client, !client.isLoopback,
            let seconds = await buckets.take(Self.kind(of: request), from: client.prefix)
        {
            throw Self.refusal(after: seconds)
        }
        return try await next(request, context)
    }

    /// The refusal of whoever sends too much.
    static func refusal(after seconds: Int) -> Problem {
        Problem(
            code: "rate-limited", status: .tooManyRequests, title: "Too many requests",
            detail: """
                Your address sent more than a minute has room for. Try again in \(seconds) s.
                """, retryAfter: seconds)
    }

    /// What a request is for, by its method and the words of its path.
    static func kind(of request: Request) -> RequestBuckets.Kind {
        guard request.method != .get, request.method != .head else { return .read }
        let words = request.uri.path.split(separator: "/")
        if words.last == "vote" { return .vote }
        let opens = words == ["b"] || words == ["api", "v1", "battles"]
        return opens || words.last == "turns" || words.last == "retry" ? .opening : .change
    }

    private actor Buckets {
        private var buckets: RequestBuckets

        init(_ limits: Settings.Traffic) {
            buckets = RequestBuckets(perMinute: [
                .opening: limits.openingsPerMinute, .vote: limits.votesPerMinute,
                .change: limits.changesPerMinute, .read: limits.readsPerMinute,
            ])
        }

        func take(_ kind: RequestBuckets.Kind, from prefix: [UInt8]) -> Int? {
            buckets.take(kind, from: prefix, at: .now)
        }
    }
}
