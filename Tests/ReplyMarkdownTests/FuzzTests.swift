import ReplyMarkdown
import Testing

/// Random replies made of what matters to the grammar.
struct FuzzTests {
    private static let words = [
        "a", "b c", "\n", "\n", "\n\n", "  ", "    ", "\t", "- ", "* ", "+ ", "1. ", "2) ", "> ",
        "# ", "```", "~~~", "`", "*", "**", "_", "~~", "[", "]", "(", ")", "![", "](", "](<", "]:",
        "<", ">", "<br>", "<b>", "http://", "https://a.example/", "www.", "@", "|", "|-|",
        "\n|-|\n",
        "---", "===", "\\", "\\(", "\\)", "\\[", "\\]", "$", "$$", "&amp;", "&#60;", "\r", "\r\n",
        "[ ] ", "[x] ", "\u{0}", "\u{202E}", "\(noncharacter(0xFDD1))", "\u{FEFF}", "é", "👍",
        "\u{301}", "'", "\"",
        "javascript:", "<script>", "<!--", "=", ":", ".", "!", "\n\n- ", "\n1. ", "\n> ", "\n```\n",
    ]

    @Test(arguments: 0..<8)
    func `a random reply is safe and streams as the whole`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 7_919)
        for _ in 0..<150 {
            let count = Int.random(in: 1...60, using: &random)
            let text = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
                .joined()
            let html = Markdown.html(of: text)
            #expect(throws: Never.self, "\(text.debugDescription)\n\(html)") {
                try StrictReader(html)
            }
            let size = Int.random(in: 1...12, using: &random)
            let blocks = streamed(text.pieces(of: size, using: &random))
            #expect(blocks == streamed([text]), "\(text.debugDescription)")
        }
    }
}
