import Arena
import Foundation
import SQLiteStore
import Server
import ServiceLifecycle

extension Assembly {
    /// Who plays by what was decided before, within the budget.
    func lineup(of field: Field, in store: SQLiteStore) async throws(ArenaError) -> Lineup {
        var roster = field.roster
        roster.states = try await store.contenderStates()
        try await retire(&roster, in: store)
        return Lineup(
            roster,
            policy: try await store.pairingPolicy()
                ?? PairingPolicy(controlShare: settings.controlShare),
            purse: Purse(store, budget: settings.budget(with: field.providers)))
    }

    /// Retires who the configuration says is retired; what was decided so before stays.
    private func retire(_ roster: inout Roster, in store: SQLiteStore) async throws(ArenaError) {
        guard await store.damage() == nil else { return }
        for contender in roster.contenders {
            let now = roster.state(of: contender.id)
            guard let reason = contender.retirement, now.status != .retired || now.reason != reason
            else { continue }
            let then = ContenderState(.retired, weight: now.weight, reason: reason)
            try await store.set(
                then, of: contender.id,
                logging: AuditEntry(
                    at: Date(), author: "arena.yaml", action: .contenderChanged,
                    subject: contender.id.text, before: "\(now)", after: "\(then)", note: reason))
            roster.states[contender.id] = then
        }
    }

    /// The operator's side of the server.
    func operation(
        of field: Field, lineup: Lineup, in store: SQLiteStore, access: Access
    ) -> Administration {
        Administration(
            store: store, lineup: lineup, budget: settings.budget(with: field.providers),
            connections: connections(of: field),
            rule: AccessRule(
                access, reading: settings.reading, proxies: settings.trustedProxies),
            links: AdminLinks(dataFolder: settings.dataFolder),
            isSecure: settings.listen.publicURL?.hasPrefix("https://") == true,
            integrity: settings.integrityRules, textDays: settings.textDays)
    }

    /// What deletes texts when their days are over, and looks at votes where they are guarded;
    /// nothing where nothing may be written.
    func watch(_ store: SQLiteStore, ratings: RatingService) async -> [any Service] {
        guard await store.damage() == nil else { return [] }
        let retention = Retention(store: store, days: settings.textDays, log: log)
        guard let rules = settings.integrityRules else { return [retention] }
        let service = IntegrityService(
            store: store, ratings: ratings, rules: rules, now: { Date() }, log: log)
        return [retention, service]
    }

    private func connections(of field: Field) -> [Connection] {
        switch field.origin {
        case .configured: settings.providers.map(connection)
        case .detected: field.found.map { connection(Field.provider(of: $0)) }
        case .practice:
            [
                Connection(
                    name: PracticeEndpoint.provider, wireProtocol: "openai",
                    baseURL: "built in", key: .none)
            ]
        }
    }

    private func connection(_ provider: ProviderSettings) -> Connection {
        let key = provider.apiKeyVariable.map { keys($0) ?? "" }
        return Connection(
            name: provider.name, wireProtocol: provider.wireProtocol.rawValue,
            baseURL: provider.baseURL,
            key: key.map { $0.isEmpty ? .missing : .set } ?? .none)
    }
}
