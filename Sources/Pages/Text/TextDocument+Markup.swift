import Foundation

extension TextDocument.Block {
    /// The block as markup, its texts as `words` has them.
    func markup(in words: TextWords) -> HTML {
        switch self {
        case .heading(let text, let id):
            "<h2 id=\"\(id)\"\(words.mark(text))>\(Self.inline(words(text)))</h2>"
        case .subheading(let text): "<h3\(words.mark(text))>\(Self.inline(words(text)))</h3>"
        case .paragraph(let text): "<p\(words.mark(text))>\(Self.inline(words(text)))</p>"
        case .list(let items):
            "<ul>\(items.map { "<li\(words.mark($0))>\(Self.inline(words($0)))</li>" as HTML })</ul>"
        case .code(let text): "<pre tabindex=\"0\"><code>\(text)</code></pre>"
        case .table(let caption, let columns, let rows):
            """
            <div class="scroll" role="region" tabindex="0" aria-label="\(words(caption))">
            <table class="grid-table"><caption\(words.mark(caption))>\(words(caption))</caption>
            <thead><tr>\(columns.map { "<th scope=\"col\"\(words.mark($0))>\(words($0))</th>" as HTML })</tr></thead>
            <tbody>\(rows.map { Self.row($0, in: words) })</tbody></table></div>
            """
        }
    }

    private static func row(_ cells: [String], in words: TextWords) -> HTML {
        let first = cells.first ?? ""
        let rest = cells.dropFirst().map { cell -> HTML in
            "<td\(words.mark(cell))>\(inline(words(cell)))</td>"
        }
        return """
            <tr><th scope="row"\(words.mark(first))>\(inline(words(first)))</th>\(rest)</tr>
            """
    }

    /// A text with its two marks as elements, all else escaped.
    static func inline(_ text: String) -> HTML {
        var markup = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "`" || $0 == "[" }) {
            markup += HTML.escape(String(rest[..<start]))
            let after = rest.index(after: start)
            if rest[start] == "`", let end = rest[after...].firstIndex(of: "`") {
                markup += ("<code>\(String(rest[after..<end]))</code>" as HTML).text
                rest = rest[rest.index(after: end)...]
            } else if rest[start] == "[", let link = Link(rest[start...]) {
                markup += ("<a href=\"\(link.address)\">\(link.words)</a>" as HTML).text
                rest = rest[link.end...]
            } else {
                markup += HTML.escape(String(rest[start]))
                rest = rest[after...]
            }
        }
        return HTML(trusted: markup + HTML.escape(String(rest)))
    }

    private struct Link {
        let words: String
        let address: String
        let end: Substring.Index

        /// Reads `[words](address)` at the beginning of a text.
        init?(_ text: Substring) {
            guard let middle = text.range(of: "]("),
                let close = text[middle.upperBound...].firstIndex(of: ")")
            else { return nil }
            words = String(text[text.index(after: text.startIndex)..<middle.lowerBound])
            address = String(text[middle.upperBound..<close])
            end = text.index(after: close)
        }
    }
}
