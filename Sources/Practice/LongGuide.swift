/// Answers with several passages under their headings.
package struct LongGuide: Guide {
    /// What it is called as a model.
    package let model = "guide-long"
    /// The name people read.
    package let name = "Guide: long"
    private let search: ManualSearch

    /// A guide over a search.
    package init(search: ManualSearch = ManualSearch()) {
        self.search = search
    }

    /// A sum with its reading, or up to three passages as quotes, or an honest refusal.
    package func answer(to question: String) -> String {
        if let sum = Calculation(question) {
            return """
                **\(sum.reading) = \(sum.result)**

                This is plain arithmetic, done by a small program with ordinary precedence of \
                operators. I am not a language model.
                """
        }
        let hits = search.hits(for: question)
        guard !hits.isEmpty else { return Self.refusal }
        var parts = ["This is what the manual of this arena says."]
        for section in Self.bySection(hits) {
            parts.append("### \(section[0].title)")
            parts += section.map { "> \($0.text)" }
        }
        return parts.joined(separator: "\n\n")
    }

    /// Hits of one section together and in reading order, the section of the best hit first.
    private static func bySection(_ hits: [ManualSearch.Hit]) -> [[ManualSearch.Hit]] {
        var titles: [String] = []
        for hit in hits where !titles.contains(hit.title) { titles.append(hit.title) }
        return titles.map { title in
            hits.filter { $0.title == title }.sorted { $0.place < $1.place }
        }
    }

    private static var refusal: String {
        let list = Guides.examples.map { "- \($0)" }.joined(separator: "\n")
        return """
            ### Nothing found

            I am not a language model. I am a small program that searches this arena's manual for \
            the words of your question and quotes what it finds. The manual says nothing about \
            this one, and I make nothing up.

            You can ask me, for example:

            \(list)

            To have a language model answer, connect one: ask me how.
            """
    }
}
