/// Why a fit gives no result.
public enum FitError: Error, Sendable, Equatable {
    /// A parameter lies outside its range; the name is the parameter's.
    case invalidParameter(String)
    /// The anchor is not among the contenders.
    case unknownAnchor(String)
    /// Intervals by voter are asked for, but the tally does not know its voters.
    case unknownVoters
    /// The votes are too few for this fit; the text says what is missing.
    case tooFewVotes(String)
    /// The ascent did not come to rest within its patience; the gradient is the one it stopped at.
    case notConverged(rounds: Int, gradient: Double)
    /// The curvature was lost in rounding.
    case notPositiveDefinite(round: Int)
    /// The task that waited for the fit was cancelled.
    case cancelled
}
