/// A reply's Markdown as HTML that is safe whatever the reply says.
///
/// The reply is cut into top-level blocks as ``MarkdownStream`` does, each block is read by
/// cmark-gfm on its own, and its tree is written by a writer that knows a closed list of elements
/// and attributes: nothing of the reply ever becomes a tag, an attribute's name or an address that
/// a browser loads by itself.
///
/// Where this differs from GitHub's Markdown, it is on purpose:
/// - HTML is text and is shown as such, except `<br>` inside a line.
/// - Link reference definitions are text: a block that is shown can never be changed by a later
///   one.
/// - Each item of a top-level list is loose by itself: when a blank line stands before it or inside
///   it.
/// - A line's end inside a paragraph is a line break, as the models mean it.
/// - The backslashes and signs of TeX between `\(…\)`, `\[…\]`, `$$…$$` and `$…$` stay.
/// - Pictures are words; only `http` and `https` links lead anywhere, and their host is shown.
/// - A block over ``Bounds`` is shown as plain text.
package enum Markdown {
    /// The whole reply as HTML: what a stream gives in pieces.
    ///
    /// The headings of a reply become those of a page, from `level`, 3 to 6, with none left out.
    ///
    /// Complexity: linear in the text, with a bounded effort for each byte.
    package static func html(of text: String, headingsFrom level: Int = 3) -> String {
        var stream = MarkdownStream(headingsFrom: level)
        var blocks = stream.feed(text)
        blocks += stream.finish()
        return blocks.map(\.html).joined()
    }

    /// Text as it is, for markup: what stands in for a block that is still being written.
    package static func plain(_ text: String) -> String {
        var output: [UInt8] = []
        SafeText.append(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
