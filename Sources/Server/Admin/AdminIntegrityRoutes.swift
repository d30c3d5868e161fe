import Arena
import Hummingbird
import Pages
import Phrases

import struct Foundation.Date

/// `/admin/integrity`: voters whose votes the detectors took out.
struct AdminIntegrityRoutes: Sendable {
    private static let limit = 100
    private static let days = 30.0

    let admin: AdminFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/integrity", use: admin.route(list))
        router.get("admin/integrity/{number}", use: admin.route(ask))
        router.post("admin/integrity/{number}", use: admin.route(decide))
    }

    /// Adds the JSON twin below `/api/v1/admin`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.get("integrity", use: admin.route(document))
    }

    private func list(_ visit: AdminVisit) async throws -> Response {
        let rows = try await found(visit).map {
            IntegrityPage.Row($0, voter: admin.pseudonym(of: $0.voter))
        }
        let influence = try await admin.store.influenceFigures(
            since: Date().addingTimeInterval(-Self.days * 86_400))
        return await admin.respond(
            IntegrityPage(
                rows, next: rows.count == Self.limit ? rows.last?.noted.number : nil,
                rules: admin.operation.integrity, influence: influence), to: visit)
    }

    private func found(_ visit: AdminVisit) async throws -> [NotedSuspicion] {
        try await admin.store.suspicions(before: visit.before, limit: Self.limit)
    }

    private func ask(_ visit: AdminVisit) async throws -> Response {
        let (number, decision) = try Self.choice(visit, visit.query)
        let restores = decision == .cleared
        let page = ConfirmPage(
            restores ? "Count these votes again?" : "Keep these votes out?", in: .integrity,
            changes: [
                restores
                    ? .init("suspicion \(number)", from: "not counted", to: "counted")
                    : .init("suspicion \(number)", from: "unsettled", to: "confirmed")
            ],
            sentences: restores
                ? ["The detectors leave this voter alone from then on."]
                : [
                    "Nothing is deleted: the decision is kept with its reason and can be taken back."
                ],
            fields: [("decision", decision.rawValue)],
            button: restores ? "Restore" : "Confirm")
        return await admin.respond(page, to: visit)
    }

    private static func choice(
        _ visit: AdminVisit, _ fields: [String: String]
    ) throws -> (number: Int64, decision: NotedSuspicion.Decision) {
        guard let number = Int64(try visit.parameter("number")),
            let decision = fields["decision"].flatMap(NotedSuspicion.Decision.init),
            decision != .open
        else {
            throw ArenaError.invalid(field: "decision", reason: "It is cleared or confirmed.")
        }
        return (number, decision)
    }

    private func decide(_ visit: AdminVisit) async throws -> Response {
        let (number, decision) = try Self.choice(visit, try await admin.form(visit))
        let pools = try await admin.store.decide(
            decision, on: number,
            logging: visit.entry(
                decision == .cleared ? .votesRestored : .votesExcluded, "suspicion \(number)",
                from: "not counted (quarantine)",
                to: decision == .cleared ? "counted" : "not counted (confirmed)"))
        for pool in pools { await admin.frame.parts.ratings.noteRulings(in: pool) }
        return .seeOther("/admin/integrity")
    }

    private struct Item: Encodable {
        let number: Int64
        let voter: String
        let detector: String
        let figure: Double
        let votes: Int
        let note: String
        let at: Date
        let decision: String
    }

    private func document(_ visit: AdminVisit) async throws -> Response {
        let items = try await found(visit).map {
            Item(
                number: $0.number, voter: admin.pseudonym(of: $0.voter),
                detector: $0.found.detector.rawValue, figure: $0.found.figure,
                votes: $0.found.votes, note: $0.note, at: $0.at, decision: $0.decision.rawValue)
        }
        let next = items.count == Self.limit ? items.last?.number : nil
        return try JSONBody(AdminDocumentRoutes.Page(items: items, next: next)).response()
    }
}
