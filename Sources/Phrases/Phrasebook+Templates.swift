/// Sentences whose parts were put in before a language was known.
extension Phrasebook {
    /// Whether it says everything as it was written, so that nothing need be asked for.
    package var isPlainEnglish: Bool { language == .english && !isMarked }

    /// The phrase for the template of a sentence, as `{1} costs {2} less`, its parts not put in;
    /// `nil` where there is none.
    ///
    /// A template that lacks its full stop, because something was put after it, is served by the
    /// phrase that has one. A template without a letter, as `{1} ({2})`, has always a phrase: its own.
    ///
    /// - Parameter number: the first number in the sentence, for its plural form.
    package func template(_ english: String, beside number: Int? = nil) -> String? {
        let form = number.map { language.plural(of: $0) } ?? .other
        if let phrase = phrase(english, form) { return phrase }
        if !english.hasSuffix("."), let phrase = phrase(english + ".", form) {
            return String(phrase.dropLast())
        }
        guard english.contains(where: \.isLetter) else { return english }
        if isMarked { return gap(english) }
        return disguise?.text(of: english)
    }

    /// A word of a fixed set: itself where there is no phrase for it.
    package func word(_ english: String) -> String {
        template(english) ?? english
    }

    /// A cell of a table, a number or a word of a fixed set: what is neither stays as it is.
    package func cell(_ english: String) -> String {
        let number = numeral(english)
        return number != english ? number : phrase(english, .other) ?? english
    }

    /// A whole number as English prints it, in this language; anything else stays as it is.
    package func count(_ english: String) -> String {
        english.allSatisfy { $0.isWholeNumber || $0 == "," } ? figure(english) : english
    }

    private static let bounds = ["more than ", "less than ", "More than ", "Less than "]

    /// A number as English prints it, in this language: `$1,047.50`, `55–63%`, `more than 99%`,
    /// `0.46 ¢`, `1.05M`. What is no such number stays as it is.
    package func numeral(_ english: String) -> String {
        for start in Self.bounds where english.hasPrefix(start) {
            let rest = numeral(String(english.dropFirst(start.count)))
            return fill(template(start + "{n}") ?? start + "{n}", with: ["n": rest])
        }
        var rest = english[...]
        let sign = rest.prefix { "−+±".contains($0) }
        rest = rest.dropFirst(sign.count)
        let gap = rest.prefix { $0 == " " }
        rest = rest.dropFirst(gap.count)
        let currency = rest.prefix { $0 == "$" }
        rest = rest.dropFirst(currency.count)
        let digits = rest.prefix { $0.isWholeNumber || "−+–.,:".contains($0) }
        guard digits.contains(where: \.isWholeNumber) else { return english }
        let pattern = currency + "{n}" + rest.dropFirst(digits.count)
        return sign + gap + unit(String(pattern), figure(String(digits)))
    }
}
