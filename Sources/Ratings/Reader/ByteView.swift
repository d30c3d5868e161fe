/// Bytes in memory, followed by padding, read without a check of bounds.
///
/// Invariant: `base` points to `count + ByteView.padding` initialised bytes, and no view outlives
/// the closure it is lent to. The last `padding` are zero wherever a grammar walks the bytes: none
/// accepts a zero, so every walk stops at `count` at the latest. No read begins behind `count` or
/// is longer than half the `padding`.
package struct ByteView {
    /// How many zeros follow the bytes.
    package static let padding = 16

    private let base: UnsafeRawPointer
    /// The number of bytes.
    package let count: Int

    /// Sees the bytes of a buffer less its padding, which must be there.
    init(_ buffer: UnsafeRawBufferPointer) {
        precondition(buffer.count >= Self.padding)
        base = buffer.baseAddress.unsafelyUnwrapped
        count = buffer.count - Self.padding
    }

    @inline(__always)
    subscript(place: Int) -> UInt8 {
        assert(place >= 0 && place < count + Self.padding)
        return base.load(fromByteOffset: place, as: UInt8.self)
    }

    /// Eight bytes, the first in the lowest place.
    @inline(__always)
    func word(at place: Int) -> UInt64 {
        assert(place >= 0 && place <= count + Self.padding - 8)
        return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Up to eight bytes, those behind `length` being zero.
    @inline(__always)
    func word(at place: Int, length: Int) -> UInt64 {
        let word = word(at: place)
        return length >= 8 ? word : word & (1 << UInt64(truncatingIfNeeded: 8 &* length) &- 1)
    }

    /// The bytes of a range.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// The bytes of a range as text, ill-formed parts replaced: for messages and checked text.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// How often a byte stands before a place. O(place), eight bytes at a time.
    package func occurrences(of byte: UInt8, before place: Int) -> Int {
        let pattern = WordScan.every(byte)
        var sum = 0
        var start = 0
        while start < place {
            sum &+= WordScan.matches(of: pattern, in: word(at: start))
            start &+= 8
        }
        for place in place..<max(place, start) where self[place] == byte { sum &-= 1 }
        return sum
    }
}

extension Slab {
    /// Lends the bytes to a closure.
    func withView<Result>(_ body: (ByteView) -> Result) -> Result {
        padded.withUnsafeBytes { body(ByteView($0)) }
    }
}

extension [UInt8] {
    /// Lends the bytes, which must end with the padding, to a closure.
    package func withPaddedView<Result>(_ body: (ByteView) -> Result) -> Result {
        withUnsafeBytes { body(ByteView($0)) }
    }

    /// Lends the bytes to a closure as a view of all but the last few, which stand in for its
    /// padding and are lent beside it: for counting and searching, not for walking to the end.
    func withSearchView<Result>(_ body: (ByteView, ArraySlice<UInt8>) -> Result) -> Result {
        guard count > ByteView.padding else {
            let nothing = [UInt8](repeating: 0, count: ByteView.padding)
            return nothing.withPaddedView { body($0, self[...]) }
        }
        return withUnsafeBytes { body(ByteView($0), suffix(ByteView.padding)) }
    }

    /// Whether a byte occurs an odd number of times.
    package func isOdd(countOf byte: UInt8) -> Bool {
        withSearchView { view, rest in
            (view.occurrences(of: byte, before: view.count) + rest.count { $0 == byte }) & 1 == 1
        }
    }
}
