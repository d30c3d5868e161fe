import Arena
import Catalogue
import Foundation
import Hummingbird

/// The JSON twin of `/admin/budgets`; amounts are exact decimals of US dollars.
extension AdminDocumentRoutes {
    private struct Budgets: Encodable {
        let totals: [Total]
        let ledger: [Line]
    }

    private struct Total: Encodable {
        let span: String
        /// Absent for all providers together.
        let provider: String?
        let spentUSD: String
        let reservedUSD: String
        let ceilingUSD: String?
    }

    private struct Line: Encodable {
        let day: Date
        let provider: String
        let contender: String
        let requests: Int
        let reservedUSD: String
        let reportedUSD: String
        let estimatedUSD: String
    }

    func budgets(_ visit: AdminVisit) async throws -> Response {
        var totals: [Total] = []
        for span in Span.allCases {
            totals += try await self.totals(span, at: visit.now)
        }
        let lines = try await admin.store.ledger(
            since: visit.now.dayStart.addingTimeInterval(-6 * 86_400)
        ).map {
            Line(
                day: $0.day, provider: $0.provider, contender: $0.contender.text,
                requests: $0.requests, reservedUSD: $0.reserved.description,
                reportedUSD: $0.reported.description, estimatedUSD: $0.estimated.description)
        }
        return try JSONBody(Budgets(totals: totals, ledger: lines)).response()
    }

    private func totals(_ span: Span, at time: Date) async throws -> [Total] {
        let budget = admin.operation.budget
        let held = try await admin.store.totals(in: span, at: time)
        let names = Set(held.keys).union(budget.byProvider.keys).union([""])
        return names.sorted().map { name in
            let ceiling = name.isEmpty ? budget.all[span] : budget.byProvider[name]?[span]
            return Total(
                span: span.rawValue, provider: name.isEmpty ? nil : name,
                spentUSD: (held[name] ?? LedgerTotal()).spent.description,
                reservedUSD: (held[name] ?? LedgerTotal()).reserved.description,
                ceilingUSD: ceiling?.description)
        }
    }
}
