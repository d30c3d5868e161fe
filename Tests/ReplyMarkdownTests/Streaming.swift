import ReplyMarkdown

/// The blocks of a reply that came in pieces.
func streamed(_ pieces: [String]) -> [MarkdownBlock] {
    var stream = MarkdownStream()
    var blocks = pieces.flatMap { stream.feed($0) }
    blocks += stream.finish()
    return blocks
}
