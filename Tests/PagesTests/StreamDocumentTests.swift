import Arena
import Pages
import Testing

@Suite struct StreamDocumentTests {
    @Test func `head, answer and tail make one balanced document`() {
        let document = StreamDocument(
            side: .b, context: Samples.context(preferences: Preferences(theme: .dark)))
        let text = document.head.text + "<p>Hello</p>" + document.tail(.complete).text
        let markup = Markup(text)
        #expect(markup.unbalanced == [])
        #expect(markup.all("script").isEmpty)
        #expect(markup.all("html").first?.attributes["data-theme"] == "dark")
        #expect(markup.all("link").count == 2)
        #expect(text.contains("Answer B is complete."))
    }

    @Test func `the answer begins right after the head`() {
        let document = StreamDocument(side: .a, context: Samples.context())
        #expect(document.head.text.hasSuffix("<main class=\"text\" dir=\"auto\">"))
    }

    @Test func `an answer that failed is told without a reason`() {
        let tail = StreamDocument(side: .a, context: Samples.context()).tail(.failed).text
        #expect(tail.contains("This answer did not arrive whole."))
    }
}
