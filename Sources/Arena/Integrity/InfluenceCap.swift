package import Ratings

package import struct Foundation.Date

/// A vote that counts, as far as its weight in the ratings goes.
package struct WeighedVote: Equatable, Sendable {
    /// Its number.
    package let sequence: Int64
    /// On the left.
    package let left: String
    /// On the right.
    package let right: String
    /// The verdict, `a` for the left.
    package let outcome: Outcome
    /// When it was cast.
    package let castAt: Date

    /// A vote.
    package init(
        sequence: Int64, left: String, right: String, outcome: Outcome, castAt: Date
    ) {
        self.sequence = sequence
        self.left = left
        self.right = right
        self.outcome = outcome
        self.castAt = castAt
    }
}

/// How far the votes of one voter may move any rating in a day (UTC), and which of them would move
/// one further.
///
/// Votes weigh one or nothing, so a voter's weight is scaled by leaving out single votes: in the
/// order they were cast, each counts unless it moves some rating past the cap.
package struct InfluenceCap: Sendable {
    /// What votes move.
    package let influence: Influence
    /// The most that one voter moves each contender in a day, in points, in the order of
    /// ``Ratings/Influence/contenders``.
    package let limits: [Double]

    /// The caps over the votes that count: ``IntegrityRules/influencePoints``, or where chance alone
    /// moves a rating further, as far as it would by a full day of an honest voter's votes. Of n
    /// votes on a contender that is about √n ordinary ones; ``IntegrityRules/influenceSpread`` times
    /// as much is allowed.
    ///
    /// - Throws: `FitError` where they cannot be fitted.
    package init(_ tally: Tally, rules: IntegrityRules) throws(FitError) {
        let board = try BoardFit(tally, warmStart: nil)
        influence = try Influence(tally, prior: board.prior, warmStart: board.fit)
        let votes = Dictionary(
            board.fit.ratings.map { ($0.contender, $0.record.votes) }
        ) { first, _ in first }
        limits = zip(influence.contenders, influence.ordinary).map { name, ordinary in
            let share = Double(votes[name] ?? 0) / Double(max(1, tally.votes))
            let day = max(1, Double(rules.countedVotesPerDay) * share)
            return max(rules.influencePoints, rules.influenceSpread * day.squareRoot() * ordinary)
        }
    }

    /// The votes of one voter that would move a rating too far, by number.
    ///
    /// - Parameters:
    ///   - votes: in the order they were cast.
    ///   - kept: those that were weighed and left before, by number; they stay.
    package func excess(in votes: [WeighedVote], keeping kept: Set<Int64> = []) -> [Int64] {
        var found: [Int64] = []
        var day: Date?
        var moves = [Double](repeating: 0, count: limits.count)
        for vote in votes {
            let start = Span.day.start(of: vote.castAt)
            if start != day {
                day = start
                moves = [Double](repeating: 0, count: limits.count)
            }
            var next = moves
            influence.add(vote.outcome, between: vote.left, and: vote.right, to: &next)
            let isOver = next.indices.contains {
                abs(next[$0]) > limits[$0] && abs(next[$0]) > abs(moves[$0])
            }
            if isOver, !kept.contains(vote.sequence) {
                found.append(vote.sequence)
            } else {
                moves = next
            }
        }
        return found
    }

    /// How far some votes together move each rating, in points.
    package func moves(of votes: [WeighedVote]) -> [Double] {
        votes.reduce(into: [Double](repeating: 0, count: limits.count)) { moves, vote in
            influence.add(vote.outcome, between: vote.left, and: vote.right, to: &moves)
        }
    }
}

/// The votes that the cap on influence left out over some time.
package struct InfluenceFigures: Equatable, Sendable {
    /// How many voters had votes left out.
    package let voters: Int
    /// How many votes.
    package let votes: Int

    /// Counts.
    package init(voters: Int, votes: Int) {
        self.voters = voters
        self.votes = votes
    }
}
