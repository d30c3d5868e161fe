import Arena
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// The API of battles, `/api/v1/battles`.
struct BattleRoutes: Sendable {
    let battles: BattleService
    let cookie: VoterCookie
    let work: WorkDesk?

    /// Adds the routes below `/api/v1/battles`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.post(use: open)
        group.get("{id}", use: show)
        group.get("{id}/stream", use: stream)
        group.post("{id}/turns", use: proceed)
        group.post("{id}/stop", use: stop)
        group.post("{id}/now", use: hurry)
        group.post("{id}/retry", use: retry)
        group.post("{id}/vote", use: vote)
        group.post("{id}/reasons", use: remark)
        group.post("{id}/skip", use: skip)
    }

    private func open(_ request: Request, context: ArenaContext) async throws -> Response {
        let (body, key) = try await request.keyedJSON(
            OpenRequest.self, fields: OpenRequest.fields, upTo: context.maxUploadSize)
        let prompt = try Prompt(body.prompt)
        let voter = context.voter ?? VoterID()
        let wish = try body.wish(in: battles.roster)
        return try await Repeatable(battles: battles, key: key, voter: voter).answer {
            let battle = try await battles.open(prompt, for: voter, as: wish, under: key)
            var response = try JSONBody(OpenedDocument(battle)).response(status: .created)
            response.headers[.location] = "/api/v1/battles/\(battle.id)"
            if context.voter == nil { response.setCookie(cookie.cookie(for: voter)) }
            return response
        }
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let battle = try await battles.look(at: id, by: voter)
        let reveal = try await battles.reveal(id, to: voter)
        let names = try await battles.openNames(of: id, by: voter)
        return try JSONBody(
            BattleDocument(
                battle, reveal: reveal, names: names, work: work?.challenge(for: id, voter))
        ).response()
    }

    private func proceed(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let body = try await request.json(
            PromptRequest.self, fields: PromptRequest.fields, upTo: context.maxUploadSize)
        let battle = try await battles.proceed(id, with: try Prompt(body.prompt), by: voter)
        return try JSONBody(OpenedDocument(battle)).response(status: .created)
    }

    private func vote(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let (body, key) = try await request.keyedJSON(
            VoteRequest.self, fields: VoteRequest.fields, upTo: context.maxUploadSize)
        let outcome = try body.checked()
        do {
            return try await Repeatable(battles: battles, key: key, voter: voter).answer {
                var notes = try body.notes(isPlain: request.preferences.isPlain)
                notes.hasWorked = work?.accepts(body.work, for: id, voter)
                let reveal = try await battles.cast(
                    outcome, on: id, by: voter, saying: notes, under: key)
                return try JSONBody(VoteDocument(reveal)).response(status: .created)
            }
        } catch let error as ArenaError where error == .alreadyVoted(id) {
            let reveal = try await battles.reveal(id, to: voter)
            return try Problem(error).response(
                instance: request.uri.path, reveal: reveal)
        }
    }

    private func remark(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let body = try await request.json(
            RemarkRequest.self, fields: RemarkRequest.fields, upTo: context.maxUploadSize)
        try await battles.add(try body.remark(.after), to: id, by: voter)
        return Response(status: .noContent)
    }

    private func stop(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        try await battles.stop(id, by: voter)
        return Response(status: .accepted)
    }

    private func hurry(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        try await battles.hurry(id, by: voter)
        return Response(status: .accepted)
    }

    private func retry(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let body = try await request.json(
            RetryRequest.self, fields: RetryRequest.fields, upTo: context.maxUploadSize)
        let battle =
            body.replace == true
            ? try await battles.replace(id, by: voter) : try await battles.retry(id, by: voter)
        return try JSONBody(OpenedDocument(battle)).response(status: .accepted)
    }

    private func skip(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        try await battles.skip(id, by: voter)
        return Response(status: .noContent)
    }

    private func stream(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        let start = EventStream.start(of: request)
        let battle = try await battles.look(at: id, by: voter)
        guard !start.hasSeenEnd(of: battle) else { return Response(status: .noContent) }
        let seen = Sides(a: start.seen(.a, of: battle), b: start.seen(.b, of: battle))
        return EventStream(
            battles: battles, battle: id, voter: voter, start: start, seen: seen,
            isPlain: request.preferences.isPlain, channel: context.channel
        ).response()
    }
}

extension ArenaContext {
    /// The battle named in the path and who asks for it.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when either is missing: a stranger learns no more
    ///   than that.
    func battleAndVoter() throws(ArenaError) -> (BattleID, VoterID) {
        guard let id = parameters.get("id").flatMap({ BattleID($0) }), let voter else {
            throw .noSuchBattle
        }
        return (id, voter)
    }
}
