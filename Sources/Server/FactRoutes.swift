import Catalogue
import Comparisons
import Evidence
import Foundation
import Hummingbird
import Phrases

/// Single facts by their address, `/api/v1/facts`.
struct FactRoutes: Sendable {
    let desk: FactDesk

    /// Adds the route below `/api/v1`. An address holds slashes, as they are or percent-encoded.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("facts/**") { request, context in
            let parts = context.parameters.getCatchAll().map { $0.removingPercentEncoding }
            let id = parts.compactMap(\.self).joined(separator: "/")
            return try await answer(id, request)
        }
    }

    private func answer(_ id: String, _ request: Request) async throws -> Response {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isMeasured = parts.first == "measured"
        guard parts.count > 1, let record = desk.directory.catalogue[parts[isMeasured ? 1 : 0]]
        else { throw UnknownFact(id: id) }
        if isMeasured { return try await measured(id, of: record, request) }
        let tag = "\"fact-\(desk.edition)\""
        if let fact = record.addressedFact(id) {
            return try JSONBody(OneFactDocument(fact, of: record)).cached(by: tag, request)
        }
        guard let field = Field(rawValue: parts.dropFirst().joined(separator: "/")) else {
            throw UnknownFact(id: id)
        }
        return try JSONBody(OneFactDocument(unsourced: field, of: record)).cached(by: tag, request)
    }

    private func measured(
        _ id: String, of record: ModelRecord, _ request: Request
    ) async throws -> Response {
        let portrait = await desk.portrait(
            of: record,
            settings: ComparisonSettings(today: desk.today, minimumVotes: desk.minimumVotes))
        guard let document = OneFactDocument(measured: id, in: portrait) else {
            throw UnknownFact(id: id)
        }
        return try JSONBody(document).response()
    }
}

/// That nothing stands at the address of a fact.
struct UnknownFact: Error {
    /// The address asked for.
    let id: String

    /// The row of the table of problems.
    var problem: Problem {
        Problem(
            code: "unknown-fact", status: .notFound, title: "There is no such fact",
            detail: """
                Nothing is known at \(String(id.prefix(200))). Addresses are the paths under "facts" in the \
                JSON of a comparison or a model, and measured/{model}/{measure}.
                """)
    }
}
