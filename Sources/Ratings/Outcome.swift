/// The verdict of one vote on a battle between a first contender, a, and a second, b.
public enum Outcome: String, Sendable, CaseIterable, Codable {
    /// The first contender's reply is better.
    case a
    /// The second contender's reply is better.
    case b
    /// Both replies are equally good.
    case tie
    /// Neither reply is worth using.
    case bothBad = "both_bad"

    /// What the first contender gets for it, as a share of a win: 1, 0, or ½ for a tie and for
    /// both bad.
    public var score: Double {
        switch self {
        case .a: 1
        case .b: 0
        case .tie, .bothBad: 0.5
        }
    }

    /// The same verdict with the two contenders named in the other order.
    public var swapped: Outcome {
        switch self {
        case .a: .b
        case .b: .a
        case .tie, .bothBad: self
        }
    }
}
