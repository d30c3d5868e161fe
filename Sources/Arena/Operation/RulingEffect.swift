package import Ratings

/// What taking votes out of the count, or putting them back, does to the ratings.
package struct RulingEffect: Equatable, Sendable {
    /// One contender before and after.
    package struct Change: Equatable, Sendable {
        /// Which contender.
        package let contender: ContenderID
        /// Its name for people.
        package let name: String
        /// Its rating and best place before; `nil` where it has no votes then.
        package let before: Place?
        /// The same after.
        package let after: Place?

        /// A rating in points with its 95% interval and the places it may hold.
        package struct Place: Equatable, Sendable {
            /// Points.
            package let rating: Double
            /// Ends of the interval, in points.
            package let interval: ClosedRange<Double>
            /// Places.
            package let ranks: ClosedRange<Int>
        }
    }

    /// Votes counted before.
    package let votesBefore: Int
    /// Votes counted after.
    package let votesAfter: Int
    /// Every contender of either fit, the largest move first.
    package let changes: [Change]

    /// Fits the tally as it stands and as it would be, off the caller's actor.
    ///
    /// - Parameters:
    ///   - tally: the votes that count now.
    ///   - votes: votes on random battles of the same pool.
    ///   - counts: whether they would count; they must not stand that way already.
    /// - Throws: ``ArenaError/invalid(field:reason:)`` when the votes are not in the tally.
    @concurrent
    package static func of(
        _ votes: [RuledVote], counting counts: Bool, in tally: Tally, names: [ContenderID: String]
    ) async throws(ArenaError) -> RulingEffect {
        let after = try tally.changed(by: votes, counting: counts)
        return RulingEffect(
            votesBefore: tally.votes, votesAfter: after.votes,
            before: try places(tally), after: try places(after), names: names)
    }

    private init(
        votesBefore: Int, votesAfter: Int, before: [String: Change.Place],
        after: [String: Change.Place], names: [ContenderID: String]
    ) {
        self.votesBefore = votesBefore
        self.votesAfter = votesAfter
        let all = Set(before.keys).union(after.keys).compactMap { ContenderID($0) }
        let move = { (change: Change) -> Double in
            guard let one = change.before, let other = change.after else { return .infinity }
            return abs(one.rating - other.rating)
        }
        changes = all.map {
            Change(
                contender: $0, name: names[$0] ?? $0.text, before: before[$0.text],
                after: after[$0.text])
        }.sorted { one, other in
            (-move(one), one.contender.text) < (-move(other), other.contender.text)
        }
    }

    private static func places(_ tally: Tally) throws(ArenaError) -> [String: Change.Place] {
        guard tally.votes > 0 else { return [:] }
        do {
            let fit = try BoardFit(tally, warmStart: nil).fit
            let places = fit.ratings.indices.map { index in
                let rating = fit.ratings[index]
                let interval =
                    min(
                        rating.interval.low, rating.interval.high)...max(
                        rating.interval.low, rating.interval.high)
                return (
                    rating.contender,
                    Change.Place(
                        rating: rating.points, interval: interval, ranks: fit.rankRange(index))
                )
            }
            return Dictionary(places) { first, _ in first }
        } catch {
            throw .invalid(field: "votes", reason: "The ratings cannot be computed: \(error).")
        }
    }
}

/// A vote as far as a tally knows it.
package struct RuledVote: Equatable, Sendable {
    /// Who played, by side.
    package let contenders: Sides<ContenderID>
    /// How the vote fell.
    package let outcome: VoteOutcome

    /// A vote.
    package init(contenders: Sides<ContenderID>, outcome: VoteOutcome) {
        self.contenders = contenders
        self.outcome = outcome
    }
}

extension Tally {
    /// The tally with these votes put in, or taken out. A contender that has none left is gone.
    fileprivate func changed(
        by votes: [RuledVote], counting counts: Bool
    ) throws(ArenaError) -> Tally {
        do throws(TallyError) {
            var taken = Tally()
            for vote in votes {
                try taken.add(
                    vote.outcome, between: vote.contenders.a.text,
                    and: vote.contenders.b.text)
            }
            return counts ? try self.adding(taken) : try self.taking(taken)
        } catch {
            throw .invalid(
                field: "votes", reason: "Some of them do not stand as they did. Look again.")
        }
    }

    private func adding(_ other: Tally) throws(TallyError) -> Tally {
        var sum = self
        try sum.add(other)
        return sum
    }

    private func taking(_ other: Tally) throws(TallyError) -> Tally {
        var rest = Tally()
        for pair in pairs {
            let (one, two) = (contenders[pair.first], contenders[pair.second])
            let gone = other.pair(one, two)
            for outcome in Outcome.allCases {
                let left = pair.count(of: outcome) - (gone?.count(of: outcome) ?? 0)
                if left != 0 { try rest.add(outcome, between: one, and: two, count: left) }
            }
        }
        guard rest.votes == votes - other.votes else { throw .negativeCount(-other.votes) }
        return rest
    }
}
