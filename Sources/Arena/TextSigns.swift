extension StringProtocol {
    /// Whether a sign stands in this text, byte for byte.
    ///
    /// The standard library's `contains` compares characters in their canonical form and takes a
    /// hundred times as long, which a vote would wait for.
    func holds(_ sign: String) -> Bool {
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
