package import Ratings

/// A voter's private leaderboard of one pool, and how far the crowd agrees with him.
///
/// Counted from the voter's own blind votes, drawn and chosen pairs alike; nothing of it enters a
/// rating.
package struct OwnRecord: Sendable, Equatable {
    /// Votes of others that a pair needs before it is said what the crowd prefers.
    package static let crowd = 30

    /// How one contender fared in this voter's votes.
    package struct Row: Sendable, Equatable {
        /// Which contender.
        package let contender: ContenderID
        /// Battles this voter judged it in.
        package var votes = 0
        /// Of them, those it won.
        package var wins = 0
        /// Those it lost.
        package var losses = 0

        /// Its share of the votes that named a winner, with the 95% interval of Wilson (1927);
        /// `nil` where none did.
        package var winShare: (value: Double, interval: Interval)? {
            let decided = wins + losses
            guard decided > 0 else { return nil }
            return (
                Double(wins) / Double(decided), Interval.wilson(wins, of: decided)
            )
        }

        /// A contender without a vote.
        init(_ contender: ContenderID) { self.contender = contender }
    }

    /// Which pool.
    package let pool: Pool
    /// All blind votes in it on two different contenders.
    package let votes: Int
    /// The contenders, best share first; those without a decided vote last.
    package let rows: [Row]
    /// Votes with a winner on pairs that have ``crowd`` votes of others and a majority among them.
    package let compared: Int
    /// Of ``compared``, those that chose as most others do.
    package let agreed: Int

    /// Counts a voter's votes against all votes of the pool, in which they are contained where they
    /// count.
    ///
    /// Complexity: linear in the voter's votes.
    package init(_ votes: [OwnVote], of pool: Pool, among tally: Tally) {
        let own = votes.filter { vote in
            vote.pool == pool && vote.kind != .named && vote.contenders.a != vote.contenders.b
        }
        self.pool = pool
        self.votes = own.count
        var rows: [ContenderID: Row] = [:]
        for vote in own {
            for side in Side.allCases {
                let contender = vote.contenders[side]
                rows[contender, default: Row(contender)].count(vote.outcome, on: side)
            }
        }
        self.rows = rows.values.sorted(by: Self.isBetter)
        let crowd = Crowd(tally, without: own)
        let majorities = own.compactMap { vote in crowd.agrees(with: vote) }
        compared = majorities.count
        agreed = majorities.count { $0 }
    }

    private static func isBetter(_ one: Row, _ other: Row) -> Bool {
        let (left, right) = (one.winShare?.value ?? -1, other.winShare?.value ?? -1)
        if left != right { return left > right }
        if one.votes != other.votes { return one.votes > other.votes }
        return one.contender < other.contender
    }

    /// How often this voter judged each pair, by contenders in either order.
    package static func meetings(in votes: [OwnVote]) -> [Set<ContenderID>: Int] {
        Dictionary(votes.map { ([$0.contenders.a, $0.contenders.b], 1) }, uniquingKeysWith: +)
    }
}

extension OwnRecord.Row {
    fileprivate mutating func count(_ outcome: VoteOutcome, on side: Side) {
        votes += 1
        switch (outcome, side) {
        case (.a, .a), (.b, .b): wins += 1
        case (.a, .b), (.b, .a): losses += 1
        case (.tie, _), (.bothBad, _): break
        }
    }
}

/// What the others chose, pair by pair.
private struct Crowd {
    private let tally: Tally
    private var mine: [Set<ContenderID>: [ContenderID: Int]] = [:]
    private var count: [Set<ContenderID>: Int] = [:]

    /// All votes of a pool, less one voter's.
    init(_ tally: Tally, without own: [OwnVote]) {
        self.tally = tally
        for vote in own where vote.isCounted {
            let pair: Set<ContenderID> = [vote.contenders.a, vote.contenders.b]
            count[pair, default: 0] += 1
            if let winner = vote.winner { mine[pair, default: [:]][winner, default: 0] += 1 }
        }
    }

    /// Whether a vote chose as most others do; `nil` for one without a winner, a pair with too few
    /// votes of others, and one that the others are evenly divided on.
    func agrees(with vote: OwnVote) -> Bool? {
        let pair: Set<ContenderID> = [vote.contenders.a, vote.contenders.b]
        let (a, b) = (vote.contenders.a, vote.contenders.b)
        guard let winner = vote.winner, let record = tally.pair(a.text, b.text),
            record.votes - (count[pair] ?? 0) >= OwnRecord.crowd
        else { return nil }
        let forA = record.firstWins - (mine[pair]?[a] ?? 0)
        let forB = record.secondWins - (mine[pair]?[b] ?? 0)
        guard forA != forB else { return nil }
        return winner == (forA > forB ? a : b)
    }
}

extension OwnVote {
    /// Who won; `nil` where nobody did.
    fileprivate var winner: ContenderID? {
        switch outcome {
        case .a: contenders.a
        case .b: contenders.b
        case .tie, .bothBad: nil
        }
    }
}
