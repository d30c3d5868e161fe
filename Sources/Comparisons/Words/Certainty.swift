package import Ratings

/// How sure the votes are of which of two models is preferred, in one of six words.
///
/// The states are tested in the order of the cases; the first that holds is it.
package struct Certainty: Sendable, Equatable {
    /// The word.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// No chain of battles leads from one to the other.
        case unmet = "unknown"
        /// One of them has fewer votes than are asked for.
        case tooFew = "too few"
        /// With 90% certainty the gap is too small to notice.
        case even
        /// One is better with a certainty of 97.5% or more.
        case ahead
        /// One is better with a certainty of 90% or more.
        case leaning
        /// None of these.
        case open
    }

    /// The word that holds.
    package let state: State
    /// The model in front; the first where the gap is zero. It means nothing for `unmet`.
    package let front: PairSide
    /// The gap it was read from, seen from the first model.
    package let gap: Gap
    /// The votes of the model with fewer.
    package let votes: Int
    /// The votes asked for.
    package let minimum: Int
    /// The certainty that the front is really better, adjusted where many were tested at once.
    package let pFront: Double

    /// Reads a gap; `pFront` replaces the gap's own certainty where many gaps are tested at once.
    package init(_ gap: Gap, votes: Sides<Int>, minimum: Int, pFront: Double? = nil) {
        self.gap = gap
        self.votes = min(votes.a, votes.b)
        self.minimum = minimum
        front = gap.points < 0 ? .b : .a
        self.pFront = pFront ?? max(gap.pBetter, 1 - gap.pBetter)
        state = Self.state(gap, isEnough: self.votes >= minimum, pFront: self.pFront)
    }

    /// Whether the front may be called preferred, surely or probably.
    package var isDecided: Bool { state == .ahead || state == .leaning }

    /// Whether more votes would not change what is said.
    package var isSettled: Bool { state == .ahead || state == .even }

    /// Whether the gap's numbers may be shown.
    package var hasNumbers: Bool { state != .unmet && state != .tooFew }

    /// The gap seen from the model in front.
    package var frontGap: Gap { front == .a ? gap : gap.swapped }

    /// The mark of the cell of a side.
    package func mark(_ side: PairSide) -> Mark {
        guard side == front else { return .none }
        return state == .ahead ? .better : state == .leaning ? .leaning : .none
    }

    private static func state(_ gap: Gap, isEnough: Bool, pFront: Double) -> State {
        let isKnown = gap.connected && gap.points.isFinite && gap.standardError.isFinite
        guard isKnown, gap.standardError >= 0 else { return .unmet }
        guard isEnough else { return .tooFew }
        if gap.pNegligible() >= 0.9 { return .even }
        return pFront >= 0.975 ? .ahead : pFront >= 0.9 ? .leaning : .open
    }
}
