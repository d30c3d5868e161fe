/// One value in a table, or the reason why there is none.
package struct Cell: Sendable, Hashable {
    /// As it is printed; the reason in words where it is missing.
    package let words: Sentence
    /// The value for programs; `nil` where it is missing or only words.
    package let value: Exact?
    /// Why there is no value.
    package let missing: Missing?
    /// Whether this side of the row is better, and how surely.
    package var mark: Mark

    init(_ words: Sentence, value: Exact? = nil, mark: Mark = .none) {
        self.words = words
        self.value = value
        self.missing = nil
        self.mark = mark
    }

    init(_ missing: Missing) {
        words = missing.words
        value = nil
        self.missing = missing
        mark = .none
    }

    /// An empty place: nothing is to be said here, and nothing is missing.
    static let empty = Cell("")
}

/// A value as programs read it.
package enum Exact: Sendable, Hashable {
    /// A whole number.
    case count(Int)
    /// A statistic in full precision.
    case number(Double)
    /// An exact decimal, as a string in JSON.
    case decimal(Rational)
    /// Yes or no.
    case flag(Bool)
    /// Words or a date.
    case text(String)
    /// A set of words.
    case list([String])
}

/// Why a value is missing, each reason with its one phrase.
package enum Missing: String, Sendable, Hashable, CaseIterable {
    case notSourced = "not_sourced"
    case notPublished = "not_published"
    case doesNotApply = "does_not_apply"
    case tooFewMeasurements = "too_few_measurements"
    case tooFewVotes = "too_few_votes"
    case notMeasured = "not_measured"
    case notMet = "not_met"
    case notComparable = "not_comparable"
    case noSeparateLimit = "no_separate_limit"

    /// As it is printed.
    package var words: Sentence {
        switch self {
        case .notSourced: "not sourced"
        case .notPublished: "not published by the maker"
        case .doesNotApply: "does not apply"
        case .tooFewMeasurements: "too few measurements"
        case .tooFewVotes: "not enough votes yet"
        case .notMeasured: "not measured here yet"
        case .notMet: "no vote yet"
        case .notComparable: "not compared"
        case .noSeparateLimit: "no separate output limit is sourced"
        }
    }
}

/// Whether a cell holds the better of two values.
package enum Mark: String, Sendable, Hashable {
    /// No difference that passes the row's threshold.
    case none
    /// Probably better: a hollow mark.
    case leaning
    /// Better.
    case better

    /// The mark itself; empty for none. Beside it stands the word, for those who do not see it.
    package var symbol: String {
        switch self {
        case .none: ""
        case .leaning: "△"
        case .better: "▲"
        }
    }

    /// The mark in a word; empty for none.
    package var word: String {
        switch self {
        case .none: ""
        case .leaning: "probably better"
        case .better: "better"
        }
    }
}
