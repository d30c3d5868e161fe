package import Catalogue

/// A fact's value that has one way to be printed.
package protocol Showable: FactRepresentable {
    /// As it is printed.
    var shown: String { get }
    /// What other languages make of it.
    static var kind: Figure.Kind { get }
}

extension Showable {
    /// The same everywhere.
    package static var kind: Figure.Kind { .literal }
}

extension Int: Showable {
    /// A number.
    package static var kind: Figure.Kind { .number }
    /// In groups of three.
    package var shown: String { Form.count(self) }
}

extension Money: Showable {
    /// A number.
    package static var kind: Figure.Kind { .number }
    /// With its dollar sign.
    package var shown: String { Form.dollars(Rational(self)) }
}

extension FixedPoint: Showable {
    /// A number.
    package static var kind: Figure.Kind { .number }
    /// The source's own digits.
    package var shown: String { description }
}

extension CalendarDate: Showable {
    /// As exactly as it is known.
    package var shown: String { description }
}

extension String: Showable {
    /// The words themselves.
    package var shown: String { self }
}

extension Bool: Showable {
    /// A word.
    package static var kind: Figure.Kind { .word }
    /// In a word.
    package var shown: String { self ? "yes" : "no" }
}

extension [String]: Showable {
    /// With commas.
    package var shown: String { joined(separator: ", ") }
}

extension LicenseClass: Showable {
    /// A word.
    package static var kind: Figure.Kind { .word }
    /// In words.
    package var shown: String {
        switch self {
        case .osiOpen: "open source"
        case .openWeightsRestricted: "open weights with conditions"
        case .proprietary: "weights not published"
        }
    }
}

extension Fact where Value: Showable {
    /// The fact as a figure.
    var figure: Figure { Figure(value.shown, .stated, of: .fact(origin), as: Value.kind) }
}

extension Fact {
    /// What a figure computed from it names.
    var basis: Basis { .fact(origin) }
}

extension Observation {
    /// The value as it is printed; a word of a fixed set without its underscores.
    func words(of field: Field?) -> String {
        guard case .oneOf = field?.type else { return value.shown }
        return value.shown.split(separator: "_").joined(separator: " ")
    }
}

extension Origin {
    /// An observation of this fact as it is printed.
    func words(of observation: Observation) -> String {
        guard case .text(let text) = observation.value, text.utf8.contains(UInt8(ascii: "_")),
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        else { return observation.value.shown }
        return observation.words(of: Field(rawValue: String(path[path.index(after: slash)...])))
    }
}

extension FactValue {
    /// As it is printed.
    package var shown: String {
        switch self {
        case .text(let text): text
        case .count(let count): count.shown
        case .number(let number): number.shown
        case .money(let money): money.shown
        case .date(let date): date.shown
        case .flag(let flag): flag.shown
        case .words(let words): words.shown
        case .notPublished: "not published by the maker"
        case .doesNotApply: "does not apply"
        }
    }

    /// What other languages make of it.
    var kind: Figure.Kind {
        switch self {
        case .count, .number, .money: .number
        case .flag, .notPublished, .doesNotApply: .word
        case .text, .date, .words: .literal
        }
    }
}
