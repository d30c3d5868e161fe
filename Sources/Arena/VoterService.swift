import Ratings

package import struct Foundation.Date

/// What a voter can do with all of his battles at once: look at them, count them, have them erased.
package struct VoterService: Sendable {
    /// The most battles of one look.
    package static let pageLimit = 200

    private let store: any Store
    private let ratings: RatingService
    private let battles: BattleService
    private let now: @Sendable () -> Date

    /// A service over the store and those that must hear of an erasure.
    package init(
        store: any Store, ratings: RatingService, battles: BattleService,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.ratings = ratings
        self.battles = battles
        self.now = now
    }

    /// A voter's battles, newest first: blind, and with the reveal where he has voted.
    ///
    /// - Parameter limit: at most ``pageLimit`` are given.
    /// - Returns: them, and where the next page begins if there is one.
    /// - Throws: ``ArenaError/storage(_:)``.
    package func battles(
        of voter: VoterID, before cursor: BattleCursor? = nil, limit: Int = 50
    ) async throws(ArenaError) -> (battles: [OwnBattle], next: BattleCursor?) {
        let limit = min(max(1, limit), Self.pageLimit)
        let found = try await store.battles(of: voter, before: cursor, limit: limit + 1)
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last : nil
        return (
            page.map { OwnBattle($0, under: battles.roster.veil) },
            next.map { BattleCursor(openedAt: $0.openedAt, id: $0.id) }
        )
    }

    /// A voter's votes, in the order they were cast.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func votes(of voter: VoterID) async throws(ArenaError) -> [OwnVote] {
        try await store.votes(of: voter)
    }

    /// The private leaderboards of these votes, that of models before that of practice; pools
    /// without a vote have none.
    package func records(of votes: [OwnVote]) async -> [OwnRecord] {
        var records: [OwnRecord] = []
        for pool in [Pool.real, .practice] {
            let tally = await ratings.counted(in: pool)?.tally ?? Tally()
            let record = OwnRecord(votes, of: pool, among: tally)
            if record.votes > 0 { records.append(record) }
        }
        return records
    }

    /// Erases a voter: his texts go, his votes are withdrawn and the ratings follow.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func erase(_ voter: VoterID) async throws(ArenaError) -> Erasure {
        let erasure = try await store.erase(voter, at: now())
        await battles.forget(voter)
        for pool in erasure.pools { await ratings.noteRulings(in: pool) }
        return erasure
    }
}

/// One of a voter's own battles, masked until he has voted.
package struct OwnBattle: Sendable, Equatable {
    /// What he may see at any time.
    package let blind: BlindBattle
    /// Who answered, once he has voted.
    package let reveal: Reveal?
    /// When he opened it.
    package let openedAt: Date

    /// What a battle's own voter may see of it.
    package init(_ battle: Battle, under veil: LinkVeil) {
        blind = battle.blind(under: veil)
        reveal = battle.reveal
        openedAt = battle.openedAt
    }

    /// A battle from what may be seen of it.
    package init(blind: BlindBattle, reveal: Reveal?, openedAt: Date) {
        self.blind = blind
        self.reveal = reveal
        self.openedAt = openedAt
    }
}
