/// A model's reply, whole and in pieces: both must give the same, and no tag of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let html = Markdown.html(of: text)
    for tag in [
        "<script", "<img", "<iframe", "<svg", "<style", "<object", "<form", "javascript:\"",
    ] {
        precondition(!html.contains(tag), tag)
    }
    return 0
}
