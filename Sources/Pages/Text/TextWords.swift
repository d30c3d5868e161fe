import Phrases

/// The words of a text page in a language: all of them English where it has none for the summary.
struct TextWords {
    private let say: Phrasebook
    /// Whether the page is in the language of the pages around it.
    let isSpoken: Bool

    /// The words of a text.
    init(_ document: TextDocument, in say: Phrasebook) {
        self.say = say
        isSpoken = say.speaks(document.summary)
    }

    /// A text, in the language where that has words for it.
    func callAsFunction(_ text: String) -> String {
        isSpoken && !say.isPlainEnglish && say.speaks(text) ? say.text(text) : text
    }

    /// Marks a text that is English on a page that is not; code is of no language.
    func mark(_ text: String) -> HTML? {
        let isCode = text.hasPrefix("`") && text.hasSuffix("`") || !text.contains(where: \.isLetter)
        guard isSpoken, !say.isPlainEnglish, !say.speaks(text), !isCode else { return nil }
        return " lang=\"en\" dir=\"ltr\""
    }
}
