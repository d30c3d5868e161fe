import Arena
import Foundation
import Hummingbird
import Pages

/// The sections that only show: overview, budgets, fits, audit log.
struct AdminRecordRoutes: Sendable {
    let admin: AdminFrame

    private var parts: ServerParts { admin.frame.parts }

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin", use: admin.route(overview))
        router.get("admin/budgets", use: admin.route(budgets))
        router.get("admin/fits", use: admin.route(fits))
        router.get("admin/audit", use: admin.route(audit))
    }

    private func overview(_ visit: AdminVisit) async throws -> Response {
        let pool = parts.roster.pool
        let page = OverviewPage(
            figures: try await admin.store.figures(of: pool, since: visit.now.dayStart),
            budget: admin.operation.budget, snapshot: await parts.ratings.snapshot(of: pool),
            inPlay: await admin.operation.lineup.roster.inPlay.count,
            access: admin.operation.rule.access, damage: await admin.store.damage())
        return await admin.respond(page, to: visit)
    }

    private func budgets(_ visit: AdminVisit) async throws -> Response {
        let (contenders, budget) = (parts.roster.contenders, admin.operation.budget)
        var totals: [Span: [String: LedgerTotal]] = [:]
        for span in Span.allCases {
            totals[span] = try await admin.store.totals(in: span, at: visit.now)
        }
        let page = BudgetsPage(
            budget: budget, totals: totals,
            ledger: try await admin.store.ledger(
                since: visit.now.dayStart.addingTimeInterval(-6 * 86_400)),
            providers: contenders.filter { $0.pool == .real }.map(\.provider),
            unpriced: contenders.filter { $0.price == nil && !budget.isFree($0) }.map(\.name))
        return await admin.respond(page, to: visit)
    }

    private func fits(_ visit: AdminVisit) async throws -> Response {
        let page = FitsPage(
            try await admin.store.snapshots(limit: 100),
            newest: await parts.ratings.snapshot(of: parts.roster.pool)?.id)
        return await admin.respond(page, to: visit)
    }

    private func audit(_ visit: AdminVisit) async throws -> Response {
        let limit = 50
        let entries = try await admin.store.auditLog(before: visit.before, limit: limit)
        let page = AuditPage(
            entries, next: entries.count == limit ? entries.last?.number : nil)
        return await admin.respond(page, to: visit)
    }
}
