import Arena
import Pages
import Testing

@Suite struct StreamDocumentTests {
    @Test func `head, texts and tail make one balanced document`() {
        let document = StreamDocument(
            side: .b, context: Samples.context(preferences: Preferences(theme: .dark)))
        let text =
            document.head.text + document.chunk("a <b> & ").text
            + document.chunk(Samples.hostile).text + document.tail(.complete).text
        let markup = Markup(text)
        #expect(markup.unbalanced == [])
        #expect(markup.all("script").isEmpty && markup.all("b").isEmpty)
        #expect(markup.all("html").first?.attributes["data-theme"] == "dark")
        #expect(text.contains("a &lt;b&gt; &amp; &lt;/div&gt;"))
        #expect(text.contains("Answer B is complete."))
    }

    @Test func `a text cut inside a character's neighbourhood adds nothing between its pieces`() {
        let document = StreamDocument(side: .a, context: Samples.context())
        #expect(document.chunk("e").text + document.chunk("\u{301}x").text == "e\u{301}x")
        #expect(document.chunk("one\n").text == "one\n")
        #expect(document.head.text.hasSuffix("<main class=\"text\" dir=\"auto\">"))
    }

    @Test func `an answer that failed is told without a reason`() {
        let tail = StreamDocument(side: .a, context: Samples.context()).tail(.failed).text
        #expect(tail.contains("This answer did not arrive whole."))
    }
}
