extension StringProtocol {
    /// Whether a sign stands in this text.
    ///
    /// A sign in ASCII is looked for byte by byte: the standard library's `contains` compares
    /// characters in their canonical form and takes a hundred times as long, which a vote would wait
    /// for. Others are looked for so, in texts that are not ASCII themselves.
    func holds(_ sign: String) -> Bool {
        guard sign.utf8.allSatisfy({ $0 < 0x80 }) else {
            return !utf8.allSatisfy { $0 < 0x80 } && contains(sign)
        }
        let sign = Array(sign.utf8)
        let isIn = { (text: UnsafeBufferPointer<UInt8>) in
            text.indices.dropLast(sign.count - 1).contains { start in
                text[start] == sign[0] && text[start...].starts(with: sign)
            }
        }
        return utf8.withContiguousStorageIfAvailable(isIn)
            ?? Array(utf8).withUnsafeBufferPointer(isIn)
    }
}
