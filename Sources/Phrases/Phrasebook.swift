/// The words of the pages in one language.
///
/// A phrase is asked for by its English words, which are also what is said where the language has
/// none for it. `{name}` in a phrase is replaced by the part of that name.
package struct Phrasebook: Sendable, Equatable {
    /// Which language it speaks.
    package let language: Language
    private let phrases: [String: Phrase]
    let disguise: Disguise?
    private var marksGaps = false

    /// English, for which no catalogue is needed.
    package static let english = Phrasebook(.english, phrases: [:])

    /// A language and its phrases by their English words.
    package init(_ language: Language, phrases: [String: Phrase]) {
        self.language = language
        self.phrases = phrases
        disguise = nil
    }

    /// A language that only tests speak: English, disguised.
    init(_ language: Language, disguise: Disguise) {
        self.language = language
        phrases = [:]
        self.disguise = disguise
    }

    /// The same book, which puts `⟦…⟧` around every phrase it has no words for: so that a test of the
    /// pages finds what a catalogue lacks. The parts of such a phrase stand behind it.
    package var markingGaps: Phrasebook {
        var book = self
        book.marksGaps = true
        return book
    }

    /// The phrase for these English words, its parts put in.
    package func text(_ english: String, _ parts: [String: String] = [:]) -> String {
        fill(phrases[english]?.text(for: .other) ?? disguised(english), with: parts)
    }

    /// The phrase beside a number, as `1 vote`, `1,800 votes`; `{n}` is the number, grouped.
    ///
    /// - Parameters:
    ///   - one: the English words for one.
    ///   - other: those for any other number; a catalogue lists its forms under these.
    package func count(
        _ number: Int, _ one: String, _ other: String, _ parts: [String: String] = [:]
    ) -> String {
        let phrase =
            phrases[other]?.text(for: language.plural(of: number))
            ?? disguised(number == 1 && !marksGaps ? one : other)
        var parts = parts
        parts["n"] = figure(Self.grouped(number))
        return fill(phrase, with: parts)
    }

    /// A number written the English way, in this language's.
    package func figure(_ text: String) -> String {
        language.figure(text)
    }

    /// A number in its unit, as `{n}%`, the number as it is already written in this language.
    ///
    /// Unlike a phrase, a unit without an entry stays as it is: `%` needs no words.
    package func unit(_ pattern: String, _ number: String) -> String {
        fill(phrases[pattern]?.text(for: .other) ?? pattern, with: ["n": number])
    }

    /// A percentage, its number as it is already written in this language.
    package func percentage(_ number: String) -> String { unit("{n}%", number) }

    /// The English words that have a phrase here, in no order.
    package var keys: some Collection<String> { phrases.keys }

    /// Whether these English words have a phrase here; any do in a disguise.
    func hasPhrase(_ english: String) -> Bool { disguise != nil || phrases[english] != nil }

    /// Whether gaps are marked.
    var isMarked: Bool { marksGaps }

    /// What the catalogue says for these words in a plural form.
    func phrase(_ english: String, _ form: PluralForm) -> String? {
        phrases[english]?.text(for: form)
    }

    /// These words marked as a gap, and behind it all their parts.
    func gap(_ english: String) -> String {
        let parts = english.matches(of: /\{\w+\}/).map { String($0.output) }
        return "⟦" + english.replacing("{", with: "❴") + "⟧" + parts.joined()
    }

    private func disguised(_ english: String) -> String {
        if marksGaps { return gap(english) }
        return disguise?.text(of: english) ?? english
    }

    /// A phrase with its parts put in, by their names.
    package func fill(_ phrase: String, with parts: [String: String]) -> String {
        guard !parts.isEmpty, phrase.utf8.contains(UInt8(ascii: "{")) else { return phrase }
        var filled = ""
        var rest = phrase[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}"),
                let part = parts[String(rest[rest.index(after: open)..<close])]
            else {
                filled.append("{")
                rest = rest[rest.index(after: open)...]
                continue
            }
            filled += part
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
