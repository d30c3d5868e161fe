import CMarkdown
import Synchronization

/// The one door to cmark-gfm: text goes in, steps come out, nothing of C is left behind.
enum MarkdownTree {
    /// Held while the library works: it changes a global table of signs during each parse, so two
    /// threads at a time would miss each other's strikethrough. A usual block takes microseconds,
    /// the worst that ``Bounds`` lets through some tens of milliseconds.
    private static let turn = Mutex<Bool>(false)

    /// The walk through the tree of a text that holds no NUL.
    static func steps(of text: [UInt8]) -> [MarkdownStep] {
        turn.withLock { isStarted in
            if !isStarted { cmarkdown_start() }
            isStarted = true
            return walk(text)
        }
    }

    private static func walk(_ text: [UInt8]) -> [MarkdownStep] {
        let root = text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmarkdown_parse($0.baseAddress, $0.count) }
        }
        defer { cmark_node_free(root) }
        guard let root, let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var steps: [MarkdownStep] = []
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return steps }
            guard let node = cmark_iter_get_node(iterator) else { return steps }
            let isEntering = event == CMARK_EVENT_ENTER
            steps.append(MarkdownStep(node: read(node), isEntering: isEntering))
        }
    }

    private static func read(_ node: OpaquePointer) -> MarkdownNode {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list(start: start(of: node))
        case CMARK_NODE_ITEM: .item(isDone: isDone(node))
        case CMARK_NODE_PARAGRAPH: .paragraph(isTight: isTight(node))
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_CODE_BLOCK:
            .codeBlock(
                language: text(cmark_node_get_fence_info(node)),
                text: text(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        default: readInline(node)
        }
    }

    private static func readInline(_ node: OpaquePointer) -> MarkdownNode {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: .text(text(cmark_node_get_literal(node)))
        case CMARK_NODE_CODE: .code(text(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
            .tag(text(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(text(cmark_node_get_url(node)))
        case CMARK_NODE_IMAGE: .image(text(cmark_node_get_url(node)))
        default: readExtension(node)
        }
    }

    private static func readExtension(_ node: OpaquePointer) -> MarkdownNode {
        if cmarkdown_is(node, "strikethrough") { return .strikethrough }
        if cmarkdown_is(node, "table_cell") { return .cell }
        if cmarkdown_is(node, "table_row") { return .row(isHeader: false) }
        if cmarkdown_is(node, "table_header") { return .row(isHeader: true) }
        guard cmarkdown_is(node, "table") else { return .unknown }
        let columns = cmark_gfm_extensions_get_table_columns(node)
        return .table((0..<columns).map { cmarkdown_alignment(node, $0) })
    }

    private static func start(of list: OpaquePointer) -> Int? {
        let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
        return isOrdered ? Int(cmark_node_get_list_start(list)) : nil
    }

    private static func isDone(_ item: OpaquePointer) -> Bool? {
        guard cmarkdown_is(item, "tasklist") else { return nil }
        return cmark_gfm_extensions_get_tasklist_item_checked(item)
    }

    private static func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let list = cmark_node_parent(cmark_node_parent(paragraph)) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private static func text(_ words: UnsafePointer<CChar>?) -> String {
        guard let words else { return "" }
        return words.withMemoryRebound(to: UInt8.self, capacity: strlen(words)) {
            Disguise.reveal(Array(UnsafeBufferPointer(start: $0, count: strlen(words))))
        }
    }
}
