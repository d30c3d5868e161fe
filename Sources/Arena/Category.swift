/// What a battle was about, as far as a plain rule can tell; a battle may be of several.
///
/// No model is asked: the same prompts give the same categories on every machine. Every battle has
/// exactly one language, if only the unknown one.
package enum Category: String, Sendable, Codable, CaseIterable, Comparable {
    /// Asks for, shows or is about program text; see ``CodeSigns``.
    case code
    /// Holds formulas or asks for a calculation or a proof; see ``MathSigns``.
    case math
    /// Has a prompt of at least ``longWords`` words.
    case long
    /// Has more than one complete turn.
    case multiTurn = "multi-turn"
    /// English.
    case english = "language-en"
    /// French.
    case french = "language-fr"
    /// German.
    case german = "language-de"
    /// Spanish.
    case spanish = "language-es"
    /// Italian.
    case italian = "language-it"
    /// Portuguese.
    case portuguese = "language-pt"
    /// Russian.
    case russian = "language-ru"
    /// Chinese.
    case chinese = "language-zh"
    /// Japanese.
    case japanese = "language-ja"
    /// Korean.
    case korean = "language-ko"
    /// Arabic.
    case arabic = "language-ar"
    /// Another language, too few words to tell, or no words.
    case unknownLanguage = "language-unknown"

    /// Words from which a prompt is long, two Han or Kana letters counting as one word.
    package static let longWords = 200

    /// Unicode scalars of a prompt that the rules look at, so that a vote never waits for them.
    package static let lookedAt = 4000

    /// The categories of a conversation, from the prompts of its complete turns in order.
    ///
    /// It is of code or mathematics if one of its prompts is, and its language is that of all
    /// together, code fences left out. Of each prompt the first ``lookedAt`` Unicode scalars are
    /// looked at; only its words are counted to the end.
    package static func all(of prompts: [String]) -> Set<Category> {
        let beginnings = prompts.map { String($0.unicodeScalars.prefix(lookedAt)) }
        var found: Set<Category> = [LanguageSigns.language(of: beginnings)]
        for text in beginnings {
            let isCode = CodeSigns(text).isCode
            if isCode { found.insert(.code) }
            if MathSigns(text, isCode: isCode).isMath { found.insert(.math) }
        }
        if prompts.contains(where: { words(in: $0) >= longWords }) { found.insert(.long) }
        if prompts.count > 1 { found.insert(.multiTurn) }
        return found
    }

    /// Whether it is one of the languages, the unknown one among them.
    package var isLanguage: Bool { rawValue.hasPrefix("language-") }

    /// The name for people.
    package var name: String {
        switch self {
        case .code: "code"
        case .math: "math"
        case .long: "long prompts"
        case .multiTurn: "several turns"
        case .unknownLanguage: "other languages"
        default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
        }
    }

    /// In the order in which they stand above.
    package static func < (left: Category, right: Category) -> Bool {
        order[left, default: 0] < order[right, default: 0]
    }

    private static let order = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    private static func words(in text: String) -> Int {
        var (words, letters, isInside) = (0, 0, false)
        for scalar in text.unicodeScalars {
            let script = Script(scalar)
            if script == .han || script == .kana { letters += 1 }
            let isWord = script != .han && script != .kana && !scalar.properties.isWhitespace
            if isWord && !isInside { words += 1 }
            isInside = isWord
        }
        return words + letters / 2
    }
}

extension Battle {
    /// What this battle was about, from the prompts of its complete turns.
    package var categories: Set<Category> {
        Category.all(of: turns.filter(\.isComplete).map(\.prompt.text))
    }
}
