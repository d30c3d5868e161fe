import Arena
import HTTPTypes
import Hummingbird

/// The API of ratings, `/api/v1/leaderboard`.
struct LeaderboardRoutes: Sendable {
    let ratings: RatingService
    let roster: Roster
    let minimumVotes: Int

    /// Adds the route below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("leaderboard", use: show)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let pool = try Self.pool(of: request) ?? roster.pool
        guard let snapshot = await ratings.snapshot(of: pool) else { throw ArenaError.noSnapshot }
        let tag = "\"\(snapshot.id)-\(pool.rawValue)\""
        guard request.headers[.ifNoneMatch] != tag else {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = try JSONBody(LeaderboardDocument(snapshot, minimumVotes: minimumVotes))
            .response()
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "public, max-age=60, stale-while-revalidate=600"
        return response
    }

    /// The pool asked for in `?pool=`; `nil` when none is.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for another word.
    static func pool(of request: Request) throws(ArenaError) -> Pool? {
        guard let word = request.uri.queryParameters["pool"] else { return nil }
        guard let pool = Pool(rawValue: String(word)) else {
            throw .invalid(field: "pool", reason: "It is real or practice.")
        }
        return pool
    }
}
