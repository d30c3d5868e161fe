/// The members of a JSON text's outermost object, counted as they are written.
///
/// A decoder keeps one of two members of the same name and says nothing; two readers may keep
/// different ones.
package enum JSONMembers {
    /// How many members the outermost object has; only for text that a decoder takes.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    package static func count(in json: some Sequence<UInt8>) -> Int {
        var (count, depth) = (0, 0)
        var (isText, isEscaped) = (false, false)
        for byte in json {
            if isText {
                isText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1: count += 1
            default: break
            }
        }
        return count
    }
}
