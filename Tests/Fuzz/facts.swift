/// Bytes of a published list of prices, read as JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(JSONFailure) {
        _ = try JSONParser.parse(bytes)
    } catch {
        precondition((0...bytes.count).contains(error.offset), "the place is outside the text")
    }
    return 0
}

/// The parser's words for a key; the real ones know of much else.
enum Refusal {
    static func quoted(_ text: String) -> String { String(text.prefix(60)) }
}
