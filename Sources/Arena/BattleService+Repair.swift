import struct Foundation.Date

extension BattleService {
    /// Asks the failed sides of a battle's newest turn again; nothing else is asked twice.
    ///
    /// - Throws: what ``Battle/retry()`` throws; ``ArenaError/busy``;
    ///   ``ArenaError/noSuchBattle`` to anyone but its voter.
    package func retry(_ id: BattleID, by voter: VoterID) async throws(ArenaError) -> BlindBattle {
        try makeRoom()
        let battle = try await inPlay(id, of: voter)
        guard await battle.blind.state != .streaming else { throw .stillWriting }
        var value = await battle.value
        try rejectOld(value)
        let sides = try value.retry()
        let failed = Array(sides)
        try await pay(failed, of: value)
        try await paid(value, failed) { () throws(ArenaError) in
            try await store.retry(sides, ofTurn: value.turns.count, of: id, at: now())
        }
        try await battle.change { (value) throws(ArenaError) in _ = try value.retry() }
        return await start(battle)
    }

    /// Opens a new battle in which somebody else answers for the side that failed; the answer of
    /// the other side is taken over.
    ///
    /// Only a first turn of a random battle can be mended so: whoever comes in knows nothing of
    /// earlier turns.
    ///
    /// - Throws: ``ArenaError/nothingFailed`` unless exactly one side of such a turn failed;
    ///   ``ArenaError/needTwoContenders``; what ``retry(_:by:)`` throws.
    package func replace(
        _ id: BattleID, by voter: VoterID
    ) async throws(ArenaError) -> BlindBattle {
        try makeRoom()
        let old = try await inPlay(id, of: voter).value
        try rejectOld(old)
        guard old.kind == .random, old.state == .failed, old.turns.count == 1,
            let turn = old.turns.first, let survivor = old.survivor
        else { throw .nothingFailed }
        let failed = old.contenders[survivor.other].id
        let rival = try await ratings.rival(
            of: old.contenders[survivor],
            from: try await lineup.playing(Draft(turn.prompt, by: voter)).inPlay.filter {
                $0.id != failed
            })
        var contenders = old.contenders
        contenders[survivor.other] = rival.contender
        var battle = Battle(
            voter: voter, contenders: contenders, probability: rival.probability,
            openedAt: now(), marks: old.marks)
        _ = try battle.begin(turn.prompt, at: now())
        battle.adopt(turn.replies[survivor].adopted, on: survivor)
        try await lineup.purse?.claim([survivor.other], of: battle)
        try await paid(battle, [survivor.other]) { () throws(ArenaError) in
            try await store.open(battle)
        }
        return await start(LiveBattle(battle, under: roster.veil, pacing: pacing, now: .now))
    }

    /// Ends the replies being written where the voter sees them end. The battle can be voted on;
    /// the vote is kept and not counted.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/storage(_:)``.
    package func stop(_ id: BattleID, by voter: VoterID) async throws(ArenaError) {
        guard let battle = try await running(id, of: voter),
            await battle.blind.state == .streaming
        else {
            _ = try await look(at: id, by: voter)
            return
        }
        try await store.mark(id, as: .stopped, at: now())
        await battle.stop()
    }

    /// Shows what has come, and the rest as it comes, whatever the pace.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/storage(_:)``.
    package func hurry(_ id: BattleID, by voter: VoterID) async throws(ArenaError) {
        guard let battle = try await running(id, of: voter),
            await battle.blind.state == .streaming
        else {
            _ = try await look(at: id, by: voter)
            return
        }
        try await store.mark(id, as: .hurried, at: now())
        await battle.hurry()
    }

    /// The names of a battle that is played with the names shown; `nil` for every other.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when there is none, or it is another voter's.
    package func openNames(
        of id: BattleID, by voter: VoterID
    ) async throws(ArenaError) -> OpenNames? {
        if let battle = try await running(id, of: voter) { return OpenNames(await battle.value) }
        return OpenNames(try await stored(id, of: voter))
    }

    private func rejectOld(_ battle: Battle) throws(ArenaError) {
        guard now().timeIntervalSince(battle.openedAt) <= Self.votingHours * 3600 else {
            throw .closed(.expired)
        }
    }
}

extension Battle {
    /// The side that answered when the other did not, in the newest turn.
    fileprivate var survivor: Side? {
        guard let replies = turns.last?.replies else { return nil }
        return Side.allCases.first {
            replies[$0].state == .complete && replies[$0.other].state == .failed
        }
    }
}

extension Reply {
    /// The reply as a further battle keeps it: what it cost is counted where it was paid.
    fileprivate var adopted: Reply {
        var reply = self
        reply.report?.usage = nil
        reply.cost = nil
        return reply
    }
}
