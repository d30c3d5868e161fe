import Ratings

/// What one vote moved: the difference between the ratings with it and without it.
package struct VoteShift: Equatable, Sendable {
    /// Points won or lost, by side.
    package let points: Sides<Double>

    /// Fits twice, by the method of the board; `nil` where one of the two has no other vote, so that
    /// there is no rating without it.
    ///
    /// - Parameter tally: the votes with this one among them.
    init?(of outcome: VoteOutcome, between names: Sides<String>, in tally: Tally) {
        var others = tally
        var one = Tally()
        guard (try? one.add(outcome, between: names.a, and: names.b)) != nil,
            (try? others.remove(one)) != nil,
            others.votes(of: names.a) > 0, others.votes(of: names.b) > 0,
            let with = try? BoardFit(tally, warmStart: nil),
            let without = try? BoardFit(others, warmStart: nil), with.prior == without.prior
        else { return nil }
        let points = { (name: String, fit: BoardFit) -> Double? in
            fit.tally.index(of: name).map { fit.fit.ratings[$0].points }
        }
        guard let a = points(names.a, with), let b = points(names.b, with),
            let oldA = points(names.a, without), let oldB = points(names.b, without)
        else { return nil }
        self.points = Sides(a: a - oldA, b: b - oldB)
    }
}

extension RatingService {
    /// What a vote moved in the ratings as they stand; `nil` where it is not counted, or has not been
    /// rated yet.
    package func shift(of reveal: Reveal) async -> VoteShift? {
        guard reveal.kind.isRated, reveal.exclusion == nil, let sequence = reveal.sequence,
            let counted = counted(in: reveal.pool), counted.lastSequence >= sequence
        else { return nil }
        let names = reveal.sides.map(\.contender.text)
        return await Self.shift(of: reveal.outcome, between: names, in: counted.tally)
    }

    /// Fits off the actor, so that no one who asks for a snapshot waits.
    @concurrent
    private static func shift(
        of outcome: VoteOutcome, between names: Sides<String>, in tally: Tally
    ) async -> VoteShift? {
        VoteShift(of: outcome, between: names, in: tally)
    }
}
