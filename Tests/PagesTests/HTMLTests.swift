import Pages
import Testing

@Suite struct HTMLTests {
    @Test func `interpolated text is escaped in text and in attributes`() {
        let text = "<b>\"Tom\" & 'Ann'</b>"
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        let escaped = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `markup in markup is not escaped again`() {
        let name: HTML = "<bdi>\("a & b")</bdi>"
        let parts: [HTML] = [name, name]
        #expect(
            ("<p>\(name)</p>" as HTML).text == "<p><bdi>a &amp; b</bdi></p>")
        #expect(("\(parts)" as HTML).text == "<bdi>a &amp; b</bdi>\n<bdi>a &amp; b</bdi>")
    }

    @Test func `what is absent or not wanted leaves nothing`() {
        let none: HTML? = nil
        #expect(("<p>\(none)\("x", when: false)\("y", when: true)</p>" as HTML).text == "<p>y</p>")
    }

    @Test func `raw markup comes in by its own name only`() {
        #expect(HTML(trusted: "<svg/>").text == "<svg/>")
        #expect(("\("<svg/>")" as HTML).text == "&lt;svg/&gt;")
    }

    @Test func `NUL becomes the sign of a character that could not be read`() {
        #expect(HTML.escape("a\u{0}b") == "a\u{FFFD}b")
    }

    @Test func `other text stays as it is, byte for byte`() {
        let text = "Ünïcödé 👩‍👩‍👧 e\u{301} عربي\r\n\ttab"
        #expect(HTML.escape(text) == text)
        #expect(("\(text)" as HTML).bytes == Array(text.utf8))
    }
}
