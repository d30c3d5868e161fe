import Foundation

/// One address of the network, as numbers.
package struct NetworkAddress: Hashable, Sendable {
    /// 16 bytes, an IPv4 address behind `::ffff:0:0`.
    package let bytes: [UInt8]

    /// Reads `10.0.0.7` or `fd00::1`, in no other spelling; `nil` for anything else.
    package init?(_ text: String) {
        var four = [UInt8](repeating: 0, count: 4)
        var six = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four: four)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(six: six)
        } else {
            return nil
        }
    }

    /// Reads one entry of `X-Forwarded-For`: an address, with blanks around it, or a port behind
    /// it as some proxies write, an IPv6 address then in brackets.
    init?(hop text: Substring) {
        let isBlank = { (letter: Character) in letter == " " || letter == "\t" }
        let front = text.drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return nil }
        let entry = front[...last]
        if entry.hasPrefix("[") {
            self.init(String(entry.dropFirst().prefix { $0 != "]" }))
        } else if entry.contains("."), let colon = entry.firstIndex(of: ":"),
            entry[..<colon].contains(".")
        {
            self.init(String(entry[..<colon]))
        } else {
            self.init(String(entry))
        }
    }

    /// The address of these 4 bytes.
    package init(four: [UInt8]) {
        bytes = Self.mapped + four
    }

    /// The address of these 16 bytes.
    package init(six: [UInt8]) {
        bytes = six
    }

    /// Whether it is an IPv4 address, as such or in IPv6.
    package var isFour: Bool { bytes.starts(with: Self.mapped) }

    /// Whether it is this machine's own.
    package var isLoopback: Bool {
        isFour ? bytes[12] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
    }

    /// What one subscriber has: the address itself in IPv4, its first 64 bits in IPv6.
    package var prefix: [UInt8] { isFour ? bytes : Array(bytes.prefix(8)) }

    /// Whether it is one of the public network, and not of a machine, a private network or a
    /// special purpose (IANA's registries of special addresses, IPv4 and IPv6).
    ///
    /// In IPv6 only 2000::/3 is public, without its special parts; an address that carries an IPv4
    /// address by NAT64 is what that one is, other carriers are refused.
    package var isPublic: Bool {
        if isFour { return Self.isPublic(four: Array(bytes.suffix(4))) }
        if bytes.starts(with: Self.translated) {
            return Self.isPublic(four: Array(bytes.suffix(4)))
        }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        return !Self.specialSix.contains { $0.contains(self) }
    }

    private static func isPublic(four: [UInt8]) -> Bool {
        let address = NetworkAddress(four: four)
        return !specialFour.contains { $0.contains(address) }
    }

    private static let mapped: [UInt8] = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    private static let translated: [UInt8] =
        [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)
    private static let specialFour = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    ].compactMap { AddressRange($0) }
    private static let specialSix = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]
        .compactMap { AddressRange($0) }
}
