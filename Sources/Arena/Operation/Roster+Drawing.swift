package import Ratings

extension Roster {
    /// Draws the next battle of those in play: a share of them for control, a model against itself,
    /// the rest by the sampling rule and the contenders' weights.
    ///
    /// The probability is that of the unordered pair before the draw; over all pairs and controls
    /// they add up to 1.
    ///
    /// - Throws: ``ArenaError/needTwoContenders``.
    package func draw(
        by policy: PairingPolicy, minimumVotes: Int, tally: Tally, fit: Fit?,
        using generator: inout some RandomNumberGenerator
    ) throws(ArenaError) -> Pairing {
        let contenders = inPlay
        guard contenders.count >= 2 else { throw .needTwoContenders }
        if let control = control(share: policy.controlShare, using: &generator) { return control }
        let rule = SamplingRule(
            floor: policy.draw == .uniform ? 1 : 0.1, minimumVotes: minimumVotes)
        let distribution = rule.distribution(
            over: contenders.map(\.id.text), tally: tally, fit: fit
        ).weighted(by: weights)
        let byName = Dictionary(contenders.map { ($0.id.text, $0) }) { first, _ in first }
        guard let chance = distribution.draw(using: &generator),
            let first = byName[chance.first], let second = byName[chance.second]
        else { throw .needTwoContenders }
        return Pairing(
            first, second,
            probability: chance.probability * (isPractice ? 1 : 1 - policy.controlShare),
            using: &generator)
    }
}
