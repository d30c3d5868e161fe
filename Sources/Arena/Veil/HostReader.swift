/// Reads, at one place of a text, whether a hidden host stands there.
///
/// Escapes that Markdown undoes, as `openai\.com` or `openai&#46;com`, are read as what they mean.
struct HostReader {
    /// What stands at a place.
    enum Step: Equatable {
        /// So many bytes that are shown.
        case text(Int)
        /// So many bytes of scheme, host and port that are hidden.
        case link(Int)
        /// More of the text has to come before that can be said.
        case more
    }

    private enum Word {
        case none
        case more
        /// What may be a host, in small letters, and where it ends.
        case host(String, end: Int)
    }

    private enum Sign {
        case none
        case more
        /// A sign as it is meant, and how many bytes it is written with.
        case sign(UInt8, count: Int)
    }

    /// Bytes of the longest host there can be, and of the longest scheme that is looked at.
    private static let limits = (host: 255, scheme: 12)

    let bytes: [UInt8]
    /// Whether nothing more will come.
    let isComplete: Bool
    let veil: LinkVeil

    /// What stands at a place where no word goes on.
    func step(at index: Int) -> Step {
        guard case .host(let word, let end) = word(at: index) else {
            if case .more = word(at: index) { return .more }
            return .text(1)
        }
        let step = verdict(on: word, from: index, to: end)
        guard step == .text(end - index), word.utf8.count <= Self.limits.scheme else { return step }
        let (mark, rest) = (Array("://".utf8), bytes[end...].prefix(3))
        guard mark.starts(with: rest), rest.count == 3 || !isComplete else { return step }
        guard rest.count == 3 else { return .more }
        switch self.word(at: end + 3) {
        case .none: return step
        case .more: return .more
        case .host(let host, let hostEnd):
            let inner = verdict(on: host, from: index, to: hostEnd)
            return inner == .text(hostEnd - index) ? step : inner
        }
    }

    /// Whether a byte is a letter or a digit of ASCII.
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func verdict(on host: String, from start: Int, to end: Int) -> Step {
        if veil.hides(host) { return .link(end - start) }
        guard veil.mayHide(host) else { return .text(end - start) }
        guard end < bytes.count else { return isComplete ? .text(end - start) : .more }
        guard bytes[end] == UInt8(ascii: ":") else { return .text(end - start) }
        let digits = bytes[(end + 1)...].prefix(6).prefix(while: Self.isDigit)
        if digits.endIndex == bytes.count, digits.count < 6, !isComplete { return .more }
        let port = String(decoding: digits, as: UTF8.self)
        return veil.hides(host, port: port)
            ? .link(digits.endIndex - start) : .text(end - start)
    }

    private func word(at start: Int) -> Word {
        var host: [UInt8] = []
        var (index, end, length) = (start, start, 0)
        reading: while host.count <= Self.limits.host {
            switch sign(at: index) {
            case .more: return .more
            case .none: break reading
            case .sign(let byte, let count):
                let isPart = Self.isAlphanumeric(byte)
                guard isPart || !host.isEmpty else { return .none }
                if byte == UInt8(ascii: "."), host.last == byte { break reading }
                host.append(isPart && byte > UInt8(ascii: "9") ? byte | 0x20 : byte)
                index += count
                if isPart { (end, length) = (index, host.count) }
            }
        }
        guard length > 0 else { return .none }
        return .host(String(decoding: host.prefix(length), as: UTF8.self), end: end)
    }

    /// The sign of a host that stands at a place, if one does.
    private func sign(at index: Int) -> Sign {
        guard index < bytes.count else { return isComplete ? .none : .more }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\\"):
            guard index + 1 < bytes.count else { return isComplete ? .none : .more }
            return Self.isMark(bytes[index + 1]) ? .sign(bytes[index + 1], count: 2) : .none
        case UInt8(ascii: "&"): return reference(at: index)
        default:
            return Self.isAlphanumeric(byte) || Self.isMark(byte) ? .sign(byte, count: 1) : .none
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// A character reference, as `&#46;`, `&#x2e;` and `&period;`.
    private func reference(at index: Int) -> Sign {
        let body = bytes[(index + 1)...].prefix(9)
            .prefix { $0 == UInt8(ascii: "#") || Self.isAlphanumeric($0) }
        guard body.endIndex < bytes.count else { return isComplete ? .none : .more }
        guard bytes[body.endIndex] == UInt8(ascii: ";") else { return .none }
        guard let byte = Self.meaning(of: String(decoding: body, as: UTF8.self)) else {
            return .none
        }
        return .sign(byte, count: body.count + 2)
    }

    private static func meaning(of name: String) -> UInt8? {
        if name == "period" { return UInt8(ascii: ".") }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        let value = isHex ? UInt8(digits.dropFirst(), radix: 16) : UInt8(digits)
        return value.flatMap { isAlphanumeric($0) || isMark($0) ? $0 : nil }
    }
}
