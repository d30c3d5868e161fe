package import Catalogue
package import Ratings

/// What this arena measured of two models, in one window of days.
package struct MeasuredEvidence: Sendable, Equatable {
    /// Days before `until` that are looked at.
    package var days: Int
    /// The last day of the window.
    package var until: CalendarDate
    /// Where the measuring server stands, as the operator names it; `nil` where it is not set.
    package var server: String?
    /// Each model's own figures; `nil` for one without an answer in the window.
    package var sides: Sides<Measured?>
    /// Figures on the same prompts; `nil` when there were none.
    package var paired: PairedMeasures?

    /// Evidence from its parts.
    package init(
        days: Int = 30, until: CalendarDate, server: String? = nil, sides: Sides<Measured?>,
        paired: PairedMeasures? = nil
    ) {
        self.days = days
        self.until = until
        self.server = server
        self.sides = sides
        self.paired = paired
    }

    /// The same seen from the second model.
    package var swapped: MeasuredEvidence {
        MeasuredEvidence(
            days: days, until: until, server: server, sides: sides.swapped,
            paired: paired?.swapped)
    }
}

/// What was measured of one model's calls.
package struct Measured: Sendable, Equatable {
    /// Calls made, failed ones among them.
    package var calls: Int
    /// Calls that failed.
    package var failures: Int
    /// Answers that refuse.
    package var refusals: Int
    /// Answers cut off at a limit.
    package var cutOff: Int
    /// Finished answers: what all figures below are of.
    package var answers: Int
    /// Seconds to the first visible text.
    package var firstText: Quantiles?
    /// Tokens a second while writing, the median.
    package var tokensPerSecond: Double?
    /// Words a second while writing, the median.
    package var wordsPerSecond: Double?
    /// Seconds to the end of the answer, the median.
    package var wholeAnswer: Double?
    /// Tokens read, over all answers.
    package var tokensIn: Int?
    /// Tokens written, hidden ones among them, over all answers.
    package var tokensOut: Int?
    /// Hidden tokens of thinking, over all answers.
    package var hiddenTokens: Int?
    /// Words written, over all answers.
    package var words: Int?
    /// What all answers cost.
    package var cost: Money?

    /// Figures from their parts.
    package init(
        calls: Int, failures: Int = 0, refusals: Int = 0, cutOff: Int = 0, answers: Int,
        firstText: Quantiles? = nil, tokensPerSecond: Double? = nil,
        wordsPerSecond: Double? = nil, wholeAnswer: Double? = nil, tokensIn: Int? = nil,
        tokensOut: Int? = nil, hiddenTokens: Int? = nil, words: Int? = nil, cost: Money? = nil
    ) {
        self.calls = calls
        self.failures = failures
        self.refusals = refusals
        self.cutOff = cutOff
        self.answers = answers
        self.firstText = firstText
        self.tokensPerSecond = tokensPerSecond
        self.wordsPerSecond = wordsPerSecond
        self.wholeAnswer = wholeAnswer
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.hiddenTokens = hiddenTokens
        self.words = words
        self.cost = cost
    }
}

/// Five points of a distribution, in seconds.
package struct Quantiles: Sendable, Equatable {
    /// The value that so many in a hundred do not pass.
    package var p5, p25, p50, p75, p95: Double

    /// Five points.
    package init(p5: Double, p25: Double, p50: Double, p75: Double, p95: Double) {
        (self.p5, self.p25, self.p50, self.p75, self.p95) = (p5, p25, p50, p75, p95)
    }
}

/// What was measured of two models on the same prompts.
package struct PairedMeasures: Sendable, Equatable {
    /// Prompts both answered.
    package var prompts: Int
    /// Seconds to the first text, first model less second.
    package var firstText: PairedDifference?
    /// Seconds to the end, first model less second.
    package var wholeAnswer: PairedDifference?
    /// Words a second, first model less second.
    package var wordsPerSecond: PairedDifference?
    /// What each model's answers to these prompts cost together; `nil` unless both are priced.
    package var cost: Sides<Money>?
    /// Tokens each model wrote for these prompts together.
    package var tokensOut: Sides<Int>?

    /// Figures from their parts.
    package init(
        prompts: Int, firstText: PairedDifference? = nil, wholeAnswer: PairedDifference? = nil,
        wordsPerSecond: PairedDifference? = nil, cost: Sides<Money>? = nil,
        tokensOut: Sides<Int>? = nil
    ) {
        self.prompts = prompts
        self.firstText = firstText
        self.wholeAnswer = wholeAnswer
        self.wordsPerSecond = wordsPerSecond
        self.cost = cost
        self.tokensOut = tokensOut
    }

    /// The same seen from the second model.
    package var swapped: PairedMeasures {
        PairedMeasures(
            prompts: prompts, firstText: firstText?.swapped, wholeAnswer: wholeAnswer?.swapped,
            wordsPerSecond: wordsPerSecond?.swapped, cost: cost?.swapped,
            tokensOut: tokensOut?.swapped)
    }
}

/// The median of paired differences with its bootstrap interval.
package struct PairedDifference: Sendable, Equatable {
    /// The median.
    package var median: Double
    /// The 95% interval of the median.
    package var interval: Interval

    /// A median with its interval.
    package init(median: Double, interval: Interval) {
        self.median = median
        self.interval = interval
    }

    /// The same seen from the second model.
    package var swapped: PairedDifference {
        PairedDifference(
            median: -median, interval: Interval(low: -interval.high, high: -interval.low))
    }
}
