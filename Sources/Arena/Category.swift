/// What a battle was about, as far as a plain rule can tell; a battle may be of several.
///
/// No model is asked: the same prompts give the same categories on every machine. Every battle has
/// exactly one language, if only the unknown one.
///
/// Beside those told here there is one for each tag that the operator set; see ``Tag``.
package struct Category: RawRepresentable, Hashable, Sendable, Codable, Comparable {
    /// The word by which it is stored and asked for.
    package let rawValue: String

    /// The category of a word: one of ``allCases``, or `tag-` and a tag's name.
    package init?(rawValue: String) {
        guard Self.order[rawValue] != nil || Tag.name(ofCategory: rawValue) != nil else {
            return nil
        }
        self.rawValue = rawValue
    }

    private init(_ word: String) { rawValue = word }

    /// Those of a tag.
    init(_ tag: Tag) { rawValue = Tag.prefix + tag.name }

    /// Asks for, shows or is about program text; see ``CodeSigns``.
    package static let code = Category("code")
    /// Holds formulas or asks for a calculation or a proof; see ``MathSigns``.
    package static let math = Category("math")
    /// Has a prompt of at least ``longWords`` words.
    package static let long = Category("long")
    /// Has more than one complete turn.
    package static let multiTurn = Category("multi-turn")
    /// English.
    package static let english = Category("language-en")
    /// French.
    package static let french = Category("language-fr")
    /// German.
    package static let german = Category("language-de")
    /// Spanish.
    package static let spanish = Category("language-es")
    /// Italian.
    package static let italian = Category("language-it")
    /// Portuguese.
    package static let portuguese = Category("language-pt")
    /// Russian.
    package static let russian = Category("language-ru")
    /// Chinese.
    package static let chinese = Category("language-zh")
    /// Japanese.
    package static let japanese = Category("language-ja")
    /// Korean.
    package static let korean = Category("language-ko")
    /// Arabic.
    package static let arabic = Category("language-ar")
    /// Another language, too few words to tell, or no words.
    package static let unknownLanguage = Category("language-unknown")

    /// Those that need no operator, in their order.
    package static let allCases: [Category] = [
        .code, .math, .long, .multiTurn, .english, .french, .german, .spanish, .italian,
        .portuguese, .russian, .chinese, .japanese, .korean, .arabic, .unknownLanguage,
    ]

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
        if let tag = Tag.name(ofCategory: rawValue) { return tag.replacing("-", with: " ") }
        return Self.names[self] ?? rawValue
    }

    private static let names: [Category: String] = [
        .code: "code", .math: "math", .long: "long prompts", .multiTurn: "several turns",
        .english: "English", .french: "French", .german: "German", .spanish: "Spanish",
        .italian: "Italian", .portuguese: "Portuguese", .russian: "Russian", .chinese: "Chinese",
        .japanese: "Japanese", .korean: "Korean", .arabic: "Arabic",
        .unknownLanguage: "other languages",
    ]

    /// In the order in which they stand above, tags after them by name.
    package static func < (left: Category, right: Category) -> Bool {
        let places = [left, right].map { order[$0.rawValue] ?? allCases.count }
        return places[0] == places[1] ? left.rawValue < right.rawValue : places[0] < places[1]
    }

    private static let order = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })

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
    package var categories: Set<Category> { categories(with: []) }

    /// The same, with the operator's tags among them.
    package func categories(with tags: [Tag]) -> Set<Category> {
        let prompts = turns.filter(\.isComplete).map(\.prompt.text)
        return Category.all(of: prompts)
            .union(tags.filter { $0.applies(to: prompts) }.map(\.category))
    }
}
