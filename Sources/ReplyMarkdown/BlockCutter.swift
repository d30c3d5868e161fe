/// What a block is to the one who renders it.
enum BlockRole: Equatable {
    /// Paragraphs, quotes, tables, headings, rules.
    case flow(isQuote: Bool)
    /// Code, in which no sign has a meaning.
    case code
    /// One item of a top-level list; whether a blank line makes it loose, and whether it is the
    /// last one.
    case item(ListMarker, isLoose: Bool, isLast: Bool)
}

/// Decides, line by line, where top-level blocks end.
///
/// It cuts only where CommonMark says that nothing can join the two parts again; where that would
/// take a whole parser to know, it does not cut, and a block holds more than one.
struct BlockCutter: Equatable {
    private enum Open: Equatable {
        case nothing
        /// Ends at a blank line.
        case flow(isQuote: Bool)
        /// A heading or a rule.
        case line
        case indentedCode
        case fence(mark: UInt8, count: Int)
        case item(ListMarker, offset: Int)
    }

    private var open = Open.nothing
    /// Whether the open flow is inside a formula of several lines, in which nothing interrupts.
    private var isInFormula = false
    /// Whether the line before was blank.
    private var followsBlank = false
    /// Whether the open item has no text yet, which the next line could go on with.
    private var isBare = false
    /// Whether the open item, or the one about to be opened, is not its list's first.
    private var isInList = false
    /// Whether a blank line stands before that item.
    private var isLoose = false

    /// What a line opens; `nil` while more of it has to come.
    func line(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> LineOpening? {
        guard case .fence(let mark, let count) = open else {
            return LineOpening(bytes, isComplete: isComplete)
        }
        guard isComplete else { return nil }
        var reader = LineReader(bytes, isComplete)
        return LineOpening(indent: 0, kind: reader.closesFence(mark, count) ? .fenceEnd : .text)
    }

    /// Whether the open block ends before a line.
    func cuts(before line: LineOpening) -> Bool {
        switch open {
        case .nothing, .line, .fence: false
        case .flow(let isQuote): !isInFormula && Self.interrupts(line, isQuote)
        case .indentedCode: line.kind != .blank && line.kind != .indented
        case .item(_, let offset): leaves(line, offset)
        }
    }

    /// Takes a whole line into the open block, or opens one with it; whether that block ends with
    /// the line.
    mutating func endsBlock(with line: LineOpening) -> Bool {
        if open == .nothing {
            begin(with: line)
        } else if line.kind != .blank {
            isBare = false
        }
        followsBlank = line.kind == .blank
        if line.kind == .formulaMark { isInFormula.toggle() }
        switch open {
        case .flow: return line.kind == .blank
        case .line: return true
        case .fence: return line.kind == .fenceEnd
        case .nothing, .indentedCode, .item: return false
        }
    }

    /// Ends the open block before a line, or before the end, and says what it was; `nil` when
    /// there is none.
    mutating func close(before line: LineOpening?) -> BlockRole? {
        let closing = open
        open = .nothing
        isInFormula = false
        switch closing {
        case .nothing: return nil
        case .flow(let isQuote): return .flow(isQuote: isQuote)
        case .line: return .flow(isQuote: false)
        case .indentedCode, .fence: return .code
        case .item(let marker, _):
            let isLast = !Self.continues(line, marker)
            let isItemLoose = isInList ? isLoose : !isLast && followsBlank
            isInList = !isLast
            isLoose = followsBlank
            return .item(marker, isLoose: isItemLoose, isLast: isLast)
        }
    }
}

extension BlockCutter {
    private mutating func begin(with line: LineOpening) {
        switch line.kind {
        case .blank, .fenceEnd: break
        case .indented: open = .indentedCode
        case .fence(let mark, let count): open = .fence(mark: mark, count: count)
        case .heading, .rule: open = .line
        case .item(let marker, let offset, let isEmpty):
            open = .item(marker, offset: offset)
            isBare = isEmpty
        case .quote: open = .flow(isQuote: true)
        case .text, .formulaMark: open = .flow(isQuote: false)
        }
    }

    /// Whether a line begins another block although no blank line stands before it.
    private static func interrupts(_ line: LineOpening, _ isQuote: Bool) -> Bool {
        switch line.kind {
        case .blank, .indented, .text, .formulaMark, .fenceEnd: false
        case .fence, .heading: true
        case .rule(let isUnderline): !isUnderline
        case .quote: !isQuote
        case .item(let marker, _, let isEmpty):
            !isEmpty && (marker.number == nil || marker.number == 1)
        }
    }

    /// Whether a line stands outside the open item.
    private func leaves(_ line: LineOpening, _ offset: Int) -> Bool {
        guard line.indent < offset else { return false }
        switch line.kind {
        case .blank, .fenceEnd: return false
        case .indented, .text, .formulaMark: return followsBlank || isBare
        case .fence, .heading, .rule, .quote, .item: return true
        }
    }

    /// Whether a line begins the next item of a list.
    private static func continues(_ line: LineOpening?, _ marker: ListMarker) -> Bool {
        guard case .item(let next, _, _) = line?.kind else { return false }
        return next.belongs(with: marker)
    }
}
