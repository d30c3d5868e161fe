/// The choice of the next two contenders and their sides.
package struct Pairing: Equatable, Sendable {
    /// Who plays on which side.
    package let contenders: Sides<Contender>
    /// Whether the pair was drawn or chosen by the voter.
    package let kind: BattleKind
    /// The probability with which this unordered pair was chosen, in (0, 1].
    package let probability: Double

    /// Tosses a fair coin for the sides of a pair.
    ///
    /// - Parameter generator: cryptographic in the service; seeded in tests.
    package init(
        _ first: Contender, _ second: Contender, kind: BattleKind = .random, probability: Double,
        using generator: inout some RandomNumberGenerator
    ) {
        contenders =
            Bool.random(using: &generator)
            ? Sides(a: first, b: second) : Sides(a: second, b: first)
        self.kind = kind
        self.probability = probability
    }
}
