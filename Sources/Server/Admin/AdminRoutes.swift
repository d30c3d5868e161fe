import Arena
import Hummingbird
import Pages
import Phrases

/// The admin side, `/admin`: what each section's routes are, and how one gets in and out.
struct AdminRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the pages at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/enter", use: show)
        router.post("admin/enter", use: enter)
        router.post("admin/leave", use: admin.route(leave))
        AdminRecordRoutes(admin: admin).add(to: router)
        AdminConnectionRoutes(admin: admin).add(to: router)
        AdminContenderRoutes(admin: admin).add(to: router)
        AdminVoteRoutes(admin: admin).add(to: router)
        AdminPeopleRoutes(admin: admin).add(to: router)
        AdminIntegrityRoutes(admin: admin).add(to: router)
        AdminReportRoutes(admin: admin).add(to: router)
    }

    /// Adds the JSON twins below `/api/v1`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        AdminDocumentRoutes(admin: admin).add(to: group.group("admin"))
        AdminIntegrityRoutes(admin: admin).addAPI(to: group.group("admin"))
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let code = request.queryFields["code"].flatMap { SecretCode($0) }
        return await admin.respond(AdminEntryPage(code: code?.text ?? ""), to: request)
    }

    private func enter(_ request: Request, context: ArenaContext) async throws -> Response {
        let fields = try await request.form(upTo: 4096)
        do {
            let cookie = try await admin.door.enter(
                fields["code"] ?? "", name: fields["name"] ?? "", from: context.place)
            var response = Response.seeOther("/admin")
            response.setCookie(cookie)
            return response
        } catch let problem as Problem {
            var response = await admin.respond(
                AdminEntryPage(
                    code: "", problem: "\(Saying(phrase: problem.title)). \(problem.detail)"),
                status: problem.status, to: request)
            if let seconds = problem.retryAfter {
                response.headers[.retryAfter] = String(seconds)
            }
            return response
        }
    }

    private func leave(_ visit: AdminVisit) async throws -> Response {
        _ = try await admin.form(visit)
        try await admin.door.end(
            visit.session,
            logging: visit.entry(.sessionEnded, "session \(visit.session.number)"))
        var response = Response.seeOther("/admin/enter")
        response.setCookie(admin.door.farewell)
        return response
    }
}
