import Arena
import Evidence
import Hummingbird
import Pages
import Phrases

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
        router.post("b/{id}/stop", use: stop)
        router.post("b/{id}/now", use: hurry)
        router.post("b/{id}/retry", use: retry)
        router.post("b/{id}/vote", use: vote)
        router.post("b/{id}/reasons", use: remark)
        router.post("b/{id}/skip", use: skip)
        shared.add(to: router)
    }

    private var shared: SharedBattleRoutes { SharedBattleRoutes(frame: frame, cookie: cookie) }

    private func open(_ request: Request, context: ArenaContext) async throws -> Response {
        let (voter, fields) = try await frame.form(request, context: context)
        let asked = OpenRequest(form: fields)
        do throws(ArenaError) {
            let battle = try await battles.open(
                try Prompt(asked.prompt), for: voter, as: try asked.wish(in: battles.roster))
            return .seeOther("/b/\(battle.id)")
        } catch {
            let problem = Problem(error)
            let page = PromptPage(
                draft: asked.prompt, problem: problem.detail,
                choices: asked.pair == nil ? [] : frame.choices)
            return await frame.respond(page, status: problem.status, to: request, voter: voter)
        }
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let voter = context.voter else {
            return try await shared.show(request, context: context)
        }
        let (id, _) = try context.battleAndVoter()
        do throws(ArenaError) {
            _ = try await battles.look(at: id, by: voter)
        } catch {
            guard error == .noSuchBattle else { throw error }
            return try await shared.show(request, context: context)
        }
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
            let asked = VoteRequest(form: fields)
            var notes = try asked.notes(isPlain: request.preferences.isPlain)
            notes.hasWorked = frame.parts.workDesk?.accepts(asked.work, for: id, voter)
            _ = try await battles.cast(
                try asked.checked(), on: id, by: voter, saying: notes)
        } catch .alreadyVoted {
            return .seeOther("/b/\(id)")
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
        return .seeOther("/b/\(id)")
    }

    private func remark(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, fields) = try await frame.form(request, context: context)
        do throws(ArenaError) {
            let remark = try RemarkRequest(form: fields).remark(.after)
            if !remark.isEmpty { try await battles.add(remark, to: id, by: voter) }
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
        return .seeOther("/b/\(id)")
    }

    private func stop(_ request: Request, context: ArenaContext) async throws -> Response {
        try await change(request, context: context) { (id, voter) throws(ArenaError) in
            try await battles.stop(id, by: voter)
            return id
        }
    }

    private func hurry(_ request: Request, context: ArenaContext) async throws -> Response {
        try await change(request, context: context) { (id, voter) throws(ArenaError) in
            try await battles.hurry(id, by: voter)
            return id
        }
    }

    private func retry(_ request: Request, context: ArenaContext) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, fields) = try await frame.form(request, context: context)
        do throws(ArenaError) {
            let battle =
                fields["replace"] == nil
                ? try await battles.retry(id, by: voter) : try await battles.replace(id, by: voter)
            return .seeOther("/b/\(battle.id)")
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
    }

    /// Does something to a battle and goes to the page of the battle it leads to.
    private func change(
        _ request: Request, context: ArenaContext,
        _ body: (BattleID, VoterID) async throws(ArenaError) -> BattleID
    ) async throws -> Response {
        let (id, _) = try context.battleAndVoter()
        let (voter, _) = try await frame.form(request, context: context)
        do throws(ArenaError) {
            return .seeOther("/b/\(try await body(id, voter))")
        } catch {
            return try await page(of: id, for: voter, request: request, after: error)
        }
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
            var page = BattlePage(
                battle: battle, streamKey: frame.frameKey(of: id),
                names: try await battles.openNames(of: id, by: voter),
                problem: problem?.detail, draft: draft)
            page.work = frame.parts.workDesk?.challenge(for: id, voter)
            return await frame.respond(page, status: status, to: request, voter: voter)
        }
        let page = RevealPage(
            battle: battle, reveal: reveal, facts: try await facts(of: reveal, in: id),
            snapshot: await frame.parts.ratings.snapshot(of: reveal.pool),
            minimumVotes: frame.parts.minimumVotes, comparison: comparison(of: reveal),
            problem: problem?.detail)
        return await frame.respond(page, status: status, to: request, voter: voter)
    }

    /// The path of the comparison of the two models; `nil` for one model twice.
    private func comparison(of reveal: Reveal) -> String? {
        let slugs = reveal.sides.map { frame.parts.desk.directory.slug(of: $0.contender) }
        guard slugs.a != slugs.b else { return nil }
        return "/compare/" + [slugs.a, slugs.b].sorted().joined(separator: "-vs-")
    }

    /// What the crowd and the ratings say of a pair, and what was said of the vote.
    private func facts(of reveal: Reveal, in id: BattleID) async throws -> RevealFacts {
        let contenders = reveal.sides.map(\.contender)
        let record: PairRecord? =
            contenders.a == contenders.b
            ? nil
            : try await frame.parts.store.record(
                of: [contenders.a], against: [contenders.b], in: reveal.pool)
        let sharing = try await frame.parts.sharing.state(of: id)
        return RevealFacts(
            record: record, shift: await frame.parts.ratings.shift(of: reveal),
            remarks: try await frame.parts.store.remarks(on: id),
            isShared: sharing.isShared, judgements: sharing.count)
    }

    private func prompt(
        of request: Request, context: ArenaContext
    ) async throws -> (VoterID, String) {
        let (voter, fields) = try await frame.form(request, context: context)
        return (voter, fields["prompt"] ?? "")
    }
}
