import Arena
import Foundation
import Hummingbird
import Pages
import Phrases

/// `/admin/contenders` and `/admin/pairing`: who is drawn, how often, and how.
struct AdminContenderRoutes: Sendable {
    let admin: AdminFrame

    private var lineup: Lineup { admin.operation.lineup }

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/contenders", use: admin.route(list))
        router.get("admin/contenders/{id}", use: admin.route(askContender))
        router.post("admin/contenders/{id}", use: admin.route(changeContender))
        router.get("admin/pairing", use: admin.route(showPairing))
        router.get("admin/pairing/change", use: admin.route(askPairing))
        router.post("admin/pairing/change", use: admin.route(changePairing))
    }

    private func list(_ visit: AdminVisit) async throws -> Response {
        let roster = await lineup.roster
        let snapshot = await admin.frame.parts.ratings.snapshot(of: roster.pool)
        let votes = Dictionary(
            (snapshot?.rows ?? []).map { ($0.contender, $0.votes) }
        ) { first, _ in first }
        let reported = Dictionary(
            grouping: try await admin.store.reportedModels(
                since: visit.now.addingTimeInterval(-30 * 86_400)),
            by: \.contender)
        let rows = roster.contenders.map {
            ContendersPage.Row(
                $0, state: roster.state(of: $0.id), votes: votes[$0.id] ?? 0,
                reported: reported[$0.id] ?? [])
        }
        let versions = try await admin.frame.parts.registryDesk.book().entries
        return await admin.respond(ContendersPage(rows, versions: versions), to: visit)
    }

    private func askContender(_ visit: AdminVisit) async throws -> Response {
        let roster = await lineup.roster
        let contender = try contender(of: visit, in: roster)
        let now = roster.state(of: contender.id)
        let then = try Self.state(in: visit.query)
        let isRetired = then.status == .retired
        var after = roster
        after.states[contender.id] = then
        let count = after.inPlay.count
        let drawn: Saying =
            count < 2
            ? "Then fewer than two are drawn, and no battle can be opened."
            : "Then \(count) contenders are drawn."
        let page = ConfirmPage(
            "Change \(contender.name)?", in: .contenders,
            changes: [
                .init(
                    "Status", from: Saying(phrase: now.status.rawValue),
                    to: Saying(phrase: then.status.rawValue)),
                .init("Weight", from: "\(number: now.weight)", to: "\(number: then.weight)"),
            ],
            sentences: [
                "It holds from the next battle on. \(drawn)",
                "Its votes and its rating stay. You can change it back at any time.",
            ],
            fields: [
                ("status", then.status.rawValue), ("weight", "\(then.weight)"), ("was", "\(now)"),
            ], asksNote: true,
            noteLabel: isRetired
                ? "Why it is retired, for everybody to read" : "Note, for the audit log",
            button: "Change it")
        return await admin.respond(page, to: visit)
    }

    private func changeContender(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let roster = await lineup.roster
        let contender = try contender(of: visit, in: roster)
        let now = roster.state(of: contender.id)
        var then = try Self.state(in: fields)
        guard fields["was"] == "\(now)" else { throw AdminFrame.changedMeanwhile }
        if then.status == .retired { then.reason = try Self.reason(in: fields) }
        try await admin.store.set(
            then, of: contender.id,
            logging: visit.entry(
                .contenderChanged, contender.id.text, from: "\(now)", to: "\(then)",
                note: fields["note"] ?? ""))
        await lineup.set(then, of: contender.id)
        return .seeOther("/admin/contenders")
    }

    private func showPairing(_ visit: AdminVisit) async throws -> Response {
        let page = PairingPage(
            await lineup.policy, minimumVotes: admin.frame.parts.minimumVotes)
        return await admin.respond(page, to: visit)
    }

    private func askPairing(_ visit: AdminVisit) async throws -> Response {
        let (now, then) = (await lineup.policy, try Self.policy(in: visit.query))
        let page = ConfirmPage(
            "Change how pairs are drawn?", in: .pairing,
            changes: [.init("Pairing", from: now.saying, to: then.saying)],
            sentences: [
                "It holds from the next battle on, and does not touch votes or ratings.",
                "You can change it back at any time.",
            ],
            fields: [
                ("draw", then.draw.rawValue), ("control", "\(then.controlShare * 100)"),
                ("was", "\(now)"),
            ], asksNote: true, button: "Change it")
        return await admin.respond(page, to: visit)
    }

    private func changePairing(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let (now, then) = (await lineup.policy, try Self.policy(in: fields))
        guard fields["was"] == "\(now)" else { throw AdminFrame.changedMeanwhile }
        try await admin.store.set(
            then,
            logging: visit.entry(
                .pairingChanged, "pairing", from: "\(now)", to: "\(then)",
                note: fields["note"] ?? ""))
        await lineup.set(then)
        return .seeOther("/admin/pairing")
    }

    private func contender(of visit: AdminVisit, in roster: Roster) throws -> Contender {
        let id = try visit.parameter("id")
        guard let contender = roster.contenders.first(where: { $0.id.text == id }) else {
            throw HTTPError(.notFound)
        }
        return contender
    }

    private static func state(in fields: [String: String]) throws(ArenaError) -> ContenderState {
        guard let status = fields["status"].flatMap(ContenderState.Status.init) else {
            throw .invalid(field: "status", reason: "It is active, paused or retired.")
        }
        guard let weight = fields["weight"].flatMap({ Double($0) }),
            ContenderState.weights.contains(weight)
        else { throw .invalid(field: "weight", reason: "It is a number from 0.05 to 20.") }
        return ContenderState(status, weight: weight)
    }

    private static func reason(in fields: [String: String]) throws(ArenaError) -> String {
        let reason = (fields["note"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty, reason.count <= 500 else {
            throw .invalid(
                field: "note",
                reason: "Say in at most 500 characters why it is retired: the registry tells it.")
        }
        return reason
    }

    private static func policy(in fields: [String: String]) throws(ArenaError) -> PairingPolicy {
        guard let draw = fields["draw"].flatMap(PairingPolicy.Draw.init) else {
            throw .invalid(field: "draw", reason: "It is informative or uniform.")
        }
        guard let percent = fields["control"].flatMap({ Double($0) }),
            PairingPolicy.controlShares.contains(percent / 100)
        else { throw .invalid(field: "control", reason: "It is a number from 0 to 50.") }
        return PairingPolicy(draw: draw, controlShare: percent / 100)
    }
}
