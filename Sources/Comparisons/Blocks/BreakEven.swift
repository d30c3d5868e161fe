import Ratings

/// What an extra preferred answer costs.
package enum BreakEven {
    /// (cost of the front − cost of the other) / (2E − 1) dollars; `nil` unless the front is the
    /// dearer and its expected share is above a half.
    package static func dollars(_ costs: Sides<Rational>?, _ certainty: Certainty) -> Rational? {
        guard let costs, let share = Rational(certainty.frontGap.expectedShare) else { return nil }
        let extra = costs[certainty.front] - costs[certainty.front.other]
        let lead = share * Rational(2) - Rational(1)
        guard extra > .zero, lead > .zero else { return nil }
        return extra / lead
    }
}
