import Arena
import Hummingbird
import Pages

/// The pages of a battle and the forms on them: the whole walk without script.
struct BattlePageRoutes: Sendable {
    let frame: PageFrame
    let cookie: VoterCookie

    private var battles: BattleService { frame.parts.battles }

    /// Adds the routes below `/b`.
    func add(to router: Router<ArenaContext>) {
        router.post("b", use: open)
        router.get("b/{id}", use: show)
        router.post("b/{id}/turns", use: proceed)
        router.post("b/{id}/vote", use: vote)
        router.post("b/{id}/skip", use: skip)
    }

    private func open(_ request: Request, context: ArenaContext) async throws -> Response {
        let (voter, fields) = try await frame.form(request, context: context)
        let asked = OpenRequest(form: fields)
        do throws(ArenaError) {
            let battle = try await battles.open(
                try Prompt(asked.prompt), for: voter, pair: try asked.pair(in: battles.roster))
            return .seeOther("/b/\(battle.id)")
        } catch {
            let problem = Problem(error)
            let page = PromptPage(draft: asked.prompt, problem: problem.detail)
            return await frame.respond(page, status: problem.status, to: request, voter: voter)
        }
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, voter) = try context.battleAndVoter()
        return try await page(of: id, for: voter, request: request)
    }

    private func proceed(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, text) = try await prompt(of: request, context: context)
        do throws(ArenaError) {
            _ = try await battles.proceed(id, with: try Prompt(text), by: voter)
            return .seeOther("/b/\(id)")
        } catch {
            return try await page(
                of: id, for: voter, request: request, after: error, keeping: text)
        }
    }

    private func vote(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, fields) = try await frame.form(request, context: context)
        do throws(ArenaError) {
            let outcome = try VoteRequest(outcome: fields["outcome"] ?? "").checked()
            _ = try await battles.cast(outcome, on: id, by: voter)
        } catch .alreadyVoted {
            return .seeOther("/b/\(id)")
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
        return .seeOther("/b/\(id)")
    }

    private func skip(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, _) = try await frame.form(request, context: context)
        do throws(ArenaError) {
            try await battles.skip(id, by: voter)
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
        return .seeOther("/")
    }

    /// A battle's page: blind until this voter has voted, then revealed.
    private func page(
        of id: BattleID, for voter: VoterID, request: Request, after error: ArenaError? = nil,
        keeping draft: String = ""
    ) async throws -> Response {
        let battle = try await battles.look(at: id, by: voter)
        let problem = error.map { Problem($0) }
        let status = problem?.status ?? .ok
        guard let reveal = try await battles.reveal(id, to: voter) else {
            let page = BattlePage(
                battle: battle, streamKey: frame.frameKey(of: id), problem: problem?.detail,
                draft: draft)
            return await frame.respond(page, status: status, to: request, voter: voter)
        }
        let page = RevealPage(
            battle: battle, reveal: reveal,
            snapshot: await frame.parts.ratings.snapshot(of: reveal.pool),
            minimumVotes: frame.parts.minimumVotes)
        return await frame.respond(page, status: status, to: request, voter: voter)
    }

    private func prompt(
        of request: Request, context: ArenaContext
    ) async throws -> (VoterID, String) {
        let (voter, fields) = try await frame.form(request, context: context)
        return (voter, fields["prompt"] ?? "")
    }
}
