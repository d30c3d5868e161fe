/// An address that a link may lead to: `http` or `https`, at a host that is what it looks like.
struct WebLink: Equatable {
    /// Bytes of an address.
    static let limit = 2_048

    /// The address as an attribute may hold it: ASCII, without anything a browser would skip.
    let address: String
    /// The host, and the port where one is given, as people are to read it.
    let host: String

    /// Reads an address; `nil` when it leads elsewhere, names a user, or hides its host behind
    /// percent signs or letters that other letters look like.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.limit, let start = Self.schemeEnd(of: bytes) else { return nil }
        let authority = bytes[start...].prefix { !"/?#".utf8.contains($0) }
        guard let host = Self.host(authority) else { return nil }
        self.host = host
        address = Self.encoded(bytes)
    }

    private static func schemeEnd(of bytes: [UInt8]) -> Int? {
        ["http://", "https://"].first { scheme in
            zip(bytes, scheme.utf8).allSatisfy { lowercase($0) == $1 }
                && bytes.count > scheme.utf8.count
        }?.utf8.count
    }

    private static func host(_ authority: ArraySlice<UInt8>) -> String? {
        let isBracketed = authority.first == UInt8(ascii: "[")
        let name =
            isBracketed
            ? authority.prefix { $0 != UInt8(ascii: "]") } + "]".utf8
            : authority.prefix { $0 != UInt8(ascii: ":") }
        let inner = isBracketed ? name.dropFirst().dropLast() : name
        let allowed = isBracketed ? isAddressByte : isHostByte
        guard !inner.isEmpty, inner.count <= 253, inner.allSatisfy(allowed) else { return nil }
        let isName =
            isBracketed ? inner.contains(UInt8(ascii: ":")) : inner.contains(where: isAlphanumeric)
        guard isName else { return nil }
        let rest = authority.dropFirst(name.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: ":") && rest.count <= 6 else { return nil }
        guard rest.dropFirst().allSatisfy(isDigit), authority.starts(with: name) else { return nil }
        let port = rest.count > 1 ? rest : []
        return String(decoding: (name + port).map(lowercase), as: UTF8.self)
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        for byte in bytes {
            if isAlphanumeric(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte) {
                output.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "-._".utf8.contains(byte)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || ":.abcdefABCDEF".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercase(byte))
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
