/// Bytes of an upstream's stream: the first says how they are cut, and the cut must not matter.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let size = max(1, Int(bytes.first ?? 1))
    let whole = events(of: [bytes])
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min(bytes.count, $0 + size)])
    }
    precondition(events(of: pieces) == whole, "the cut matters")
    return 0
}

private func events(of pieces: [[UInt8]]) -> [ServerEvent]? {
    var parser = EventStreamParser(limit: 512)
    var events: [ServerEvent] = []
    do throws(EventStreamParser.Failure) {
        for piece in pieces { events += try parser.take(piece) }
        if let last = try parser.finish() { events.append(last) }
        return events
    } catch {
        return nil
    }
}
