import Arena
import Hummingbird
import Pages
import Phrases

/// `/admin/people`: invitations and sessions.
struct AdminPeopleRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/people", use: admin.route { try await show($0) })
        router.get("admin/people/invite", use: admin.route(askInvitation))
        router.post("admin/people/invite", use: admin.route(invite))
        router.get("admin/people/{number}", use: admin.route(askRevocation))
        router.post("admin/people/{number}", use: admin.route(revoke))
        router.get("admin/people/session/{number}", use: admin.route(askEnd))
        router.post("admin/people/session/{number}", use: admin.route(end))
    }

    private func show(
        _ visit: AdminVisit, link: String? = nil
    ) async throws -> Response {
        let page = PeoplePage(
            invitations: try await admin.store.invitations(),
            sessions: try await admin.store.sessions(openAt: visit.now),
            own: visit.session.number, access: admin.operation.rule.access, now: visit.now,
            link: link)
        return await admin.respond(page, to: visit)
    }

    private func askInvitation(_ visit: AdminVisit) async throws -> Response {
        let asked = try Self.invitation(SecretCode(), visit.query)
        let people = Saying.count(asked.uses, "one browser", "{n} browsers")
        let days = Saying.count(asked.days, "{n} day", "{n} days")
        let page = ConfirmPage(
            "Make an invitation link?", in: .people,
            changes: [.init("Link for \(asked.name)", from: "no link", to: "lets in \(people)")],
            sentences: [
                "It lets people in for \(days); who joined may vote after that too.",
                """
                The link is shown once and stored nowhere. You can revoke it, with the right of all \
                who joined by it.
                """,
            ],
            fields: [
                ("name", asked.name), ("days", "\(asked.days)"), ("uses", "\(asked.uses)"),
            ], button: "Make the link")
        return await admin.respond(page, to: visit)
    }

    private func invite(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let code = SecretCode()
        let asked = try Self.invitation(code, fields)
        try await admin.store.invite(
            asked,
            logging: visit.entry(
                .invited, asked.name, to: "uses \(asked.uses), days \(asked.days)"))
        let origin = admin.frame.origin(of: visit.request)
        return try await show(visit, link: "\(origin)/join/\(code.text)")
    }

    private func askRevocation(_ visit: AdminVisit) async throws -> Response {
        let invitation = try await invitation(of: visit)
        let isRevoking = visit.query["revoked"] != "no"
        let (stands, revoked): (Saying, Saying) = ("stands", "revoked")
        let (now, then) = isRevoking ? (stands, revoked) : (revoked, stands)
        let joined = Saying.count(invitation.joined, "{n} browser", "{n} browsers")
        let page = ConfirmPage(
            isRevoking ? "Revoke the invitation?" : "Restore the invitation?", in: .people,
            changes: [.init("Invitation for \(invitation.name)", from: now, to: then)],
            sentences: [
                isRevoking
                    ? "The link opens nothing any more, and \(joined) that joined by it may not vote."
                    : "\(joined) that joined by it may vote again.",
                "Votes that were cast stay. You can change it back at any time.",
            ],
            fields: [("revoked", isRevoking ? "yes" : "no")], asksNote: true,
            button: isRevoking ? "Revoke" : "Restore")
        return await admin.respond(page, to: visit)
    }

    private func revoke(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let invitation = try await invitation(of: visit)
        let isRevoking = fields["revoked"] != "no"
        let hasChanged = try await admin.store.setRevoked(
            isRevoking, invitation: invitation.number,
            logging: visit.entry(
                isRevoking ? .invitationRevoked : .invitationRestored,
                "invitation \(invitation.number), \(invitation.name)",
                from: isRevoking ? "stands" : "revoked", to: isRevoking ? "revoked" : "stands",
                note: fields["note"] ?? ""))
        guard hasChanged else { throw AdminFrame.changedMeanwhile }
        return .seeOther("/admin/people")
    }

    private func askEnd(_ visit: AdminVisit) async throws -> Response {
        let session = try await session(of: visit)
        let page = ConfirmPage(
            "End the session of \(session.name)?", in: .people,
            changes: [.init("Session \(session.number)", from: "running", to: "ended")],
            sentences: ["That browser needs a new link from: arena admin-link"], fields: [],
            asksNote: true, button: "End it")
        return await admin.respond(page, to: visit)
    }

    private func end(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let session = try await session(of: visit)
        try await admin.store.endSession(
            session.number,
            logging: visit.entry(
                .sessionEnded, "session \(session.number), \(session.name)", from: "open",
                to: "ended", note: fields["note"] ?? ""))
        return .seeOther("/admin/people")
    }

    private func invitation(of visit: AdminVisit) async throws -> Invitation {
        let number = Int64(try visit.parameter("number"))
        let all = try await admin.store.invitations()
        guard let invitation = all.first(where: { $0.number == number }) else {
            throw HTTPError(.notFound)
        }
        return invitation
    }

    private func session(of visit: AdminVisit) async throws -> AdminSession {
        let number = Int64(try visit.parameter("number"))
        let all = try await admin.store.sessions(openAt: visit.now)
        guard let session = all.first(where: { $0.number == number }) else {
            throw HTTPError(.notFound)
        }
        return session
    }

    private static func invitation(
        _ code: SecretCode, _ fields: [String: String]
    ) throws(ArenaError) -> NewInvitation {
        try NewInvitation(
            code, name: fields["name"] ?? "", days: fields["days"].flatMap { Int($0) } ?? 0,
            uses: fields["uses"].flatMap { Int($0) } ?? 0)
    }
}
