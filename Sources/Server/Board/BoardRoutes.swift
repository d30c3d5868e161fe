import Arena
import Evidence
import Foundation
import HTTPTypes
import Hummingbird

/// The API of ratings below `/api/v1`: the board, its history, its squares, kept snapshots.
struct BoardRoutes: Sendable {
    let pages: LeaderboardRoutes
    let boards: BoardDesk

    private static let listed = 50
    private static let mostListed = 200

    /// Adds the routes below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("leaderboard") { request, _ in try await pages.document(for: request) }
        group.get("leaderboard/history", use: history)
        group.get("matrix", use: matrix)
        group.get("snapshots", use: list)
        group.get("snapshots/{id}", use: snapshot)
    }

    private func history(_ request: Request, context: ArenaContext) async throws -> Response {
        let query = request.uri.queryParameters
        guard let name = query["model"], let contender = ContenderID(String(name)) else {
            throw ArenaError.invalid(field: "model", reason: "It is the short name of a model.")
        }
        let from = try day(query["from"].map(String.init), "from") ?? .distantPast
        let to = try day(query["to"].map(String.init), "to")?.addingTimeInterval(86_400)
        let points = try await boards.history(of: contender).filter {
            $0.at >= from && $0.at < to ?? .distantFuture
        }
        let body = try JSONBody(points.map(HistoryDocument.init))
        return body.cached(by: ContentTag.of(body.bytes), request)
    }

    private func day(_ text: String?, _ field: String) throws(ArenaError) -> Date? {
        guard let text, !text.isEmpty else { return nil }
        guard text.utf8.count == 10,
            let day = try? Date(text + "T00:00:00Z", strategy: .iso8601)
        else { throw .invalid(field: field, reason: "It is a day as 2026-11-21.") }
        return day
    }

    private func matrix(_ request: Request, context: ArenaContext) async throws -> Response {
        let word = request.uri.queryParameters["kind"].map(String.init) ?? "expected"
        guard let kind = MatrixDocument.Kind(rawValue: word) else {
            throw ArenaError.invalid(
                field: "kind", reason: "It is expected, observed or count.")
        }
        guard let square = try await boards.square(try BoardQuery(request)) else {
            throw ArenaError.noSnapshot
        }
        let body = try JSONBody(MatrixDocument(square, kind: kind))
        return body.cached(by: ContentTag.of(body.bytes, named: square.snapshot.id), request)
    }

    private func list(_ request: Request, context: ArenaContext) async throws -> Response {
        let query = request.uri.queryParameters
        var limit = Self.listed
        if let text = query["limit"] {
            guard let number = Int(text), (1...Self.mostListed).contains(number) else {
                throw ArenaError.invalid(field: "limit", reason: "It is 1 to \(Self.mostListed).")
            }
            limit = number
        }
        let pool = try BoardQuery(request).pool ?? boards.pool
        let found = try await boards.snapshots(
            of: pool, before: query["cursor"].map(String.init), limit: limit)
        let next = found.count == limit ? found.last?.id : nil
        var response = try JSONBody(SnapshotList(snapshots: found, next: next)).response()
        response.headers[.cacheControl] = "public, max-age=60, stale-while-revalidate=600"
        if let next, let link = HTTPField.Name("Link") {
            response.headers[link] =
                "</api/v1/snapshots?pool=\(pool.rawValue)&limit=\(limit)&cursor=\(next)>; rel=\"next\""
        }
        return response
    }

    private func snapshot(_ request: Request, context: ArenaContext) async throws -> Response {
        let found = try await boards.snapshot(
            at: try context.parameters.require("id"), pool: boards.pool)
        let body = try JSONBody(SnapshotDocument(found))
        return body.cached(by: ContentTag.of(body.bytes, named: found.id), request)
    }
}
