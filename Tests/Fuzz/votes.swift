/// Bytes of a file of votes, whole and in two pieces: both say the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let cut = bytes.first.map { Int($0) * count / 256 } ?? 0
    let whole = votes(in: [bytes])
    let pieces = votes(in: [Array(bytes[..<cut]), Array(bytes[cut...])])
    precondition(whole == pieces, "a cut changes what is read")
    return 0
}

/// How many votes the pieces hold; `nil` where they are refused.
private func votes(in pieces: [[UInt8]]) -> Int? {
    var reader = VoteReader()
    do throws(VoteFault) {
        for piece in pieces { try reader.read(piece) }
        return try reader.finish().votes
    } catch {
        return nil
    }
}
