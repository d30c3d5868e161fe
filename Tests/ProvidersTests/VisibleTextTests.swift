import Providers
import Testing

@Suite struct VisibleTextTests {
    private func shown(_ pieces: [String]) -> String {
        var text = VisibleText()
        return pieces.map { text.take($0) }.joined() + text.finish()
    }

    @Test(arguments: [
        ("Hello", "Hello"),
        ("  \n Hello world \n\n", "Hello world"),
        ("<think>a < b</think>\n\nHello", "Hello"),
        ("<think>one</think> <think>two</think>Hello", "Hello"),
        ("<think>never closed", ""),
        ("Hello <think>aloud</think>", "Hello <think>aloud</think>"),
        ("<thin ice", "<thin ice"),
        ("a <| b", "a <| b"),
        ("<|im_start|>Hello<|im_end|>", "Hello"),
        ("Hi<|eot_id|> there<end_of_turn>\n", "Hi there"),
        ("Hello</s>", "Hello"),
        ("<s>old</s> new", "<s>old</s> new"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("nul\u{0} bell\u{7} del\u{7F}.", "nul bell del."),
        ("x <", "x <"),
        ("🎉 王藏 é", "🎉 王藏 é"),
        ("<|im_end|>", ""),
        (" \n\t", ""),
        ("", ""),
    ])
    func `text is the same however it is cut`(raw: String, expected: String) {
        #expect(shown([raw]) == expected)
        #expect(shown(raw.unicodeScalars.map { String($0) }) == expected)
        let scalars = Array(raw.unicodeScalars)
        for cut in scalars.indices {
            let (first, second) = (scalars[..<cut], scalars[cut...])
            let parts = [first, second].map { String(String.UnicodeScalarView($0)) }
            #expect(shown(parts) == expected)
        }
    }

    @Test func `text that can be nothing else is shown at once`() {
        var text = VisibleText()
        #expect(text.take("Hello") == "Hello")
        #expect(text.take(" ") == "")
        #expect(text.take("you") == " you")
        #expect(text.take("<|im") == "")
        #expect(text.take("age") == "<|image")
    }

    @Test func `a long run of blanks costs no more for each piece`() {
        var text = VisibleText()
        _ = text.take("a")
        let early = (0..<20_000).map { _ in text.take(" \n") }
        #expect(early.joined() == "")
        #expect(text.take("b").utf8.count == 40_001)
    }
}
