/// A reader of markup that accepts what a reply may become and nothing else.
///
/// It knows nothing of the writer: the closed list stands here a second time.
struct StrictReader {
    /// What is wrong with a markup, and where.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private static let plain: Set<String> = [
        "p", "h3", "h4", "h5", "h6", "blockquote", "code", "em", "strong", "del", "ul", "ol", "li",
        "table", "thead", "tbody", "tr", "figcaption", "td",
    ]
    private static let exact: [String: String] = [
        #"pre tabindex="0""#: "pre", #"li class="task""#: "li", #"figure class="code""#: "figure",
        #"div class="table" tabindex="0""#: "div", #"span class="image""#: "span",
        #"bdi class="host""#: "bdi", #"td class="left""#: "td", #"td class="center""#: "td",
        #"td class="right""#: "td", #"th scope="col""#: "th",
        #"th scope="col" class="left""#: "th", #"th scope="col" class="center""#: "th",
        #"th scope="col" class="right""#: "th",
    ]
    private static let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
    private static let parents: [String: Set<String>] = [
        "li": ["ul", "ol"], "table": ["div"], "thead": ["table"], "tbody": ["table"],
        "tr": ["thead", "tbody"], "th": ["tr"], "td": ["tr"], "figcaption": ["figure"],
    ]
    /// What a browser would let begin a block inside; in these only parts of lines may stand.
    private static let blocks: Set<String> = [
        "p", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "div", "figure",
    ]
    private static let lines: Set<String> = [
        "p", "h3", "h4", "h5", "h6", "em", "strong", "del", "a", "code", "span", "bdi", "th", "td",
    ]

    /// The text of the markup.
    private(set) var text = ""
    /// Where the links lead.
    private(set) var links: [String] = []
    private var stack: [String] = []

    /// Reads markup to its end.
    init(_ html: String) throws {
        // By scalars: a combining mark after a sign makes no other sign of it for a browser.
        var rest = html.unicodeScalars[...]
        while let first = rest.first {
            if first == "<" {
                guard let end = rest.firstIndex(of: ">") else {
                    throw Self.fault("tag", Substring(rest))
                }
                try take(tag: Substring(rest[..<end].dropFirst()))
                rest = rest[end...].dropFirst()
            } else {
                let run = rest.prefix { $0 != "<" }
                text += try Self.read(Substring(run))
                rest = rest[run.endIndex...]
            }
        }
        guard stack.isEmpty else { throw Self.fault("not closed: \(stack)", "") }
    }

    private mutating func take(tag: Substring) throws {
        if tag == "br" || tag == "hr" { return }
        if tag.hasPrefix("/") {
            guard stack.popLast() == String(tag.dropFirst()) else { throw Self.fault("end", tag) }
            return
        }
        let name = try element(tag)
        if let allowed = Self.parents[name], !allowed.contains(stack.last ?? "") {
            throw Self.fault("in \(stack.last ?? "nothing")", tag)
        }
        if Self.blocks.contains(name), let last = stack.last, Self.lines.contains(last) {
            throw Self.fault("block in \(last)", tag)
        }
        if name == "a", stack.contains("a") { throw Self.fault("link in link", tag) }
        stack.append(name)
        guard stack.count < 45 else { throw Self.fault("too deep", tag) }
    }

    private mutating func element(_ tag: Substring) throws -> String {
        let tag = String(tag)
        if Self.plain.contains(tag) { return tag }
        if let name = Self.exact[tag] { return name }
        if tag.hasPrefix(#"ol start=""#), tag.hasSuffix("\"") {
            let number = tag.dropFirst(10).dropLast()
            if !number.isEmpty, number.count <= 9, number.allSatisfy(\.isWholeNumber) {
                return "ol"
            }
        }
        let tail = #"" rel="nofollow noopener noreferrer ugc" target="_blank""#
        guard tag.hasPrefix(#"a href=""#), tag.hasSuffix(tail) else {
            throw Self.fault("not allowed", Substring(tag))
        }
        let address = try Self.read(tag.dropFirst(8).dropLast(tail.count))
        let isWeb =
            address.lowercased().hasPrefix("http://")
            || address.lowercased().hasPrefix("https://")
        guard isWeb, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Self.fault("address", Substring(tag))
        }
        links.append(address)
        return "a"
    }

    private static func read(_ run: Substring) throws -> String {
        var output = ""
        var rest = run.unicodeScalars[...]
        while let first = rest.first {
            switch first {
            case "&":
                guard let known = references.first(where: { rest.starts(with: $0.unicodeScalars) })
                else { throw fault("reference", Substring(rest.prefix(12))) }
                output += ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""][known] ?? "'"
                rest.removeFirst(known.unicodeScalars.count)
                continue
            case "<", ">", "\"", "'", "\u{202D}", "\u{202E}": throw fault("sign", run.prefix(40))
            case "\n", "\t": output.unicodeScalars.append(first)
            case "\u{0}"..<" ", "\u{7F}": throw fault("control", run.prefix(40))
            default: output.unicodeScalars.append(first)
            }
            rest.removeFirst()
        }
        return output
    }

    private static func fault(_ what: String, _ place: Substring) -> Fault {
        Fault(description: "\(what): \(place.prefix(120))")
    }
}
