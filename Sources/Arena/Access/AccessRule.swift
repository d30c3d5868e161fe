/// Decides who may read and vote, from the settings and what is known of a visitor.
package struct AccessRule: Equatable, Sendable {
    /// Who may vote.
    package let access: Access
    /// Who may read.
    package let reading: Reading
    private let proxies: [AddressRange]

    /// The rule of these settings. This machine's own addresses are trusted as proxies always.
    package init(_ access: Access, reading: Reading = .everyone, proxies: [AddressRange] = []) {
        self.access = access
        self.reading = reading
        self.proxies = AddressRange.loopback + proxies
    }

    /// The user a proxy names; `nil` where it names nobody, two, or is not trusted.
    ///
    /// - Parameters:
    ///   - values: every value of the header that came with the request.
    ///   - peer: the address the request came from, as numbers.
    package func user(in values: [String], from peer: String?) -> String? {
        guard let peer, proxies.contains(where: { $0.contains(peer) }), values.count == 1 else {
            return nil
        }
        let name = values[0].trimming(while: { $0 == " " || $0 == "\t" })
        guard (1...256).contains(name.utf8.count),
            name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        return name
    }

    /// Whether somebody may open battles and vote.
    package func allowsVoting(isNamed: Bool, isMember: Bool) -> Bool {
        switch access {
        case .everyone: true
        case .invited: isMember
        case .named: isNamed
        }
    }

    /// Whether somebody may read the pages.
    package func allowsReading(isNamed: Bool, isMember: Bool) -> Bool {
        reading == .everyone || allowsVoting(isNamed: isNamed, isMember: isMember)
    }
}

extension String {
    fileprivate func trimming(while isBlank: (Character) -> Bool) -> String {
        let tail = drop(while: isBlank)
        return String(tail.reversed().drop(while: isBlank).reversed())
    }
}
