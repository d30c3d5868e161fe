package import Catalogue

/// A number or claim that a page may print, with what it was computed from.
///
/// Only this module can make one: from a fact, or from facts, votes or measurements by a formula.
package struct Figure: Sendable, Hashable {
    /// As it is printed.
    package let text: String
    /// How it was computed.
    package let formula: Formula
    /// What it was computed from.
    package let inputs: [Basis]
    /// What other languages make of it.
    package let kind: Kind

    /// What a language makes of a figure.
    package enum Kind: Sendable, Hashable {
        /// A number made by ``Form``, written in the language's digits.
        case number
        /// A word of a fixed set, which the language has its own for.
        case word
        /// The same everywhere: a date, a name, a source's own words.
        case literal
    }

    init(_ text: String, _ formula: Formula, of inputs: [Basis], as kind: Kind? = nil) {
        self.text = text
        self.formula = formula
        self.inputs = inputs
        self.kind = kind ?? (formula == .stated ? .literal : .number)
    }

    init(_ text: String, _ formula: Formula, of input: Basis, as kind: Kind? = nil) {
        self.init(text, formula, of: [input], as: kind)
    }

    /// The facts it rests on.
    package var facts: [Origin] {
        inputs.compactMap { if case .fact(let origin) = $0 { origin } else { nil } }
    }
}

/// What a figure was computed from.
package enum Basis: Sendable, Hashable {
    /// A sourced fact.
    case fact(Origin)
    /// Votes, by snapshot and what of them: `votes/41f0c2/gap`.
    case votes(String)
    /// A measurement of this arena, by model and what: `measured/o3-mini/first_text`.
    case measured(String)
    /// What the reader typed or chose: `chosen/requests`.
    case chosen(String)
    /// A constant of the method: `rule/minimum_votes`.
    case rule(String)

    /// Its address.
    package var path: String {
        switch self {
        case .fact(let origin): origin.path
        case .votes(let path), .measured(let path), .chosen(let path), .rule(let path): path
        }
    }

    /// By address, which names it on a page.
    package static func == (left: Basis, right: Basis) -> Bool { left.path == right.path }

    /// By address.
    package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// How a figure was computed; the raw value is what a reader is told.
package enum Formula: String, Sendable, Hashable, CaseIterable {
    case stated = "as the source states it"
    case counted = "counted"
    case mean = "sum divided by count"
    case quantile = "quantile of the measurements"
    case rate = "count divided by all"
    case pairedDifference = "median of the differences on the same prompts"
    case difference = "larger less smaller"
    case ratio = "larger divided by smaller"
    case saving = "1 − smaller divided by larger"
    case blend = "parts in × price in + parts out × price out, divided by all parts"
    case monthly = """
        requests × (1 + retries) × (tokens in × ((1 − cached) × price in + cached × cached price) \
        + tokens out × price out + price a request)
        """
    case perPreferred = "difference in cost an answer divided by (2 × expected share − 1)"
    case expectedShare = "1 / (1 + 10^(−gap / 400))"
    case certainty = "Φ(gap / standard error)"
    case interval = "gap ± 1.96 standard errors"
    case wilson = "Wilson interval of the decided votes"
    case votesNeeded = "(1/s*² − 1/s²) / (E (1 − E) k²), s* = |gap| / 1.96, k = ln 10 / 400"
    case points = "a less b, in points"
    case noise = "1.96 × √(SE a² + SE b²)"
    case daysBetween = "later day less earlier day"
    case monthsBetween = "days / 30.4375"
    case ruleOfThumb = "tokens × 0.75, a rule of thumb for English"
    case rule = "set by the operator or the method"
    case chosen = "chosen by the reader"
    case median = "median of the models measured here"
}
