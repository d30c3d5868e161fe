import Foundation

/// Finds the passages of the manual that a question is about, by BM25.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
/// k₁ = 1.2 and b = 0.75. A passage is one paragraph; the words of its heading and keywords belong
/// to it as well.
package struct ManualSearch: Sendable {
    /// A passage that fits a question.
    package struct Hit: Sendable, Equatable {
        /// Heading of its section.
        package let title: String
        /// The paragraph.
        package let text: String
        /// Its number in the manual, from 0.
        package let place: Int
        /// How well it fits; only the order means something.
        package let score: Double
    }

    private struct Passage: Sendable {
        let title: String
        let text: String
        let counts: [String: Double]
        let length: Double
        let isLead: Bool
    }

    /// How much a word of a heading or of the keywords weighs against one of the text.
    private static let headingWeight = 2.0
    private static let keywordWeight = 1.5
    /// How much better a section's first paragraph, which says what the rest explains, fits.
    private static let leadWeight = 1.3
    /// The share of a question's words, by weight, that a passage must hold to be an answer.
    private static let coverage = 0.4

    private let passages: [Passage]
    private let rarity: [String: Double]
    private let averageLength: Double

    /// A search over these sections.
    package init(_ sections: [ManualSection] = Manual.sections) {
        let passages = sections.flatMap { section in
            section.paragraphs.map { Self.passage($0, of: section) }
        }
        var holders: [String: Int] = [:]
        for passage in passages {
            for term in passage.counts.keys { holders[term, default: 0] += 1 }
        }
        let count = Double(passages.count)
        self.passages = passages
        rarity = holders.mapValues { log(1 + (count - Double($0) + 0.5) / (Double($0) + 0.5)) }
        averageLength = passages.map(\.length).reduce(0, +) / max(1, count)
    }

    /// The passages that answer a question, best first; none when nothing does.
    ///
    /// Deterministic: equal scores stay in the manual's order. Complexity: passages times words.
    package func hits(for question: String, limit: Int = 3) -> [Hit] {
        let said = Words.terms(of: question)
        let terms = Set(said.isEmpty ? Words.all(in: question) : said).sorted()
        guard !terms.isEmpty else { return [] }
        let whole = terms.map { rarity[$0] ?? unknownRarity(of: $0) }.reduce(0, +)
        let scored = passages.indices.compactMap { place -> Hit? in
            let passage = passages[place]
            let held = terms.filter { passage.counts[$0] != nil }
            let share = held.compactMap { rarity[$0] }.reduce(0, +) / whole
            guard !held.isEmpty, share >= Self.coverage else { return nil }
            let score = held.map { self.score($0, in: passage) }.reduce(0, +)
            return Hit(
                title: passage.title, text: passage.text, place: place,
                score: passage.isLead ? score * Self.leadWeight : score)
        }
        let order = scored.sorted { ($0.score, $1.place) > ($1.score, $0.place) }
        return Array(order.prefix(limit))
    }

    /// A word that the manual does not know weighs more than any it knows; a number says little.
    private func unknownRarity(of term: String) -> Double {
        Double(term) == nil ? log(1 + (Double(passages.count) + 0.5) / 0.5) : 0
    }

    private func score(_ term: String, in passage: Passage) -> Double {
        let count = passage.counts[term] ?? 0
        let weight = count * 2.2 / (count + 1.2 * (0.25 + 0.75 * passage.length / averageLength))
        return (rarity[term] ?? 0) * weight
    }

    private static func passage(_ text: String, of section: ManualSection) -> Passage {
        var counts: [String: Double] = [:]
        for term in Words.terms(of: text) { counts[term, default: 0] += 1 }
        for term in Words.terms(of: section.title) { counts[term, default: 0] += headingWeight }
        for term in Words.all(in: section.keywords) { counts[term, default: 0] += keywordWeight }
        return Passage(
            title: section.title, text: text, counts: counts,
            length: counts.values.reduce(0, +), isLead: text == section.paragraphs.first)
    }
}
