import ReplyMarkdown
import Testing

/// Links lead where they say.
struct LinkTests {
    private func page(_ text: String) throws -> StrictReader {
        try StrictReader(Markdown.html(of: text))
    }

    @Test func `a link is shown with its host and opens without a trace`() {
        #expect(
            Markdown.html(of: "[a *b*](HTTPS://Example.org:8080/p?q=1&r=\"2\" \"title\")") == """
                <p><a href="HTTPS://Example.org:8080/p?q=1&amp;r=%222%22" rel="nofollow noopener \
                noreferrer ugc" target="_blank">a <em>b</em></a> \
                <bdi class="host">(example.org:8080)</bdi></p>\n
                """)
    }

    @Test(arguments: [
        ("see https://a.example/b_c_d.", "https://a.example/b_c_d"),
        ("(https://a.example/x_(y))", "https://a.example/x_(y)"),
        ("<https://a.example/?a=b&c>", "https://a.example/?a=b&c"),
        ("**https://a.example**", "https://a.example"),
        ("[https://a.example]", "https://a.example"), ("www.a.example!", "http://www.a.example"),
        ("見https://a.example/。次", "https://a.example/"), ("http://[::1]:80/", "http://[::1]:80/"),
        ("https://a.example/?q=1&copy;", "https://a.example/?q=1©"),
        ("`https://a.example` https://b.example", "https://b.example"),
        ("https://xn--pple-43d.com/", "https://xn--pple-43d.com/"),
        ("http://localhost:8080/a", "http://localhost:8080/a"),
    ])
    func `an address in the text is a link`(text: String, address: String) throws {
        let expected = address.hasSuffix("©") ? "https://a.example/?q=1" : address
        #expect(try page(text).links == [expected])
    }

    @Test(arguments: [
        "javascript:alert(1)", "//evil.example", "/vote", "#top", "mailto:a@b.example", "data:,x",
        "https://good.example@evil.example", "https://good.example%40evil.example", "https://",
        "https://\u{430}pple.com", "http://good.example\\@evil.example", "http:evil.example",
        "https:///evil.example", "http://a.example:99999999", "http://a.example:x",
        "ftp://a.example",
        "http://[evil.example]", "http://[::1", "https://a\u{AD}b.example", "https://:80",
        "https://-",
    ])
    func `another address leads nowhere and is shown`(address: String) throws {
        let page = try page("[words](<\(address)>) end")
        #expect(page.links.isEmpty)
        #expect(page.text.hasPrefix("words"))
        let visible = address.replacing("\\@", with: "@")
        #expect(address.hasPrefix("#") || page.text.contains(visible))
    }

    @Test func `a text that looks like another address is shown with the true host`() throws {
        let page = try page("[https://bank.example](https://evil.example/bank.example)")
        #expect(page.text == "https://bank.example (evil.example)\n")
        #expect(page.links == ["https://evil.example/bank.example"])
    }

    @Test func `a user's name in front of the host makes no link`() throws {
        let page = try page("https://bank.example@evil.example/ and [x](https://u:p@evil.example)")
        #expect(page.links.isEmpty)
        #expect(
            page.text == "https://bank.example@evil.example/ and x (https://u:p@evil.example)\n")
    }

    @Test func `an address in code, in a link and in an image stays text`() throws {
        let text =
            "[a https://b.example c](https://d.example) ![https://e.example](f) `www.g.example`"
        #expect(try page(text).links == ["https://d.example"])
    }

    @Test func `a link's text holds no other link`() throws {
        let page = try page(
            "[a <https://b.example> c](https://d.example) [e [f](http://g.example)](h)")
        #expect(page.links == ["https://d.example", "http://g.example"])
        #expect(page.text.hasPrefix("a https://b.example c (d.example) "))
    }
}
