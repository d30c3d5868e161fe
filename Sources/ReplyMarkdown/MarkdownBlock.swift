/// A part of a reply that no later text can change, as final HTML.
///
/// The blocks of a reply in their order, joined, are the reply's HTML. A block alone is whole
/// markup but for top-level lists: the first item's block opens the list, the blocks of further
/// items begin with `<li` and belong into it, and the last one closes it.
package struct MarkdownBlock: Equatable, Sendable {
    /// The markup.
    package let html: String
    /// Where the block ends in the reply, in UTF-8 bytes.
    package let end: Int
    /// How much of the open text becomes this block, in UTF-16 units, as scripts count.
    package let units: Int

    /// Whether the block is an item of the list that the block before it left open.
    package var continuesList: Bool { html.hasPrefix("<li") }
}
