/// How the next pair is drawn, as far as an operator may choose.
package struct PairingPolicy: Equatable, Sendable, CustomStringConvertible {
    /// Which pairs are preferred.
    package enum Draw: String, Sendable, CaseIterable {
        /// Those from which one more vote tells most.
        case informative
        /// None: every pair has the same chance, up to the contenders' weights.
        case uniform
    }

    /// The shares of control battles there may be.
    package static let controlShares = 0.0...0.5

    /// Which pairs are preferred.
    package var draw: Draw
    /// The share of battles in which a contender plays itself: whoever votes there tells how much
    /// the side weighs. Such votes enter no rating.
    package var controlShare: Double

    /// A policy; pairs by what they tell and no control battles unless told otherwise.
    package init(draw: Draw = .informative, controlShare: Double = 0) {
        self.draw = draw
        self.controlShare = controlShare
    }

    /// `informative pairs, control battles 2%`.
    package var description: String {
        let share = (controlShare * 1000).rounded() / 10
        let number = share == share.rounded() ? "\(Int(share))" : "\(share)"
        return "\(draw.rawValue) pairs, control battles \(number)%"
    }
}
