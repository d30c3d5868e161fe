/// Some whole records of a vote file, a piece of work for one task.
package struct Slab: Sendable {
    /// The bytes, and the zeros that ``ByteView`` asks for.
    package let padded: [UInt8]
    /// Whether it begins where the file does.
    let isFirst: Bool
    /// Whether it ends where the file does.
    let isLast: Bool

    /// Creates a slab; zeros are added to `bytes`.
    init(_ bytes: consuming [UInt8], isFirst: Bool = true, isLast: Bool = true) {
        bytes.append(contentsOf: repeatElement(0, count: ByteView.padding))
        padded = bytes
        self.isFirst = isFirst
        self.isLast = isLast
    }
}
