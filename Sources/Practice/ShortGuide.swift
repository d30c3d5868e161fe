/// Answers with the one to three sentences that fit best.
package struct ShortGuide: Guide {
    /// What it is called as a model.
    package let model = "guide-short"
    /// The name people read.
    package let name = "Guide: short"
    private let search: ManualSearch
    private static let sentences = 3

    /// A guide over a search.
    package init(search: ManualSearch = ManualSearch()) {
        self.search = search
    }

    /// The result of a sum, or the best sentences of the best passage, or an honest refusal.
    package func answer(to question: String) -> String {
        if let sum = Calculation(question) { return "\(sum.result)" }
        guard let hit = search.hits(for: question, limit: 1).first else { return Self.refusal }
        return Self.best(of: Sentences.split(hit.text), for: question)
    }

    /// The run of sentences that holds the most of the question's words, the earliest among equals.
    private static func best(of sentences: [String], for question: String) -> String {
        let terms = Set(Words.terms(of: question))
        let size = min(Self.sentences, sentences.count)
        var best = (start: 0, count: -1)
        for start in 0...(sentences.count - size) {
            let run = sentences[start..<(start + size)].joined(separator: " ")
            let count = terms.intersection(Words.terms(of: run)).count
            if count > best.count { best = (start, count) }
        }
        return sentences[best.start..<(best.start + size)].joined(separator: " ")
    }

    private static let refusal = """
        I am not a language model, only a small program that searches this arena's manual, and I \
        find nothing about that in it. Ask me, for example: "\(Guides.examples[0])" or \
        "\(Guides.examples[2])"
        """
}
