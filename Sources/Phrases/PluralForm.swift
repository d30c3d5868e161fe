/// The plural categories of the Unicode CLDR for whole numbers.
package enum PluralForm: String, Sendable, Codable, CaseIterable {
    case zero, one, two, few, many, other

    /// The category of a number that is not negative; languages not named here have English's two.
    ///
    /// Source: CLDR 45, cardinal rules, operand `i` with no decimals.
    init(of number: Int, in language: String) {
        switch language {
        case "ja", "zh", "ko", "vi", "th", "id", "ms": self = .other
        case "fr", "pt": self = number < 2 ? .one : .other
        case "ru", "uk", "be": self = Self.eastSlavic(number)
        case "pl": self = Self.polish(number)
        case "cs", "sk": self = number == 1 ? .one : (2...4).contains(number) ? .few : .other
        case "ar": self = Self.arabic(number)
        default: self = number == 1 ? .one : .other
        }
    }

    private static func eastSlavic(_ number: Int) -> PluralForm {
        let (ten, hundred) = (number % 10, number % 100)
        if ten == 1, hundred != 11 { return .one }
        if (2...4).contains(ten), !(12...14).contains(hundred) { return .few }
        return .many
    }

    private static func polish(_ number: Int) -> PluralForm {
        if number == 1 { return .one }
        let (ten, hundred) = (number % 10, number % 100)
        return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
    }

    private static func arabic(_ number: Int) -> PluralForm {
        switch (number, number % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
