import ReplyMarkdown
import Testing

/// What people expect of Markdown.
struct MarkdownTests {
    /// A text, and what it becomes.
    static let cases: [(text: String, html: String)] = [
        (
            "a *b* **c** ***d*** ~~e~~ `f`",
            "<p>a <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <del>e</del> <code>f</code></p>\n"
        ),
        ("snake_case_name ~5 to ~6 2*3*4", "<p>snake_case_name ~5 to ~6 2<em>3</em>4</p>\n"),
        ("one\ntwo  \nthree\\\nfour", "<p>one<br>\ntwo<br>\nthree<br>\nfour</p>\n"),
        ("# a\n## b\n### c\n#### d\n", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n"),
        (
            "### a\n### b\n##### c\n# d\n## e\n",
            "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<h3>d</h3>\n<h4>e</h4>\n"
        ),
        ("a\n===\nb\n---\n***", "<h3>a</h3>\n<h4>b</h4>\n<hr>\n"),
        (
            "> a\n> > b",
            "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("- a\n  - b\n- c", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
        ("3. a\n3. b\n\nc", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<p>c</p>\n"),
        (
            "- a\n* b\n1) c\n2. d",
            "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n<ol start=\"2\">\n<li>d</li>\n</ol>\n"
        ),
        (
            "text\n- a\n\n  b\n- c",
            "<p>text</p>\n<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n"
        ),
        (
            "- [x] a\n- [ ] b",
            "<ul>\n<li class=\"task\">☑ a</li>\n<li class=\"task\">☐ b</li>\n</ul>\n"
        ),
        ("- [x] a\n\n  b", "<ul>\n<li class=\"task\"><p>☑ a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        (
            "1. a\n   ```\n   b\n   ```\nc\n2. d",
            "<ol>\n<li>a<pre tabindex=\"0\"><code>b\n</code></pre>\n</li>\n</ol>\n<p>c</p>\n<ol start=\"2\">\n<li>d</li>\n</ol>\n"
        ),
        (
            "```swift\nlet a = \"<b>\"\n\n*c*\n```",
            "<figure class=\"code\"><figcaption>swift</figcaption><pre tabindex=\"0\"><code>let a = &quot;&lt;b&gt;&quot;\n\n*c*\n</code></pre></figure>\n"
        ),
        (
            "````\n```\n````\n~~~\nopen",
            "<pre tabindex=\"0\"><code>```\n</code></pre>\n<pre tabindex=\"0\"><code>open\n</code></pre>\n"
        ),
        ("    a\n\n    b", "<pre tabindex=\"0\"><code>a\n\nb\n</code></pre>\n"),
        (
            "|a|b|\n|:-|-:|\n|`x\\|y`|1<br>2|\n\nend",
            "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\" class=\"left\">a</th><th scope=\"col\" class=\"right\">b</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"left\"><code>x|y</code></td><td class=\"right\">1<br>\n2</td></tr>\n</tbody>\n</table></div>\n<p>end</p>\n"
        ),
        ("a|b\n---\n", "<h3>a|b</h3>\n"),
        ("\\*a\\* &copy; &amp; &lt;b&gt;", "<p>*a* © &amp; &lt;b&gt;</p>\n"),
        (
            "\\( x_1 * y_2 * z \\) \\[4pt] $a_1*b*c$ $5 *a* $6",
            "<p>\\( x_1 * y_2 * z \\) \\[4pt] $a_1*b*c$ $5 <em>a</em> $6</p>\n"
        ),
        ("$$\na_1 \\\\\n* b *\n= c\n$$", "<p>$$<br>\na_1 \\\\<br>\n* b *<br>\n= c<br>\n$$</p>\n"),
        (
            "![a *b*](https://x.example/i.png?k=1)",
            "<p><span class=\"image\">[image: a b, x.example/i.png]</span></p>\n"
        ),
        (
            "![](i.png) ![b](data:x)",
            "<p><span class=\"image\">[image]</span> <span class=\"image\">[image: b]</span></p>\n"
        ),
        ("[^1] and [^1]: note", "<p>[^1] and [^1]: note</p>\n"),
        ("a\r\nb\r\n\r\nc", "<p>a<br>\nb</p>\n<p>c</p>\n"),
        ("\u{FEFF}# a", "<h3>a</h3>\n"),
    ]

    @Test(arguments: cases)
    func `Markdown becomes the HTML that people expect`(text: String, html: String) throws {
        let written = Markdown.html(of: text)
        #expect(written == html)
        _ = try StrictReader(written)
    }

    @Test func `a formula of several lines keeps its signs`() throws {
        let text = "\\[\na_1 \\\\ b_2\n= c * d * e\n\\]"
        #expect(try StrictReader(Markdown.html(of: text)).text == text + "\n")
    }

    @Test func `what is nested too deep is text, and all of it is there`() throws {
        for unit in ["> ", "- ", "*a **b "] {
            let text = String(repeating: unit, count: 31) + "end"
            #expect(try StrictReader(Markdown.html(of: text)).text.contains("end"))
        }
        let deep = (0..<100).map { String(repeating: "  ", count: $0) + "- item\($0)" }
        let page = try StrictReader(Markdown.html(of: deep.joined(separator: "\n")))
        for number in 0..<100 { #expect(page.text.contains("item\(number)")) }
    }

    @Test func `the words of every sample are all shown`() throws {
        let html = Markdown.html(of: SampleReplies.long)
        let shown = try StrictReader(html).text
        let letters = SampleReplies.long.split { !$0.isLetter }.filter { $0 != "br" && $0 != "x" }
        for word in letters where !["example", "b", "c", "https", "org", "python"].contains(word) {
            #expect(shown.contains(word), "\(word)")
        }
    }

    @Test func `many threads at once see the same`() async {
        let text = SampleReplies.long + "\n~~~\n\n~~gone~~ *a*"
        let html = Markdown.html(of: text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { Markdown.html(of: text) == html } }
            for await isSame in group { #expect(isSame) }
        }
    }
}
