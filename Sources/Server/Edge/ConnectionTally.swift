package import Arena

/// How many connections are open, in all and by who opened them.
package struct ConnectionTally: Sendable {
    /// What a new connection may do.
    package enum Admission: Equatable, Sendable {
        /// Anything.
        case all
        /// Ask for the server's health; the server has as many as it takes.
        case healthOnly
        /// Nothing; its address has as many as one may have.
        case none
    }

    /// Connections in all.
    package let most: Int
    /// Connections of one address, of one /64 in IPv6.
    package let mostPerPrefix: Int
    /// Connections beyond ``most``, for those who ask for the server's health.
    package static let spare = 64

    private var count = 0
    private var byPrefix: [[UInt8]: Int] = [:]

    /// No connections.
    package init(most: Int, mostPerPrefix: Int) {
        self.most = most
        self.mostPerPrefix = mostPerPrefix
    }

    /// How many connections are open.
    package var open: Int { count }

    /// Counts a connection in; `address` is `nil` for those that are not counted by address: this
    /// machine's and a proxy's.
    package mutating func open(from address: NetworkAddress?) -> Admission {
        count += 1
        var admission = count > most ? Admission.healthOnly : .all
        if let prefix = address?.prefix {
            let mine = byPrefix[prefix, default: 0] + 1
            byPrefix[prefix] = mine
            if mine > mostPerPrefix { admission = .none }
        }
        return admission
    }

    /// Counts a connection out.
    package mutating func close(from address: NetworkAddress?) {
        count -= 1
        guard let prefix = address?.prefix, let mine = byPrefix[prefix] else { return }
        byPrefix[prefix] = mine > 1 ? mine - 1 : nil
    }
}
