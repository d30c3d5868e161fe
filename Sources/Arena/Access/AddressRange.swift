/// A network address, or all addresses that share its first bits.
package struct AddressRange: Equatable, Sendable, CustomStringConvertible {
    /// As it was written.
    package let description: String
    private let bytes: [UInt8]
    private let bits: Int

    /// Reads `10.0.0.7`, `10.0.0.0/8`, `::1` or `fd00::/8`; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            let bytes = NetworkAddress(String(parts[0]))?.bytes
        else { return nil }
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
        NetworkAddress(address).map { contains($0) } ?? false
    }

    /// Whether an address lies in the range. IPv4 in IPv6 counts as IPv4.
    package func contains(_ address: NetworkAddress) -> Bool {
        let (whole, other) = (bits / 8, address.bytes)
        guard bytes.prefix(whole) == other.prefix(whole) else { return false }
        let mask = ~(UInt8.max >> UInt8(bits % 8))
        return bits % 8 == 0 || bytes[whole] & mask == other[whole] & mask
    }
}
