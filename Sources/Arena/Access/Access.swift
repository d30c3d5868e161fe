/// Who may open battles and vote here.
package enum Access: Equatable, Sendable, CustomStringConvertible {
    /// Anyone: a cookie makes a browser a voter.
    case everyone
    /// People who opened an invitation link.
    case invited
    /// Whoever a trusted reverse proxy names in this header.
    case named(header: String)

    /// Reads `public`, `invited` or `header:NAME`; `nil` for anything else, and for headers that
    /// mean something of their own to browsers or servers.
    package init?(_ text: String) {
        switch text {
        case "public": self = .everyone
        case "invited": self = .invited
        default:
            guard let name = text.wholeSuffix(after: "header:"), Self.isNaming(name) else {
                return nil
            }
            self = .named(header: name)
        }
    }

    /// As it is written in the settings.
    package var description: String {
        switch self {
        case .everyone: "public"
        case .invited: "invited"
        case .named(let header): "header:\(header)"
        }
    }

    private static let taken: Set<String> = [
        "authorization", "connection", "content-length", "content-type", "cookie", "forwarded",
        "host", "origin", "referer", "transfer-encoding", "user-agent", "x-forwarded-for",
    ]

    private static func isNaming(_ header: String) -> Bool {
        (1...60).contains(header.utf8.count) && !taken.contains(header.lowercased())
            && header.utf8.allSatisfy { byte in
                (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}

/// Who may read the pages.
package enum Reading: String, Sendable, CaseIterable {
    /// Anyone.
    case everyone
    /// Who may vote, and nobody else.
    case members
}

extension String {
    fileprivate func wholeSuffix(after prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
