/// A practice guide: a small program that answers questions about this product.
///
/// No guide is a language model. The same question gets the same answer, always.
package protocol Guide: Sendable {
    /// What it is called as a model on its endpoint.
    var model: String { get }
    /// The name people read.
    var name: String { get }

    /// The answer to a question, in Markdown; never empty.
    func answer(to question: String) -> String
}

/// The practice guides, and how their answers are streamed.
package enum Guides {
    /// All guides.
    package static let all: [any Guide] = [
        ShortGuide(search: search), LongGuide(search: search),
    ]

    private static let search = ManualSearch()

    /// The guide of a model name.
    package static func guide(_ model: String) -> (any Guide)? {
        all.first { $0.model == model }
    }

    /// An answer cut into pieces of one word each, blanks included: joined they are the answer.
    package static func pieces(of answer: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in answer {
            if !character.isWhitespace, piece.last?.isWhitespace == true,
                piece.contains(where: { !$0.isWhitespace })
            {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// Questions that the manual answers.
    static let examples = [
        "How are ratings computed?", "What does ±20 mean?", "Is my prompt public?",
        "How do I connect Ollama?",
    ]
}
