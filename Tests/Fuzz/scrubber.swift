/// A text with secrets in it: what is found is replaced once and for all, and nothing else changes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let scrubbed = Scrubber(text)
    precondition(scrubbed.count > 0 || scrubbed.text == text, "nothing was found and it changed")
    precondition(scrubbed.count <= text.utf8.count, "more was found than there is")
    return 0
}
