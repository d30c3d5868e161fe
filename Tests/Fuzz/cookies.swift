/// A cookie of preferences: whatever was read is written so that it reads the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cookie = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let read = Preferences(cookie: cookie)
    precondition(Preferences(cookie: read.cookie) == read, "it reads otherwise")
    precondition(read.cookie.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B }, "a bad byte")
    return 0
}
