/// A node of a block's tree.
enum MarkdownNode: Equatable, Sendable {
    case document
    case quote
    /// A list; with its first number when it is ordered.
    case list(start: Int?)
    /// An item; for one of a task list, whether it is done.
    case item(isDone: Bool?)
    case paragraph(isTight: Bool)
    case heading(level: Int)
    case codeBlock(language: String, text: String)
    case rule
    /// A table with the alignments of its columns: `l`, `c`, `r`, or 0.
    case table([UInt8])
    case row(isHeader: Bool)
    case cell
    case text(String)
    case code(String)
    case softBreak
    case lineBreak
    /// A tag, shown as text.
    case tag(String)
    case emphasis
    case strong
    case strikethrough
    case link(String)
    case image(String)
    /// What this reader does not know; its children are shown.
    case unknown
}

/// A step of the walk through a tree. A leaf is entered and never left.
struct MarkdownStep: Equatable, Sendable {
    let node: MarkdownNode
    let isEntering: Bool
}
