import Foundation

/// What a page about models tells search engines, previews and feeds.
struct FactsHead {
    let origin: String
    let path: String
    let title: String
    let isIndexable: Bool
    let trail: [(name: String, path: String)]

    /// The lines of the head.
    var markup: HTML {
        """
        <link rel="stylesheet" href="\(Layout.factsStylesheet)">
        <link rel="canonical" href="\(origin)\(path)">
        <link rel="alternate" type="application/json" href="\(path).json">
        <link rel="alternate" type="text/markdown" href="\(path).md">
        \("<meta name=\"robots\" content=\"noindex\">", when: !isIndexable)
        \(structured)
        """
    }

    /// A trail of crumbs as JSON-LD: the one thing every reader of it agrees on.
    private var structured: HTML {
        let document = Trail(
            itemListElement: trail.enumerated().map { index, crumb in
                Trail.Item(position: index + 1, name: crumb.name, item: origin + crumb.path)
            })
        guard let data = try? Self.encoder.encode(document) else { return .empty }
        var text = String(decoding: data, as: UTF8.self)
        if text.utf8.contains(UInt8(ascii: "<")) { text.replace("<", with: "\\u003c") }
        return """
            <script type="application/ld+json">\(HTML(trusted: text))</script>
            """
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private struct Trail: Encodable {
        struct Item: Encodable {
            let type = "ListItem"
            let position: Int
            let name: String
            let item: String

            enum CodingKeys: String, CodingKey {
                case type = "@type"
                case position, name, item
            }
        }

        let context = "https://schema.org"
        let type = "BreadcrumbList"
        let itemListElement: [Item]

        enum CodingKeys: String, CodingKey {
            case context = "@context"
            case type = "@type"
            case itemListElement
        }
    }
}
