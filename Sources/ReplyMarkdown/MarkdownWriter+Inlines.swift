extension MarkdownWriter {
    static let linkEnd = "</a>"
    /// How much of an address that is not followed is shown.
    private static let addressLimit = 120

    /// Writes a leaf of a line.
    mutating func writeInline(_ node: MarkdownNode) {
        switch node {
        case .text(let text): writeText(text)
        case .code(let text): tooDeep == 0 ? writeElement("code", text) : note(text)
        case .tag(let text) where Self.isLineBreak(text): writeBreak()
        case .tag(let text): note(text)
        case .softBreak, .lineBreak: writeBreak()
        default: break
        }
    }

    /// Writes a block of code, under its language where it says one.
    mutating func writeCode(_ text: String, in info: String) {
        guard tooDeep == 0 else { return note(text) }
        let language = info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }.prefix(32)
        if !language.isEmpty {
            append("<figure class=\"code\"><figcaption>")
            SafeText.append(language, to: &output)
            append("</figcaption>")
        }
        append("<pre tabindex=\"0\">")
        writeElement("code", text)
        append(language.isEmpty ? "</pre>\n" : "</pre></figure>\n")
    }

    /// The beginning of an element of a line; gives its end.
    mutating func openedInline(_ node: MarkdownNode) -> String {
        switch node {
        case .emphasis: open("<em>", "</em>")
        case .strong: open("<strong>", "</strong>")
        case .strikethrough: open("<del>", "</del>")
        case .link(let address) where link == nil: WebLink(address).map { open($0) } ?? ""
        default: ""
        }
    }

    /// Takes notice of what a link or an image begins.
    mutating func begin(_ node: MarkdownNode, isWritten: Bool) {
        switch node {
        case .link where image == nil && link == nil: link = ("", endings.count)
        case .image where image == nil: image = ("", endings.count)
        default: break
        }
    }

    /// Writes what follows a link or stands for an image.
    mutating func end(_ node: MarkdownNode, isLink: Bool) {
        switch node {
        case .link(let address) where image == nil: endLink(address, isLink: isLink)
        case .image(let address): endImage(address)
        default: break
        }
    }

    private mutating func endLink(_ address: String, isLink: Bool) {
        // An address between angle brackets may stand in a link's text; it is text there.
        guard let (text, level) = link, endings.count < level else { return }
        link = nil
        guard text != address || !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        if isLink, let link = WebLink(address) {
            append(" <bdi class=\"host\">(")
            SafeText.append(link.host, to: &output)
            append(")</bdi>")
        } else if !address.isEmpty, !address.hasPrefix("#") {
            SafeText.append(" (\(Self.clipped(address)))", to: &output)
        }
    }

    private mutating func endImage(_ address: String) {
        guard let (text, level) = image, endings.count < level else { return }
        image = nil
        link?.text += "[image]"
        let place = WebLink(address).map { link in
            let rest = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
                .drop { !"/?#".utf8.contains($0) }.prefix { !"?#".utf8.contains($0) }
            return link.host + Self.clipped(String(Substring(rest)))
        }
        let words = [text, place ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        if tooDeep == 0 { append("<span class=\"image\">") }
        SafeText.append(words.isEmpty ? "[image]" : "[image: \(words)]", to: &output)
        if tooDeep == 0 { append("</span>") }
    }

    private static func clipped(_ address: String) -> String {
        let start = address.unicodeScalars.prefix(addressLimit)
        return start.endIndex == address.endIndex ? address : String(start) + "…"
    }

    private mutating func writeText(_ text: String) {
        guard tooDeep == 0, image == nil, link == nil else { return note(text) }
        for piece in WrittenAddress.pieces(of: text) {
            switch piece {
            case .text(let text): SafeText.append(text, to: &output)
            case .link(let text, let link):
                let ending = open(link)
                SafeText.append(text, to: &output)
                append(ending)
            }
        }
    }

    private mutating func writeBreak() {
        image == nil ? append("<br>\n") : note(" ")
    }

    private mutating func writeElement(_ name: String, _ text: String) {
        append("<\(name)>")
        note(text)
        append("</\(name)>")
    }

    /// Writes text, into the image's words while there is one.
    private mutating func note(_ text: String) {
        guard image == nil else {
            image?.text += text
            return
        }
        link?.text += text
        SafeText.append(text, to: &output)
    }

    private mutating func open(_ link: WebLink) -> String {
        append("<a href=\"")
        SafeText.append(link.address, to: &output)
        append("\" rel=\"nofollow noopener noreferrer ugc\" target=\"_blank\">")
        return Self.linkEnd
    }

    private static func isLineBreak(_ tag: String) -> Bool {
        ["<br>", "<br/>", "<br />"].contains(tag.lowercased())
    }
}
