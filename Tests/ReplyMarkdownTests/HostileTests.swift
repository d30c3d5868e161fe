import ReplyMarkdown
import Testing

/// Whatever a reply says, it becomes the allowed elements and nothing else.
struct HostileTests {
    /// Where an attack may stand.
    static let frames = [
        "§", "> §", "- x\n  §", "| a |\n|---|\n| § |", "*x §*\n\ny", "# §", "1. §\n2. b",
        "[a §](http://x.example)", "![§](http://x.example)", "`§", "\\[ §",
    ]

    @Test(arguments: HostileCorpus.attacks)
    func `an attack becomes text`(attack: String) throws {
        for frame in Self.frames {
            let text = frame.replacing("§", with: attack)
            let html = Markdown.html(of: text)
            _ = try StrictReader(html)
            for size in [1, 7, 64] {
                var random = Seeded(UInt64(size))
                let pieces = text.pieces(of: size, using: &random, isExact: true)
                #expect(streamed(pieces).map(\.html).joined() == html)
            }
        }
    }

    @Test(arguments: HostileCorpus.repeated)
    func `a text that is hard to read stays within bounds`(unit: String) throws {
        let small = String(repeating: unit, count: 8_192 / unit.utf8.count)
        let large = String(repeating: unit, count: 65_536 / unit.utf8.count)
        for text in [small, "a" + large + "\nb", "- " + small + "\n\nb", "> " + large] {
            let html = Markdown.html(of: text)
            _ = try StrictReader(html)
            #expect(html.utf8.count <= 48 * text.utf8.count)
        }
    }

    @Test(arguments: [
        "![x](http://tracker.example/p.gif)", "[![x](http://t.example/p)](https://a.example)",
    ])
    func `an image is words that load nothing`(text: String) throws {
        let html = Markdown.html(of: text)
        #expect(!html.contains("<img") && !html.contains("src"))
        #expect(try StrictReader(html).text.contains("[image: x"))
    }

    @Test func `tags are shown and not dropped`() throws {
        let text = "<script>alert('1')</script> & <b onclick=\"x\">bold</b> <!-- note -->"
        #expect(try StrictReader(Markdown.html(of: text)).text == text + "\n")
        #expect(
            try StrictReader(Markdown.html(of: "<div>\n*a*\n</div>")).text == "<div>\na\n</div>\n")
    }

    @Test func `a definition is shown and does nothing`() throws {
        for text in ["[a]: http://x.example 't'\n\n[a]", "- [a]: http://x.example 't'\n- [a]"] {
            let page = try StrictReader(Markdown.html(of: text))
            #expect(page.text.contains("[a]: http://x.example 't'"))
            #expect(page.links == ["http://x.example"])
        }
    }

    @Test func `signs that turn the reading order and controls are shown as foreign`() throws {
        let html = Markdown.html(of: "a\u{202E}b\u{202D}c\u{1B}d\u{0}e &#x202E;&#7; `\u{202E}`")
        #expect(try StrictReader(html).text == "a�b�c�d�e �� �\n")
    }

    @Test func `code points that hide signs cannot be brought in`() throws {
        let html = Markdown.html(
            of:
                "\(noncharacter(0xFDDB))b\(noncharacter(0xFDDD)) [a\(noncharacter(0xFDDD))](http://x.example/\(noncharacter(0xFDDB)))"
        )
        #expect(
            try StrictReader(html).text == "�b� [a�](http://x.example/�)\n"
                || html.contains("%EF%BF%BD"))
        #expect(!html.contains("<b>"))
    }

    @Test func `a megabyte in one line is shown`() throws {
        let html = Markdown.html(of: String(repeating: "word <b> ", count: 116_509))
        #expect(try StrictReader(html).text.utf8.count > 1_048_000)
    }

    @Test func `a table of a thousand columns is text`() throws {
        let row = String(repeating: "|a", count: 1_000) + "|\n"
        let line = String(repeating: "|-", count: 1_000) + "|\n"
        let html = Markdown.html(of: row + line + row)
        #expect(!html.contains("<table>"))
        #expect(try StrictReader(html).text == row + line + row)
    }

    @Test func `short rows cannot fill the memory with empty cells`() throws {
        let head = String(repeating: "|a", count: 100) + "|\n" + String(repeating: "|-", count: 100)
        let html = Markdown.html(of: head + "|\n" + String(repeating: "a|\n", count: 9_000))
        _ = try StrictReader(html)
        #expect(html.utf8.count < 200_000)
    }
}
