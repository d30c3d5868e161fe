/// Renders blocks one after the other; it remembers whether a list is open, and the headings.
struct BlockRenderer: Equatable {
    private var isListOpen = false
    private var outline: Outline

    /// Nothing rendered yet; the first heading will be of this level, 3 to 6.
    init(headingsFrom level: Int) {
        outline = Outline(top: level)
    }

    /// The markup of a block.
    mutating func render(_ block: ArraySlice<UInt8>, as role: BlockRole) -> String {
        guard role == .code || Bounds.allow(block) else { return plain(block, as: role) }
        let steps = MarkdownTree.steps(of: Disguise.apply(to: block, as: role))
        var writer = MarkdownWriter(outline: outline)
        defer { outline = writer.outline }
        guard case .item(let marker, let isLoose, let isLast) = role else {
            writer.write(steps[...])
            return writer.html
        }
        let end = Self.listEnd(in: steps)
        open(marker, in: &writer)
        writer.writeItems(steps[..<end].dropFirst(2), isLoose: isLoose)
        let rest = steps[end...].dropFirst().dropLast()
        if isLast || !rest.isEmpty { close(marker, in: &writer) }
        writer.write(rest)
        return writer.html
    }

    /// A block as its lines.
    private mutating func plain(_ block: ArraySlice<UInt8>, as role: BlockRole) -> String {
        var writer = MarkdownWriter(outline: outline)
        guard case .item(let marker, _, let isLast) = role else {
            writer.writePlain(block, as: .paragraph(isTight: false))
            return writer.html
        }
        open(marker, in: &writer)
        writer.writePlain(block, as: .item(isDone: nil))
        if isLast { close(marker, in: &writer) }
        return writer.html
    }

    private mutating func open(_ marker: ListMarker, in writer: inout MarkdownWriter) {
        guard !isListOpen else { return }
        writer.openList(start: marker.number)
        isListOpen = true
    }

    private mutating func close(_ marker: ListMarker, in writer: inout MarkdownWriter) {
        writer.closeList(isOrdered: marker.number != nil)
        isListOpen = false
    }

    /// Where the list that a document begins with is left.
    private static func listEnd(in steps: [MarkdownStep]) -> Int {
        guard steps.count > 1, case .list = steps[1].node else { return max(steps.count - 1, 0) }
        var depth = 0
        for (index, step) in steps.enumerated() {
            guard case .list = step.node else { continue }
            depth += step.isEntering ? 1 : -1
            if depth == 0 { return index }
        }
        return max(steps.count - 1, 0)
    }
}
