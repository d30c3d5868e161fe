/// An `http` or `https` address, taken apart by bytes so strictly that no other reader of URLs can
/// see a different host in it.
package struct WebAddress: Sendable, Equatable {
    /// `http` or `https`.
    package let scheme: String
    /// Host, with its port where one is written.
    package let authority: String
    /// The path, empty or beginning with a slash, never ending with one.
    package let path: String
    /// What stands after `?`; empty where there is none.
    package let query: String
    /// Whether its host may turn out to be of a private network though it is a name.
    package private(set) var allowsPrivate = false

    /// Reads an address.
    ///
    /// - Throws: ``CurlFailure/Kind/invalid`` unless it is a plain `http` or `https` address in
    ///   printable ASCII, without user name, fragment or backslash.
    package init(_ text: String) throws(CurlFailure) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw CurlFailure(.invalid, "The address holds blank, control or non-ASCII characters.")
        }
        guard let (scheme, rest) = Self.parted(text, at: "://"),
            ["http", "https"].contains(scheme.lowercased())
        else { throw CurlFailure(.invalid, "The address does not begin with http:// or https://.") }
        guard !rest.contains("#"), !rest.contains("\\") else {
            throw CurlFailure(.invalid, "The address holds a fragment or a backslash.")
        }
        let (place, query) = Self.parted(rest, at: "?") ?? (rest, "")
        let (authority, path) = Self.parted(place, at: "/") ?? (place, "")
        guard !authority.isEmpty, authority.utf8.allSatisfy(Self.isHostByte) else {
            throw CurlFailure(.invalid, "The address has no plain host name.")
        }
        self.scheme = scheme.lowercased()
        self.authority = authority.lowercased()
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        let kept = segments.reversed().drop(while: \.isEmpty).reversed()
        self.path = kept.isEmpty ? "" : "/" + kept.joined(separator: "/")
        self.query = query
    }

    private init(_ other: WebAddress, path: String, query: String) {
        scheme = other.scheme
        authority = other.authority
        allowsPrivate = other.allowsPrivate
        self.path = path
        self.query = query
    }

    /// The same address, whose host may turn out to be of a private network.
    package func allowingPrivate(_ isAllowed: Bool = true) -> WebAddress {
        var address = self
        address.allowsPrivate = isAllowed
        return address
    }

    /// The host alone, an IPv6 address without its brackets.
    package var host: String {
        guard authority.hasPrefix("[") else { return String(authority.prefix { $0 != ":" }) }
        return String(authority.dropFirst().prefix { $0 != "]" })
    }

    /// The whole address.
    package var text: String {
        "\(scheme)://\(authority)\(path.isEmpty ? "/" : path)\(query.isEmpty ? "" : "?" + query)"
    }

    /// Scheme, host and port, written alike for equal origins.
    package var origin: String {
        let implied = scheme == "https" ? ":443" : ":80"
        let host = authority.hasSuffix(implied) ? authority.dropLast(implied.count) : authority[...]
        return "\(scheme)://\(host)"
    }

    /// The address below this one; what stands after `?` is kept.
    package func appending(_ part: String) -> WebAddress {
        WebAddress(self, path: path + part, query: query)
    }

    /// The address with one more `name=value` after `?`.
    package func asking(_ item: String) -> WebAddress {
        let asked = query.isEmpty ? item : "\(query)&\(item)"
        return WebAddress(self, path: path, query: asked)
    }

    /// Text as one segment of a path (RFC 3986): all but unreserved characters become `%XX`.
    package static func segment(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            isUnreserved(byte)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func parted(_ text: String, at mark: String) -> (String, String)? {
        let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isUnreserved(byte) && byte != UInt8(ascii: "~")
            || [UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
