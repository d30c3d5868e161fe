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

    /// Whether an address is a proxy's whose word is taken.
    package func trusts(_ peer: NetworkAddress) -> Bool {
        proxies.contains { $0.contains(peer) }
    }

    /// The address a request comes from: the peer's, or behind trusted proxies the last one named
    /// in `X-Forwarded-For` that is not such a proxy's.
    ///
    /// The list is walked from its end, because whoever sends a request can write its beginning;
    /// what is no address ends the walk at the proxy that wrote it.
    ///
    /// - Parameters:
    ///   - peer: the address at the other end of the connection.
    ///   - values: every value of the header that came with the request, in order.
    package func client(behind peer: NetworkAddress, forwarded values: [String]) -> NetworkAddress {
        var client = peer
        var hops = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        while trusts(client), let hop = hops.popLast(), let next = NetworkAddress(hop: hop) {
            client = next
        }
        return client
    }

    /// Whether a request came by TLS: a trusted proxy says so, and says it once.
    package func isByTLS(from peer: NetworkAddress, forwarded values: [String]) -> Bool {
        trusts(peer) && values.count == 1 && values[0].lowercased() == "https"
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
