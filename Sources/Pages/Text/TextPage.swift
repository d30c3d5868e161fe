import Phrases

/// A text page: `/data`, `/api`, `/accessibility`, `/privacy` and what explains a problem.
///
/// A text is shown in a language that has words for its summary, and for all else what words it
/// has; the others are long, change with the program, and are English in every language.
package struct TextPage: Page {
    /// What it says.
    package let document: TextDocument
    private let path: String
    private let origin: String
    private let structured: String?
    private let hasTwin: Bool

    /// The page of a text.
    ///
    /// - Parameters:
    ///   - path: where it is read; its Markdown twin, if it has one, is there with `.md` behind.
    ///   - origin: scheme and host.
    ///   - structured: what search engines read besides, as JSON-LD.
    package init(
        _ document: TextDocument, path: String, origin: String, structured: String? = nil,
        hasTwin: Bool = true
    ) {
        self.document = document
        self.path = path
        self.origin = origin
        self.structured = structured
        self.hasTwin = hasTwin
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { words(in: context.say)(document.title) }

    /// Style, address, twin and what search engines read.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.textStylesheet)">
        <link rel="canonical" href="\(origin)\(path)">
        \(alternate, when: hasTwin)
        \(structured.map { text in
            let safe = HTML(trusted: text.replacing("<", with: "\\u003c"))
            return "<script type=\"application/ld+json\">\(safe)</script>"
        })
        """
    }

    /// What other sites show beside a link to it.
    package func preview(in context: PageContext) -> SocialPreview? {
        let words = words(in: context.say)
        return SocialPreview(
            title: words(document.title), summary: words(document.summary), address: origin + path)
    }

    /// The text.
    package func main(in context: PageContext) -> HTML {
        let words = words(in: context.say)
        return """
            <article class="paper"\(" lang=\"en\" dir=\"ltr\"", when: !words.isSpoken)>
            <h1>\(words(document.title))</h1>
            \(document.blocks.map { $0.markup(in: words) })
            \(twin(words("This page as Markdown")), when: hasTwin)
            </article>
            """
    }

    private func words(in say: Phrasebook) -> TextWords { TextWords(document, in: say) }

    private var alternate: HTML {
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(path).md\">"
    }

    private func twin(_ words: String) -> HTML {
        "<p class=\"fine\"><a href=\"\(path).md\">\(words)</a></p>"
    }
}
