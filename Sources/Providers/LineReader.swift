/// Cuts bytes into lines at LF, CR LF or CR, the same lines however the bytes were cut before.
package struct LineReader: Sendable {
    /// A line is longer than allowed.
    package struct TooLong: Error, Equatable, Sendable {}

    private let limit: Int
    private var line: [UInt8] = []
    private var skipsFeed = false

    /// A reader for lines of at most `limit` bytes.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Takes bytes and gives the lines that are whole now, without their ends.
    ///
    /// Complexity: linear in the bytes.
    package mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            let isSecondHalf = skipsFeed && byte == 0x0A
            skipsFeed = byte == 0x0D
            if isSecondHalf { continue }
            if byte == 0x0A || byte == 0x0D {
                lines.append(line)
                line = []
            } else {
                guard line.count < limit else { throw TooLong() }
                line.append(byte)
            }
        }
        return lines
    }

    /// What stands after the last line end; empty where nothing does.
    package mutating func finish() -> [UInt8] {
        defer { line = [] }
        return line
    }
}
