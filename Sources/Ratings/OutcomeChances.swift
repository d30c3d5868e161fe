/// How probable each outcome of a battle is under a model that knows ties.
public struct OutcomeChances: Sendable, Equatable {
    /// The first contender is preferred.
    public let a: Double
    /// The second contender is preferred.
    public let b: Double
    /// Both are equally good.
    public let tie: Double
    /// Neither is worth using; 0 in models that count it as a tie.
    public let bothBad: Double

    /// The first contender's expected share of a vote, a tie and a both-bad counting half.
    public var share: Double { a + (tie + bothBad) / 2 }
}

/// The chances of the four outcomes with their slopes, in the order a, b, tie, both bad.
struct ChanceSlopes {
    var chance: SIMD4<Double>
    /// By the first contender's strength.
    var byFirst: SIMD4<Double>
    /// By the second contender's strength.
    var bySecond: SIMD4<Double>
    /// By the tie parameter.
    var byTie: SIMD4<Double>

    var chances: OutcomeChances {
        OutcomeChances(a: chance[0], b: chance[1], tie: chance[2], bothBad: chance[3])
    }
}

/// A model of all outcomes of a battle in two strengths and one tie parameter.
protocol OutcomeModel: Sendable {
    /// Whether both-bad is an outcome of its own, and so the strengths have a zero.
    var isGrounded: Bool { get }
    /// The chances at strengths `a` and `b` and a tie parameter that may be any number; at −∞
    /// there are no ties.
    func slopes(_ a: Double, _ b: Double, _ tie: Double) -> ChanceSlopes
}
