/// A language that the pages can speak.
package struct Language: Sendable, Equatable {
    /// The language's BCP 47 tag, as `fr`.
    package let code: String
    /// Its name in itself.
    package let name: String
    /// Which way it is written.
    package let direction: Direction
    /// What stands between the whole and the decimal part of a number.
    package let decimal: String
    /// What stands between groups of three digits.
    package let grouping: String

    /// The two ways of writing.
    package enum Direction: String, Sendable, Codable {
        /// From the left.
        case ltr
        /// From the right.
        case rtl
    }

    /// A language.
    package init(
        code: String, name: String, direction: Direction = .ltr, decimal: String = ".",
        grouping: String = ","
    ) {
        self.code = code
        self.name = name
        self.direction = direction
        self.decimal = decimal
        self.grouping = grouping
    }

    /// The language the pages are written in; its phrases are the keys of all others.
    package static let english = Language(code: "en", name: "English")

    /// Which form of a phrase stands beside a whole number.
    package func plural(of number: Int) -> PluralForm {
        PluralForm(of: number, in: String(code.prefix { $0 != "-" }))
    }

    /// Writes a number that was written the English way, as `1,066.5`, the way of this language.
    package func figure(_ text: String) -> String {
        guard decimal != "." || grouping != "," else { return text }
        var written = ""
        let letters = Array(text)
        for (index, letter) in letters.enumerated() {
            let isInside =
                index > 0 && index + 1 < letters.count && letters[index - 1].isWholeNumber
                && letters[index + 1].isWholeNumber
            switch letter {
            case "." where isInside: written += decimal
            case "," where isInside: written += grouping
            default: written.append(letter)
            }
        }
        return written
    }
}
