extension BattleService {
    /// Casts a vote and reveals. The vote is on stable storage when this returns.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/notComplete``,
    ///   ``ArenaError/alreadyVoted(_:)``, ``ArenaError/closed(_:)``,
    ///   ``ArenaError/storage(_:)``.
    package func cast(
        _ outcome: VoteOutcome, on id: BattleID, by voter: VoterID,
        saying notes: VoterNotes = VoterNotes(), under key: RequestKey? = nil
    ) async throws(ArenaError) -> Reveal {
        if let battle = try await running(id, of: voter) {
            guard await battle.blind.state != .streaming else { throw .notComplete }
        }
        var battle = try await stored(id, of: voter)
        try await rejectExpired(battle)
        let vote = try battle.cast(outcome, by: voter, at: now())
        let judged = await Self.judge(battle, tags: rules.tags)
        let ballot = Ballot(
            vote, in: judged.categories, styles: judged.styles,
            pace: ShownPace(pacing, isBroken: battle.marks.contains(.hurried)),
            seen: notes.seen, remark: notes.remark,
            exclusion: exclusion(of: battle, notes: notes, isSelfNamed: judged.isSelfNamed),
            check: check(of: battle), isPlain: notes.isPlain)
        let kept = try await store.cast(ballot, for: battle.voteRequest(under: key))
        drop(id)
        if battle.kind.isRated { await ratings.noteVote(in: battle.pool) }
        battle.note(kept)
        guard let reveal = battle.reveal else { throw .noSuchBattle }
        return reveal
    }

    /// Why a vote is kept and not counted; `nil` where it counts, or never could.
    private func exclusion(
        of battle: Battle, notes: VoterNotes, isSelfNamed: Bool
    ) -> Ruling.Reason? {
        guard battle.kind.isRated else { return nil }
        if battle.marks.contains(.stopped) { return .stopped }
        if isSelfNamed { return .selfNamed }
        if let integrity = rules.integrity, notes.hasWorked == false,
            Double.random(in: 0..<1) >= integrity.unworkedShare
        {
            return .noWork
        }
        if let integrity = rules.integrity, let vote = battle.vote, let turn = battle.turns.last,
            integrity.isTooFast(vote.castAt, after: turn)
        {
            return .tooFast
        }
        return rules.requiresBothSeen && notes.missedOne ? .unseen : nil
    }

    private func check(of battle: Battle) -> IntegrityCheck? {
        guard battle.kind.isRated, let prompt = battle.turns.first?.prompt else { return nil }
        return rules.integrity.map {
            IntegrityCheck($0, prompt: prompt, draw: .random(in: 0..<1))
        }
    }

    /// Keeps what a voter says of a vote after its reveal.
    ///
    /// - Throws: what ``Store/add(_:to:by:)`` throws.
    package func add(
        _ remark: Remark, to id: BattleID, by voter: VoterID
    ) async throws(ArenaError) {
        try await store.add(remark, to: id, by: voter)
    }

    /// Reads the texts off the actor, so that no one who streams waits for it.
    @concurrent
    private static func judge(
        _ battle: Battle, tags: [Tag]
    ) async -> Judgement {
        let findings = SelfNaming(battle.contenders).findings(in: battle)
        return Judgement(
            categories: battle.categories(with: tags), styles: battle.styles,
            isSelfNamed: findings.a || findings.b)
    }

    /// What the texts of a battle say.
    private struct Judgement {
        let categories: Set<Category>
        let styles: Sides<ReplyStyle>
        let isSelfNamed: Bool
    }
}
