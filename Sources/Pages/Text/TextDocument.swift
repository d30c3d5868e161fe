/// A text page as a value, from which the page and its Markdown twin are both made.
///
/// Texts are the arena's own and may hold two marks: `` `code` `` and `[words](address)`.
package struct TextDocument: Equatable, Sendable {
    /// The heading.
    package let title: String
    /// The page in a sentence, for search engines and previews.
    package let summary: String
    /// What stands below the heading, in order.
    package let blocks: [Block]

    /// One part of the text.
    package enum Block: Equatable, Sendable {
        /// A heading of the second level; others may link to its id.
        case heading(String, id: String)
        /// A heading of the third level.
        case subheading(String)
        /// A paragraph.
        case paragraph(String)
        /// A list without numbers.
        case list([String])
        /// Rows under columns; the first cell names its row.
        case table(String, columns: [String], rows: [[String]])
        /// Lines as they are.
        case code(String)
    }

    /// A text from its parts.
    package init(title: String, summary: String, blocks: [Block]) {
        self.title = title
        self.summary = summary
        self.blocks = blocks
    }
}

extension TextDocument {
    /// The text as Markdown.
    package var markdown: String {
        (["# " + title] + blocks.map(\.markdown)).joined(separator: "\n\n") + "\n"
    }
}

extension TextDocument.Block {
    fileprivate var markdown: String {
        switch self {
        case .heading(let text, _): return "## " + text
        case .subheading(let text): return "### " + text
        case .paragraph(let text): return text
        case .list(let items): return items.map { "- " + $0 }.joined(separator: "\n")
        case .code(let text): return "```\n" + text + "\n```"
        case .table(_, let columns, let rows):
            let line = { (cells: [String]) in
                "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
            }
            let rule = "|" + columns.map { _ in " --- |" }.joined()
            return ([line(columns), rule] + rows.map(line)).joined(separator: "\n")
        }
    }
}
