/// This product's own manual, as the practice guides search it.
package enum Manual {
    /// All sections, in reading order.
    package static let sections: [ManualSection] =
        battleChapter + ratingChapter + privacyChapter + connectChapter + operationChapter
}

/// One section of the manual.
package struct ManualSection: Sendable, Equatable {
    /// Its heading.
    package let title: String
    /// Other words that people use for the same thing; searched, never shown.
    package let keywords: String
    /// Its paragraphs; Markdown with no more than inline code and emphasis.
    package let paragraphs: [String]

    /// A section; blank lines part the paragraphs of its text, single line ends are blanks.
    init(_ title: String, keywords: String, _ text: String) {
        self.title = title
        self.keywords = keywords
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        self.paragraphs = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }
}
