/// The rendering of a reply while it is being written, which never takes back what it gave.
///
/// Text goes in, in pieces of any size; blocks come out as soon as no later text can change them;
/// what is still open is ``tail``. What has come out depends on the text so far and not on how it
/// was cut: a reader who knows how many bytes it was sent therefore needs no other cursor.
package struct MarkdownStream: Sendable {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the closed blocks end, in UTF-8 bytes of the reply.
    package var closed: Int { base + blockStart }

    private var bytes: [UInt8] = []
    /// Where `bytes` begins in the reply.
    private var base = 0
    private var blockStart = 0
    private var lineStart = 0
    private var hasBegun = false
    private var cutter = BlockCutter()
    private var renderer: BlockRenderer

    /// A reply of which nothing has come yet; its first heading will be of this level, 3 to 6.
    package init(headingsFrom level: Int = 3) {
        renderer = BlockRenderer(headingsFrom: level)
    }

    /// What has come and may still change.
    package var tail: String { String(decoding: bytes[blockStart...], as: UTF8.self) }

    /// Takes the next piece of the reply and gives the blocks that it closes.
    ///
    /// Complexity: linear in the piece and in the blocks that it closes.
    package mutating func feed(_ piece: String) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var seen = bytes.count
        bytes += piece.utf8
        begin()
        while let end = bytes[max(seen, lineStart)...].firstIndex(of: UInt8(ascii: "\n")) {
            read(lineStart..<end + 1, isComplete: true, into: &blocks)
            lineStart = end + 1
            seen = lineStart
        }
        if lineStart < bytes.count {
            read(lineStart..<bytes.count, isComplete: false, into: &blocks)
        }
        forget()
        return blocks
    }

    /// Closes everything. Nothing may be fed afterwards.
    package mutating func finish() -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        if lineStart < bytes.count {
            read(lineStart..<bytes.count, isComplete: true, into: &blocks)
            lineStart = bytes.count
        }
        if let role = cutter.close(before: nil) { close(at: bytes.count, as: role, into: &blocks) }
        blockStart = bytes.count
        return blocks
    }

    /// Passes over a byte order mark.
    private mutating func begin() {
        guard !hasBegun, !bytes.isEmpty else { return }
        hasBegun = true
        if bytes.starts(with: Self.byteOrderMark) { lineStart = Self.byteOrderMark.count }
    }

    private mutating func read(
        _ range: Range<Int>, isComplete: Bool, into blocks: inout [MarkdownBlock]
    ) {
        guard let line = cutter.line(bytes[range], isComplete: isComplete) else { return }
        if cutter.cuts(before: line), let role = cutter.close(before: line) {
            close(at: range.lowerBound, as: role, into: &blocks)
        }
        guard isComplete, cutter.endsBlock(with: line) else { return }
        if let role = cutter.close(before: nil) {
            close(at: range.upperBound, as: role, into: &blocks)
        }
    }

    private mutating func close(
        at end: Int, as role: BlockRole, into blocks: inout [MarkdownBlock]
    ) {
        let start = base == 0 && blockStart == 0 && bytes.starts(with: Self.byteOrderMark) ? 3 : 0
        let html = renderer.render(bytes[(blockStart + start)..<end], as: role)
        let units = String(decoding: bytes[blockStart..<end], as: UTF8.self).utf16.count
        blocks.append(MarkdownBlock(html: html, end: base + end, units: units))
        blockStart = end
    }

    /// Lets go of the text of closed blocks, once it is the larger part.
    private mutating func forget() {
        guard blockStart > 4_096, blockStart > bytes.count / 2 else { return }
        bytes.removeFirst(blockStart)
        base += blockStart
        lineStart -= blockStart
        blockStart = 0
    }
}
