import Arena
import Hummingbird
import Pages
import Phrases

/// `/admin/reports`: what visitors have against battles, and seeing to it.
struct AdminReportRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/reports", use: admin.route(list))
        router.get("admin/reports/close", use: admin.route(ask))
        router.post("admin/reports/close", use: admin.route(close))
    }

    private func list(_ visit: AdminVisit) async throws -> Response {
        await admin.respond(ReportsPage(try await admin.store.reports(limit: 200)), to: visit)
    }

    private func ask(_ visit: AdminVisit) async throws -> Response {
        let (number, takesDown) = try Self.choice(visit.query)
        let page = ConfirmPage(
            takesDown ? "Take the battle of report \(number) down?" : "Close report \(number)?",
            in: .reports,
            changes: [.init("report \(number)", from: "unsettled", to: "closed")]
                + (takesDown ? [.init("its battle", from: "readable", to: "taken down")] : []),
            sentences: takesDown
                ? [
                    "Nobody can read it by its link any more, and its texts stay out of exports.",
                    "Its vote stays. Its voter can still read it.",
                ] : ["The battle stays as it is."],
            fields: [("number", "\(number)"), ("down", takesDown ? "1" : "")], asksNote: true,
            button: takesDown ? "Take down" : "Close it")
        return await admin.respond(page, to: visit)
    }

    private func close(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let (number, takesDown) = try Self.choice(fields)
        let entry = visit.entry(
            takesDown ? .takenDown : .reportClosed, "report \(number)", from: "open",
            to: takesDown ? "taken down" : "closed", note: fields["note"] ?? "")
        try await admin.store.close(
            report: number, takingDown: takesDown, at: visit.now, logging: entry)
        return .seeOther("/admin/reports")
    }

    private static func choice(
        _ fields: [String: String]
    ) throws(ArenaError) -> (number: Int64, takesDown: Bool) {
        guard let number = fields["number"].flatMap({ Int64($0) }) else {
            throw .invalid(field: "number", reason: "Name a report by its number.")
        }
        return (number, fields["down"] == "1")
    }
}
