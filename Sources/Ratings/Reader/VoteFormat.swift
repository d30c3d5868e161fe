/// How a vote file is written.
public enum VoteFormat: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case jsonLines
    /// One JSON array of objects, on one line or many.
    case jsonArray
    /// A table with a header, its cells parted by commas, semicolons or tabs (RFC 4180).
    case table

    /// The format of a file that begins with some bytes, a byte order mark left out; nil if there
    /// are too few of them to say.
    static func recognised(in bytes: some Sequence<UInt8>) throws(VoteFault) -> VoteFormat? {
        guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) else { return nil }
        switch first {
        case UInt8(ascii: "{"): return .jsonLines
        case UInt8(ascii: "["): return .jsonArray
        case 0x1F: throw VoteFault(line: 1, record: 0, reason: .notVotes("compressed with gzip"))
        case 0x28 where Array(bytes.prefix(4)) == [0x28, 0xB5, 0x2F, 0xFD]:
            throw VoteFault(line: 1, record: 0, reason: .notVotes("compressed with zstd"))
        case 0x50 where Array(bytes.prefix(4)) == Array("PAR1".utf8):
            throw VoteFault(line: 1, record: 0, reason: .notVotes("a Parquet file"))
        default: return .table
        }
    }
}
