import Arena
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The files for everyone, `/api/v1/exports/{set}.{format}`, written while they are sent.
struct ExportRoutes: Sendable {
    let store: any Store
    let ratings: RatingService
    let roster: Roster

    /// What there is to take.
    enum Subject: String, CaseIterable {
        case votes, battles, ratings
    }

    /// Adds the route below `/api/v1`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.get("exports/{file}", use: export)
    }

    private func export(_ request: Request, context: ArenaContext) async throws -> Response {
        let file = try context.parameters.require("file")
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let subject = Subject(rawValue: String(parts[0])),
            let format = ExportFormat(rawValue: String(parts[1]))
        else { throw HTTPError(.notFound) }
        let pool = try request.pool()
        let snapshot =
            subject == .ratings ? try await snapshot(of: pool ?? roster.pool) : nil
        var headers: HTTPFields = [
            .contentType: format == .csv
                ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8"
        ]
        headers[.contentDisposition] =
            "attachment; filename=\"\(subject.rawValue).\(format.rawValue)\""
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                let reader = ExportReader.everyone(at: Date())
                var writing = writer
                let write = { (text: String) async throws in
                    guard !text.isEmpty else { return }
                    try await writing.write(ByteBuffer(string: text))
                }
                switch subject {
                case .votes:
                    _ = try await VoteExport(store: store, pool: pool, for: reader)
                        .write(as: format, to: write)
                case .battles:
                    _ = try await BattleExport(store: store, pool: pool, for: reader)
                        .write(as: format, to: write)
                case .ratings:
                    guard let snapshot else { break }
                    _ = try await RatingExport(snapshot).write(as: format, to: write)
                }
                try await writer.finish(nil)
            })
    }

    private func snapshot(of pool: Pool) async throws -> Snapshot {
        guard let snapshot = await ratings.published(of: pool)?.snapshot else {
            throw ArenaError.noSnapshot
        }
        return snapshot
    }
}

extension Request {
    /// The pool asked for; `nil` for none in particular.
    fileprivate func pool() throws(ArenaError) -> Pool? {
        guard let word = uri.queryParameters["pool"] else { return nil }
        guard let pool = Pool(rawValue: String(word)) else {
            throw .invalid(field: "pool", reason: "It is real or practice.")
        }
        return pool
    }
}
