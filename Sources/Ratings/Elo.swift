/// Online Elo ratings, for reference only: they depend on the order of the votes.
///
/// E_a = 1/(1 + 10^((R_b − R_a)/400)); R_a ← R_a + K(y − E_a), R_b ← R_b − K(y − E_a) (Elo 1978).
/// K = 4 and a start of 1000 are FastChat's. There is no interval: the method has none.
public struct Elo: Sendable, Equatable {
    /// The name and version of the method.
    public static let method = "elo/1"

    /// How far one vote can move a rating, in points.
    public let step: Double
    /// The points of a contender before its first vote.
    public let initial: Double
    /// Points by contender.
    public private(set) var points: [String: Double] = [:]
    /// Votes recorded.
    public private(set) var votes = 0

    /// Starts with no contender.
    public init(step: Double = 4, initial: Double = 1000) {
        self.step = step
        self.initial = initial
    }

    /// Moves both contenders by one vote.
    /// - Throws: `TallyError` if a name is empty or both are one.
    public mutating func record(
        _ outcome: Outcome, between a: String, and b: String
    ) throws(TallyError) {
        guard !a.isEmpty, !b.isEmpty else { throw .emptyName }
        guard a != b else { throw .sameContender(a) }
        let gap = points[a, default: initial] - points[b, default: initial]
        let move = step * (outcome.score - Scale.expectedShare(atGap: gap))
        points[a, default: initial] += move
        points[b, default: initial] -= move
        votes += 1
    }
}
