import Foundation

/// A network address, or all addresses that share its first bits.
package struct AddressRange: Equatable, Sendable, CustomStringConvertible {
    /// As it was written.
    package let description: String
    private let bytes: [UInt8]
    private let bits: Int

    /// Reads `10.0.0.7`, `10.0.0.0/8`, `::1` or `fd00::/8`; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let bytes = Self.bytes(of: String(parts[0])) else {
            return nil
        }
        let isFour = !parts[0].contains(":")
        let width = isFour ? 32 : 128
        var bits = width
        if parts.count == 2 {
            guard let written = Int(parts[1]), (0...width).contains(written) else { return nil }
            bits = written
        }
        self.bytes = bytes
        self.bits = bits + (isFour ? 96 : 0)
        description = text
    }

    /// This machine's own addresses.
    package static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// Whether an address, written as numbers, lies in the range. IPv4 in IPv6 counts as IPv4.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address) else { return false }
        let whole = bits / 8
        guard bytes.prefix(whole) == other.prefix(whole) else { return false }
        let mask = ~(UInt8.max >> UInt8(bits % 8))
        return bits % 8 == 0 || bytes[whole] & mask == other[whole] & mask
    }

    /// 16 bytes, an IPv4 address behind `::ffff:0:0`.
    private static func bytes(of text: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 {
            return [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + four
        }
        var six = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET6, text, &six) == 1 ? six : nil
    }
}
