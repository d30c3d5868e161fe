package import Ratings

/// A style-adjusted fit for a board: what the ratings would be, were all answers equally long and
/// laid out alike; under the weak prior of ``BoardFit`` where the votes do not bound every rating.
package struct StyledBoardFit: Sendable {
    /// The ratings, and what style is worth.
    package let found: StyleFit
    /// The votes it was made from, style forgotten.
    let tally: Tally
    /// The prior used, if any.
    let prior: Double?

    /// Fits votes.
    package init(_ votes: StyledVotes) throws(FitError) {
        let plain = try StyleControl().fit(votes)
        tally = votes.total
        if plain.fit.ratings.contains(where: \.standing.isUnbounded) {
            prior = BoardFit.weakPrior
            // A normal prior of deviation s is the penalty 1/s² on each strength.
            let penalty = 1 / (BoardFit.weakPrior * BoardFit.weakPrior)
            found = try StyleControl(strengthPenalty: penalty).fit(votes)
        } else {
            prior = nil
            found = plain
        }
    }

    /// What each part of style is worth.
    package var effects: [StyleEffect] {
        zip(found.coefficients, found.deviations).map(StyleEffect.init)
    }

    /// The first 12 hexadecimal digits of the SHA-256 over method, prior, coefficients and counts.
    var name: String {
        let effects = found.coefficients.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
        return tally.digest(of: "\(method)|\(prior.map { "\($0)" } ?? "-")|\(effects)")
    }

    /// Method and interval, by name and version.
    var method: String {
        StyleControl.method + (prior == nil ? " sandwich" : " weak prior")
    }
}
