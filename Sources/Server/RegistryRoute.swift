import Arena
import Hummingbird

import struct Foundation.Date

/// `/api/v1/registry`: every version of every contender that was ever put in play here.
struct RegistryRoute: Sendable {
    private let registry: Registry

    /// The route over the operator's store.
    init(store: any OperationStore) {
        registry = Registry { () async throws(ArenaError) in try await store.registry() }
    }

    /// Adds the route below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("registry", use: show)
    }

    private struct Document: Encodable {
        let versions: [Line]
    }

    private struct Line: Encodable {
        let model: String
        let name: String
        let version: String
        let pool: String
        let firstSeen: Date
        let lastVoteDay: Date?
        let votes: Int
        let status: String
        let since: Date?
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let lines = try await registry.lines().map {
            Line(
                model: $0.contender.text, name: $0.name, version: $0.version,
                pool: $0.pool.rawValue, firstSeen: $0.firstSeen, lastVoteDay: $0.lastVote,
                votes: $0.votes, status: $0.status.rawValue, since: $0.since)
        }
        return try JSONBody(Document(versions: lines)).response()
    }
}
