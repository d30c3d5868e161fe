/// Whether a contender is drawn, and how often.
package struct ContenderState: Equatable, Sendable, CustomStringConvertible {
    /// Whether it is drawn.
    package enum Status: String, Sendable, CaseIterable {
        /// It is.
        case active
        /// Not for the time being.
        case paused
        /// Not any more; its votes and its place stay.
        case retired
    }

    /// The weights there may be.
    package static let weights = 0.05...20.0

    /// Whether it is drawn.
    package var status: Status
    /// How often beside the others: a pair's chance is multiplied by the weights of both.
    package var weight: Double
    /// Why it is retired; empty where it is not, or nobody said.
    package var reason: String

    /// A state; active with weight 1 unless told otherwise.
    package init(_ status: Status = .active, weight: Double = 1, reason: String = "") {
        self.reason = reason
        self.status = status
        self.weight = weight
    }

    /// `active, weight 1`.
    package var description: String {
        let number = weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
        return "\(status.rawValue), weight \(number)"
    }
}
