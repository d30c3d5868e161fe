import ReplyMarkdown
import Testing

/// What a reader has been shown stays, and is what the whole reply becomes.
struct StreamTests {
    static let texts =
        [SampleReplies.long, SampleReplies.lists, SampleReplies.awkward, SampleReplies.veryLong]
        + [
            HostileCorpus.attacks.joined(separator: "\n\n"),
            HostileCorpus.attacks.joined(separator: "\n"),
        ]

    @Test(arguments: texts)
    func `any cut gives the same blocks, and joined they are the whole`(text: String) throws {
        let whole = streamed([text])
        #expect(whole.map(\.html).joined() == Markdown.html(of: text))
        for seed in 0..<60 {
            var random = Seeded(UInt64(seed))
            let size = [1, 2, 3, 7, 20, 64, 500][seed % 7]
            #expect(streamed(text.pieces(of: size, using: &random)) == whole)
        }
    }

    @Test(arguments: texts)
    func `what is closed depends on the text so far and not on its cuts`(text: String) {
        var random = Seeded(7)
        var stream = MarkdownStream()
        var fed = ""
        for piece in text.pieces(of: 40, using: &random) {
            _ = stream.feed(piece)
            fed += piece
            var other = MarkdownStream()
            _ = other.feed(fed)
            #expect(stream.closed == other.closed)
            #expect(stream.tail == other.tail)
        }
    }

    @Test(arguments: texts)
    func `blocks and the open text tile the reply`(text: String) {
        var random = Seeded(3)
        var stream = MarkdownStream()
        var fed = ""
        var end = 0
        for piece in text.pieces(of: 30, using: &random) {
            fed += piece
            for block in stream.feed(piece) {
                let source = String(
                    decoding: fed.utf8.dropFirst(end).prefix(block.end - end), as: UTF8.self)
                #expect(source.utf16.count == block.units)
                end = block.end
            }
            #expect(end == stream.closed)
            #expect(Array(stream.tail.utf8) == Array(fed.utf8.dropFirst(end)))
        }
        _ = stream.finish()
        #expect(stream.closed == text.utf8.count && stream.tail.isEmpty)
    }

    @Test func `a reader who comes back is sent the rest and nothing twice`() {
        let text = SampleReplies.long
        let blocks = streamed([text])
        for known in blocks.map(\.end) {
            let rest = streamed([text]).filter { $0.end > known }
            let shown = blocks.filter { $0.end <= known }
            #expect((shown + rest).map(\.html).joined() == Markdown.html(of: text))
        }
    }

    @Test func `a paragraph closes at the blank line, a heading and a fence at their line's end`() {
        var stream = MarkdownStream()
        #expect(stream.feed("# Title\n").map(\.html) == ["<h3>Title</h3>\n"])
        #expect(stream.feed("Some *wor").isEmpty)
        #expect(stream.tail == "Some *wor")
        #expect(stream.feed("ds*.\n").isEmpty)
        #expect(stream.feed("\n").map(\.html) == ["<p>Some <em>words</em>.</p>\n"])
        #expect(stream.feed("```swift\nlet a = 1\n\n").isEmpty)
        #expect(stream.feed("```\n").count == 1)
        #expect(stream.tail.isEmpty)
    }

    @Test func `an item closes when the next one begins, and its list stays open`() {
        var stream = MarkdownStream()
        #expect(stream.feed("1. one\n").isEmpty)
        #expect(stream.feed("2. t").map(\.html) == ["<ol>\n<li>one</li>\n"])
        let blocks = stream.feed("wo\n\nEnd")
        #expect(blocks.map(\.html) == ["<li>two</li>\n</ol>\n"])
        #expect(blocks.map(\.continuesList) == [true])
        #expect(stream.finish().map(\.html) == ["<p>End</p>\n"])
    }

    @Test func `an underline still makes a heading and a delimiter row a table`() {
        #expect(streamed(["Title\n", "==", "=\n"]).map(\.html) == ["<h3>Title</h3>\n"])
        #expect(streamed(["| a |\n", "|--", "-|\n"]).map(\.html).joined().contains("<table>"))
    }

    @Test func `a byte order mark is no part of the first line`() {
        var stream = MarkdownStream()
        #expect(stream.feed("\u{FEFF}# a\n").map(\.html) == ["<h3>a</h3>\n"])
        #expect(stream.closed == 7)
    }

    @Test func `nothing gives nothing`() {
        #expect(streamed([]).isEmpty && streamed(["", "\n", " \n\n"]).isEmpty)
        #expect(Markdown.html(of: "").isEmpty)
        #expect(Markdown.plain("<a> & 'b'") == "&lt;a&gt; &amp; &#39;b&#39;")
    }
}
