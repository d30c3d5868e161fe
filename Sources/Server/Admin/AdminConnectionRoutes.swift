import Arena
import Hummingbird
import Pages

/// `/admin/connections`: who serves models, each with a test call.
struct AdminConnectionRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/connections", use: admin.route(show))
        router.post("admin/connections/{name}/test", use: admin.route(test))
    }

    private var roster: Roster { admin.frame.parts.roster }

    private var rows: [(connection: Connection, contenders: [String])] {
        admin.operation.connections.map { connection in
            let served = roster.contenders.filter { $0.provider == connection.name }
            return (connection, served.map(\.name))
        }
    }

    private func show(_ visit: AdminVisit) async throws -> Response {
        await admin.respond(ConnectionsPage(rows), to: visit)
    }

    private func test(_ visit: AdminVisit) async throws -> Response {
        _ = try await admin.form(visit)
        let name = try visit.parameter("name")
        guard let contender = roster.contenders.first(where: { $0.provider == name }),
            let provider = roster.provider(of: contender)
        else { throw HTTPError(.notFound) }
        let result = await CallResult.of(contender, by: provider)
        let word =
            switch result {
            case .answered: "answered"
            case .failed(let kind, _): kind.rawValue
            }
        try await admin.store.note(visit.entry(.providerTested, name, to: word))
        return await admin.respond(ConnectionsPage(rows, result: (name, result)), to: visit)
    }
}
