extension JSONScanner {
    /// Passes over any value. O(bytes), without recursion.
    @inline(__always)
    mutating func skipValue() throws(JSONFault) {
        switch view[at] {
        case 0x22: _ = try skipText()
        case 0x7B, 0x5B: try skipNested()
        case 0x2D, 0x30...0x39: try skipNumber()
        default: try skipWord()
        }
    }

    /// Passes over an object or array at whose opening bracket the scanner stands.
    mutating func skipNested() throws(JSONFault) {
        var nest = Nest()
        while true {
            if try opens(&nest) { continue }
            while true {
                skipSpace()
                if view[at] == 0x2C {
                    at &+= 1
                    skipSpace()
                    if nest.isObject { try skipKey() }
                    break
                }
                try skip(nest.closer, else: .separator)
                nest.close()
                if nest.isEmpty { return }
            }
        }
    }

    /// Passes over a scalar, or over the opening of a nested value and its first key.
    /// - Returns: whether another value must come at once.
    @inline(__always)
    private mutating func opens(_ nest: inout Nest) throws(JSONFault) -> Bool {
        let byte = view[at]
        guard byte | 0x20 == 0x7B else {
            if byte == 0x22 { _ = try skipText() } else { try skipValue() }
            return false
        }
        try nest.open(isObject: byte == 0x7B)
        at &+= 1
        skipSpace()
        guard view[at] != nest.closer else {
            return false
        }
        if nest.isObject { try skipKey() }
        return true
    }

    /// Passes over a key and its colon.
    @inline(__always)
    mutating func skipKey() throws(JSONFault) {
        guard view[at] == 0x22 else { throw .key }
        _ = try skipText()
        skipSpace()
        try skip(0x3A, else: .colon)
        skipSpace()
    }
}

/// Which brackets are open: a bit a level, set for an object.
struct Nest {
    /// The deepest nesting that is read.
    static let limit = 64

    private var kinds: UInt64 = 0
    private(set) var depth = 0

    var isEmpty: Bool { depth == 0 }
    var isObject: Bool { kinds & 1 == 1 }
    /// The bracket that closes the innermost level.
    var closer: UInt8 { kinds & 1 == 1 ? 0x7D : 0x5D }

    mutating func open(isObject: Bool) throws(JSONFault) {
        guard depth < Self.limit else { throw .depth }
        kinds = kinds << 1 | (isObject ? 1 : 0)
        depth += 1
    }

    mutating func close() {
        kinds >>= 1
        depth -= 1
    }
}
