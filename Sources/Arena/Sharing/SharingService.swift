package import struct Foundation.Date

/// Lets a voter show a battle to others, who may judge it blind before they learn the names.
package struct SharingService: Sendable {
    private let store: any Store
    private let veil: LinkVeil
    private let now: @Sendable () -> Date

    /// A service over a store; `now` is the wall clock that stamps what is stored.
    package init(
        store: any Store, under veil: LinkVeil = LinkVeil(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.veil = veil
        self.now = now
    }

    /// Opens a battle to whoever has its link.
    ///
    /// - Throws: what ``SharingStore/share(_:by:at:)`` throws.
    package func share(_ battle: BattleID, by voter: VoterID) async throws(ArenaError) {
        try await store.share(battle, by: voter, at: now())
    }

    /// Closes it again.
    ///
    /// - Throws: what ``SharingStore/endSharing(_:by:)`` throws.
    package func end(_ battle: BattleID, by voter: VoterID) async throws(ArenaError) {
        try await store.endSharing(battle, by: voter)
    }

    /// Whether a battle is open to others, and how they judged it.
    package func state(
        of battle: BattleID
    ) async throws(ArenaError) -> (isShared: Bool, count: JudgementCount) {
        let judgements = try await store.judgements(of: battle)
        return (try await store.isShared(battle), JudgementCount(Array(judgements.values)))
    }

    /// A shared battle as this visitor sees it.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when there is none, or it is not shared.
    package func look(
        at id: BattleID, by judge: VoterID
    ) async throws(ArenaError) -> SharedBattle {
        guard try await store.isShared(id), let battle = try await store.battle(id) else {
            throw .noSuchBattle
        }
        let judgements = try await store.judgements(of: id)
        let shared = SharedBattle(
            battle, under: veil, for: judge, own: judgements[judge], all: Array(judgements.values))
        guard let shared else { throw .noSuchBattle }
        return shared
    }

    /// Keeps what a visitor made of a shared battle, by the sides he sees; without an outcome he
    /// only wants the names, and cannot judge any more.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/alreadyVoted(_:)``.
    package func judge(
        _ id: BattleID, as outcome: VoteOutcome?, by judge: VoterID
    ) async throws(ArenaError) {
        let shared = try await look(at: id, by: judge)
        let judgement = Judgement(outcome.map(shared.turned), at: now())
        try await store.keep(judgement, of: id, by: judge)
    }

    /// Keeps what a visitor has against a battle that he can read: his own, or a shared one.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/tooLarge(field:limit:)``;
    ///   ``ArenaError/tooManyReports`` after ``Report/dailyLimit`` in a day.
    package func report(
        _ id: BattleID, as kind: Report.Kind, note: String, by reporter: VoterID
    ) async throws(ArenaError) {
        let report = try Report(of: id, as: kind, note: note, at: now())
        guard let battle = try await store.battle(id) else { throw .noSuchBattle }
        if battle.voter != reporter {
            guard try await store.isShared(id) else { throw .noSuchBattle }
        }
        guard try await store.add(report, by: reporter) else { throw .tooManyReports }
    }
}
