import Arena
import Evidence
import HTTPTypes
import Hummingbird
import Pages
import Ratings

/// Battles that their voter opened to others: opening and closing, judging, reporting.
struct SharedBattleRoutes: Sendable {
    let frame: PageFrame
    let cookie: VoterCookie

    private var sharing: SharingService { frame.parts.sharing }

    /// Adds the forms below `/b/{id}`.
    func add(to router: Router<ArenaContext>) {
        router.post("b/{id}/share", use: share)
        router.post("b/{id}/unshare", use: end)
        router.post("b/{id}/judge", use: judge)
        router.post("b/{id}/report", use: report)
    }

    /// Adds the API below `/api/v1/battles`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.post("{id}/share", use: shareByAPI)
        group.delete("{id}/share", use: endByAPI)
        group.post("{id}/report", use: reportByAPI)
    }

    /// A shared battle for somebody who is not its voter; he becomes a voter by looking.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when there is none, or it is not shared.
    func show(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ BattleID($0) }) else {
            throw ArenaError.noSuchBattle
        }
        let voter = context.voter ?? VoterID()
        let shared = try await sharing.look(at: id, by: voter)
        var response = await respond(shared, to: request, voter: voter)
        if context.voter == nil { response.setCookie(cookie.cookie(for: voter)) }
        return response
    }

    private func respond(
        _ shared: SharedBattle, to request: Request, voter: VoterID, after error: ArenaError? = nil
    ) async -> Response {
        let slugs = shared.names?.map { named in
            frame.parts.desk.directory.slug(of: named.contender)
        }
        let problem = error.map { Problem($0) }
        let page = AudiencePage(
            shared,
            paths: slugs.map { $0.map { "/models/\($0)" } } ?? Sides(a: nil, b: nil),
            problem: problem?.detail)
        return await frame.respond(
            page, status: problem?.status ?? .ok, to: request, voter: voter)
    }

    private func judge(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, fields) = try await frame.form(request, context: context)
        let word = fields["outcome"] ?? ""
        let outcome = VoteOutcome(rawValue: word)
        guard outcome != nil || word.isEmpty else {
            throw ArenaError.invalid(
                field: "outcome", reason: "It is one of a, b, tie and both_bad.")
        }
        do throws(ArenaError) {
            try await sharing.judge(id, as: outcome, by: voter)
        } catch {
            guard error == .alreadyVoted(id) else { throw error }
        }
        return .seeOther("/b/\(id)")
    }

    private func share(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, _) = try await frame.form(request, context: context)
        try await sharing.share(id, by: voter)
        return .seeOther("/b/\(id)#share-h")
    }

    private func end(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, _) = try await frame.form(request, context: context)
        try await sharing.end(id, by: voter)
        return .seeOther("/b/\(id)#share-h")
    }

    private func report(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, fields) = try await frame.form(request, context: context)
        try await report(id, as: fields["kind"] ?? "", note: fields["note"] ?? "", by: voter)
        return await frame.respond(ReportedPage(id), to: request, voter: voter)
    }

    private func shareByAPI(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        try await sharing.share(id, by: voter)
        return Response(status: .noContent)
    }

    private func endByAPI(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        try await sharing.end(id, by: voter)
        return Response(status: .noContent)
    }

    private func reportByAPI(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let body = try await request.json(
            ReportRequest.self, fields: ReportRequest.fields, upTo: context.maxUploadSize)
        try await report(id, as: body.kind, note: body.note ?? "", by: voter)
        return Response(status: .accepted)
    }

    private func report(
        _ id: BattleID, as word: String, note: String, by voter: VoterID
    ) async throws(ArenaError) {
        guard let kind = Report.Kind(rawValue: word) else {
            let known = Report.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(field: "kind", reason: "It is one of \(known).")
        }
        try await sharing.report(id, as: kind, note: note, by: voter)
    }
}

/// What a visitor may send against a battle.
private struct ReportRequest: Decodable {
    let kind: String
    let note: String?

    static let fields: Set<String> = ["kind", "note"]
}
