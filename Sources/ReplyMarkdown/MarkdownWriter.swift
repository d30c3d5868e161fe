/// Writes the walk through a tree as HTML.
///
/// The closed list of what a reply can become stands in this type's files as literals; of the
/// reply come only texts, through ``SafeText``, and the addresses of links, through ``WebLink``:
///
/// `p` `br` `hr` `h3` `h4` `h5` `h6` `blockquote` `pre[tabindex]` `code` `em` `strong` `del` `ul`
/// `ol[start]` `li[class=task]` `table` `thead` `tbody` `tr` `th[scope,class]` `td[class]`
/// `div[class=table,tabindex]` `figure[class=code]` `figcaption` `span[class=image]`
/// `bdi[class=host]` `a[href,rel,target]`
struct MarkdownWriter {
    /// How many elements may stand in each other; what is deeper is text.
    static let depthLimit = 32

    /// An element that was opened, or one that was not but has to be left all the same.
    struct Ending {
        let markup: String
        let isWritten: Bool
    }

    var output: [UInt8] = []
    var endings: [Ending] = []
    /// How many of `endings` are not written because of their depth.
    var tooDeep = 0
    /// The text of the link that is being written, and where in `endings` it began.
    var link: (text: String, level: Int)?
    /// The text of the image that is being written, and where in `endings` it began.
    var image: (text: String, level: Int)?
    /// Where the reply's headings stand.
    var outline: Outline
    private var alignments: [UInt8] = []
    private var column = 0
    private var isHeader = false
    private var mark: String?

    /// Nothing written yet, after headings that were.
    init(outline: Outline) {
        self.outline = outline
    }

    /// What was written.
    var html: String { String(decoding: output, as: UTF8.self) }

    /// Writes steps.
    mutating func write(_ steps: ArraySlice<MarkdownStep>) {
        for step in steps { write(step) }
    }

    /// Writes a list's items without the list; paragraphs of loose ones as such.
    mutating func writeItems(_ steps: ArraySlice<MarkdownStep>, isLoose: Bool) {
        var depth = 0
        for step in steps {
            switch step.node {
            case .item, .list, .quote: depth += step.isEntering ? 1 : -1
            default: break
            }
            if depth == 1, isLoose, case .paragraph = step.node {
                let paragraph = MarkdownNode.paragraph(isTight: false)
                write(MarkdownStep(node: paragraph, isEntering: step.isEntering))
            } else {
                write(step)
            }
        }
    }

    /// Writes the beginning of a list, with its first number when it is ordered.
    mutating func openList(start: Int?) {
        guard let start else { return append("<ul>\n") }
        append(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    }

    /// Writes the end of a list.
    mutating func closeList(isOrdered: Bool) {
        append(isOrdered ? "</ol>\n" : "</ul>\n")
    }

    /// Writes lines as they are, in one element.
    mutating func writePlain(_ block: ArraySlice<UInt8>, as node: MarkdownNode) {
        let ending = opened(node)
        let lines = block.split(separator: UInt8(ascii: "\n"))
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            .drop { $0.allSatisfy(LineReader.isBlank) }
        for (index, line) in lines.enumerated() {
            if index > 0 { append("<br>\n") }
            SafeText.append(String(decoding: line, as: UTF8.self), to: &output)
        }
        append(ending)
    }

    /// Appends our own markup.
    mutating func append(_ markup: String) {
        output += markup.utf8
    }

    private mutating func write(_ step: MarkdownStep) {
        if case .paragraph = step.node {} else { writeMark() }
        switch step.node {
        case .text, .code, .softBreak, .lineBreak, .tag: writeInline(step.node)
        case .codeBlock(let language, let text): writeCode(text, in: language)
        case .rule: if tooDeep == 0 { append("<hr>\n") }
        default: step.isEntering ? enter(step.node) : leave(step.node)
        }
    }

    private mutating func enter(_ node: MarkdownNode) {
        let isPart =
            switch node {
            case .item, .row, .cell: true
            default: false
            }
        let isRefused = tooDeep > 0 || image != nil || !isPart && endings.count >= Self.depthLimit
        if isRefused { tooDeep += 1 }
        let markup = isRefused ? "" : opened(node)
        endings.append(Ending(markup: markup, isWritten: !isRefused))
        begin(node, isWritten: !isRefused)
    }

    private mutating func leave(_ node: MarkdownNode) {
        guard let ending = endings.popLast() else { return }
        if !ending.isWritten { tooDeep -= 1 }
        append(ending.markup)
        end(node, isLink: ending.markup == Self.linkEnd)
        guard !ending.isWritten, image == nil else { return }
        switch node {
        case .paragraph, .heading, .row: append("<br>\n")
        case .cell: append(" ")
        default: break
        }
    }

    /// Writes the beginning of an element and gives its end.
    private mutating func opened(_ node: MarkdownNode) -> String {
        switch node {
        case .quote: return open("<blockquote>\n", "</blockquote>\n")
        case .list(let start):
            openList(start: start)
            return start == nil ? "</ul>\n" : "</ol>\n"
        case .item(let isDone): return openItem(isDone)
        case .paragraph(let isTight):
            let ending = isTight ? "" : open("<p>", "</p>\n")
            writeMark()
            return ending
        case .heading(let level):
            let level = outline.level(of: level)
            return open("<h\(level)>", "</h\(level)>\n")
        case .table(let columns):
            alignments = columns
            return open(
                "<div class=\"table\" tabindex=\"0\"><table>\n", "</tbody>\n</table></div>\n")
        case .row(let isHeader): return openRow(isHeader)
        case .cell: return openCell()
        default: return openedInline(node)
        }
    }

    /// Writes a beginning and gives its end.
    mutating func open(_ beginning: String, _ ending: String) -> String {
        append(beginning)
        return ending
    }

    /// Writes the mark of a task: in its item's first paragraph, or before what stands there.
    private mutating func writeMark() {
        append(mark ?? "")
        mark = nil
    }

    private mutating func openItem(_ isDone: Bool?) -> String {
        mark = isDone.map { $0 ? "☑ " : "☐ " }
        return open(isDone == nil ? "<li>" : "<li class=\"task\">", "</li>\n")
    }

    private mutating func openRow(_ isHeader: Bool) -> String {
        self.isHeader = isHeader
        column = 0
        return isHeader
            ? open("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n") : open("<tr>", "</tr>\n")
    }

    private mutating func openCell() -> String {
        let alignment = column < alignments.count ? alignments[column] : 0
        column += 1
        let name = isHeader ? "th" : "td"
        append(isHeader ? "<th scope=\"col\"" : "<td")
        switch alignment {
        case UInt8(ascii: "l"): append(" class=\"left\"")
        case UInt8(ascii: "c"): append(" class=\"center\"")
        case UInt8(ascii: "r"): append(" class=\"right\"")
        default: break
        }
        return open(">", "</\(name)>")
    }
}
