/// A document taken apart into its tags, for checks of structure. It reads what our pages write:
/// quoted attributes, no comments.
struct Markup {
    struct Tag {
        var name: String
        var attributes: [String: String]
        var isClosing: Bool
    }

    private(set) var tags: [Tag] = []
    private(set) var text = ""

    init(_ document: String) {
        var rest = document[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            text += rest[..<open]
            tags.append(Self.tag(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    /// The opening tags of one element.
    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isClosing } }

    /// Every value of one attribute.
    func values(of attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    /// Elements that are opened and never closed, or closed and never opened, in order.
    var unbalanced: [String] {
        let void: Set = [
            "!DOCTYPE", "meta", "link", "input", "path", "circle", "line", "rect", "img", "br",
        ]
        var open: [String] = []
        var wrong: [String] = []
        for tag in tags where !void.contains(tag.name) {
            if !tag.isClosing {
                open.append(tag.name)
            } else if open.last == tag.name {
                open.removeLast()
            } else {
                wrong.append("/" + tag.name)
            }
        }
        return wrong + open
    }

    private static func tag(_ source: Substring) -> Tag {
        let isClosing = source.hasPrefix("/")
        var rest = source.drop { $0 == "/" }
        let name = rest.prefix { !$0.isWhitespace && $0 != "/" }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            guard !key.isEmpty else { break }
            rest = rest.dropFirst(key.count)
            var value: Substring = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                value = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 1)
            }
            attributes[String(key)] = String(value)
        }
        return Tag(name: String(name), attributes: attributes, isClosing: isClosing)
    }
}
