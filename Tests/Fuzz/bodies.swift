import Foundation

/// A JSON body: where a decoder sees an object, its members are counted as they are written, so a
/// member that was sent twice shows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Data(UnsafeBufferPointer(start: start, count: count))
    let members = JSONMembers.count(in: bytes)
    guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
        return 0
    }
    precondition(members >= object.count, "a member was not counted")
    return 0
}
