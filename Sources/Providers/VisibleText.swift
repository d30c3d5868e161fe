/// Lets through what a reader is meant to see of a model's text, piece by piece.
///
/// A pure value. Left out: `<think>…</think>` blocks before the first visible word, control tokens
/// that a chat template failed to eat, control characters, blank space around the whole. Line ends
/// become LF. What may still turn out to be one of these is held back until the next piece.
package struct VisibleText: Sendable {
    private static let opening = Array("<think>".utf8)
    private static let closing = Array("</think>".utf8)
    private static let tokens = [
        "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|end|>", "<|eot_id|>", "<|eom_id|>",
        "<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>",
        "<|assistant|>", "<|user|>", "<|system|>", "<|return|>", "<|end_of_turn|>",
        "<start_of_turn>", "<end_of_turn>", "<eos>", "<bos>", "<pad>",
    ].map { Array($0.utf8) }
    /// A token of some models and a tag of HTML: left out at the very end only.
    private static let strikeEnd = Array("</s>".utf8)

    private var waiting: [UInt8] = []
    private var blanks: [UInt8] = []
    private var hasBegun = false
    private var isThinking = false

    /// Nothing seen yet.
    package init() {}

    /// Takes a piece of the model's text and gives what of it may be shown now; often empty.
    ///
    /// Complexity: linear in the piece.
    package mutating func take(_ text: String) -> String {
        waiting += text.utf8
        var shown: [UInt8] = []
        while !hasBegun, skipLeading() {}
        if hasBegun { show(into: &shown) }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Ends the text: what was held back and was none of these after all.
    package mutating func finish() -> String {
        defer { waiting = [] }
        let rest = waiting.filter(Self.isText)
        guard !isThinking, !rest.isEmpty else { return "" }
        return String(decoding: blanks + rest, as: UTF8.self)
    }

    /// Works before the first visible byte; `true` while there may be more to leave out.
    private mutating func skipLeading() -> Bool {
        if isThinking {
            guard let end = Self.firstRange(of: Self.closing, in: waiting) else {
                waiting = Array(waiting.suffix(Self.closing.count - 1))
                return false
            }
            waiting.removeFirst(end)
            isThinking = false
        }
        waiting = Array(waiting.drop { $0 == 0x20 || !Self.isText($0) || $0 == 0x09 || $0 == 0x0A })
        guard !waiting.isEmpty else { return false }
        switch Self.match(waiting[...], [Self.opening]) {
        case .whole(let count):
            waiting.removeFirst(count)
            isThinking = true
            return true
        case .part: return false
        case .none: break
        }
        switch Self.match(waiting[...], Self.tokens) {
        case .whole(let count):
            waiting.removeFirst(count)
            return true
        case .part: return false
        case .none:
            hasBegun = true
            return false
        }
    }

    private mutating func show(into shown: inout [UInt8]) {
        var index = 0
        scan: while index < waiting.count {
            let byte = waiting[index]
            switch byte {
            case UInt8(ascii: "<"):
                switch Self.match(waiting[index...], Self.tokens + [Self.strikeEnd]) {
                case .whole(let count):
                    if count == Self.strikeEnd.count { blanks += Self.strikeEnd }
                    index += count
                    continue scan
                case .part: break scan
                case .none: emit(byte, into: &shown)
                }
            case 0x0D where index + 1 == waiting.count: break scan
            case 0x0D where waiting[index + 1] == 0x0A: break
            case 0x0D, 0x0A: blanks.append(0x0A)
            case 0x20, 0x09: blanks.append(byte)
            default:
                if Self.isText(byte) { emit(byte, into: &shown) }
            }
            index += 1
        }
        waiting.removeFirst(index)
    }

    private mutating func emit(_ byte: UInt8, into shown: inout [UInt8]) {
        shown += blanks
        blanks = []
        shown.append(byte)
    }

    private enum Match {
        case whole(Int)
        case part
        case none
    }

    /// Whether bytes begin with one of these texts, or may once more bytes come.
    private static func match(_ bytes: ArraySlice<UInt8>, _ texts: [[UInt8]]) -> Match {
        var isPart = false
        for text in texts {
            if bytes.starts(with: text) { return .whole(text.count) }
            if bytes.count < text.count, text.starts(with: bytes) { isPart = true }
        }
        return isPart ? .part : .none
    }

    /// Where the first occurrence of a text ends.
    private static func firstRange(of text: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= text.count else { return nil }
        for start in 0...(bytes.count - text.count)
        where bytes[start] == text[0] && bytes[start...].starts(with: text) {
            return start + text.count
        }
        return nil
    }

    private static func isText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A
    }
}
