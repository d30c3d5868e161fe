import Phrases

/// A text page: `/data`, `/api`, `/accessibility`, `/privacy` and what explains a problem.
///
/// These texts are long and change with the program; they are English in every language.
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
    package func title(in context: PageContext) -> String { document.title }

    /// Style, address, twin and what search engines read.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.textStylesheet)">
        <link rel="canonical" href="\(origin)\(path)">
        \(alternate, when: hasTwin)
        <meta name="description" content="\(document.summary)">
        \(structured.map { text in
            let safe = HTML(trusted: text.replacing("<", with: "\\u003c"))
            return "<script type=\"application/ld+json\">\(safe)</script>"
        })
        """
    }

    /// What other sites show beside a link to it.
    package var preview: SocialPreview? {
        SocialPreview(title: document.title, summary: document.summary, address: origin + path)
    }

    /// The text.
    package func main(in context: PageContext) -> HTML {
        let isForeign = context.say.language.code != "en"
        return """
            <article class="paper"\(" lang=\"en\" dir=\"ltr\"", when: isForeign)>
            <h1>\(document.title)</h1>
            \(document.blocks.map(\.markup))
            \(twin, when: hasTwin)
            </article>
            """
    }

    private var alternate: HTML {
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(path).md\">"
    }

    private var twin: HTML {
        "<p class=\"fine\"><a href=\"\(path).md\">This page as Markdown</a></p>"
    }
}
