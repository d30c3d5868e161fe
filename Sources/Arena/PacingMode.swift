/// How received text is released to the voter.
package enum PacingMode: String, Sendable, Codable, CaseIterable {
    /// Both sides at the pace of the slower one, so that nobody can tell which of two is which.
    case even
    /// At one fixed rate for every contender, in padded frames, so that nobody can tell who it is.
    case strict
    /// As it comes.
    case live
    /// All at once, when both replies are complete.
    case hold

    /// Seconds between two ticks.
    package var tickSeconds: Double { self == .strict ? StrictPacing.tickSeconds : 0.08 }

    /// The bytes to whose multiples every frame of a stream is padded; `nil` where frames are as
    /// long as what is in them.
    package var frameBytes: Int? { self == .strict ? 2048 : nil }
}
