package import struct Foundation.Date

/// A link by which people become voters; the link itself is not known any more.
package struct Invitation: Equatable, Sendable {
    /// 1 for the first.
    package let number: Int64
    /// For whom, in the operator's words.
    package let name: String
    /// When it was made.
    package let madeAt: Date
    /// When it stops letting people in; who is in stays in.
    package let expiresAt: Date
    /// How many browsers it lets in.
    package let uses: Int
    /// How many it has let in.
    package let joined: Int
    /// When it was revoked, with the right of all who joined by it; `nil` while it stands.
    package let revokedAt: Date?

    /// An invitation from its parts.
    package init(
        number: Int64, name: String, madeAt: Date, expiresAt: Date, uses: Int, joined: Int,
        revokedAt: Date?
    ) {
        self.number = number
        self.name = name
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.uses = uses
        self.joined = joined
        self.revokedAt = revokedAt
    }

    /// What somebody who holds the link is told at a moment.
    package func admission(at time: Date) -> Admission {
        if revokedAt != nil { return .revoked }
        if time >= expiresAt { return .expired }
        return joined < uses ? .open : .usedUp
    }
}

/// Whether a link lets somebody in.
package enum Admission: String, Sendable, CaseIterable {
    /// It does.
    case open
    /// There is no such link.
    case unknown
    /// Its time is over.
    case expired
    /// As many have joined as may.
    case usedUp
    /// The operator took it back.
    case revoked
}

/// An invitation about to be made.
package struct NewInvitation: Equatable, Sendable {
    /// The digest of its code.
    package let digest: String
    /// For whom: one line of 1 to 80 characters.
    package let name: String
    /// Days until it expires, 1 to 366.
    package let days: Int
    /// Browsers it lets in, 1 to 10,000.
    package let uses: Int

    /// Checks what an operator asks for.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)``.
    package init(
        _ code: SecretCode, name: String, days: Int, uses: Int
    ) throws(ArenaError) {
        guard (1...80).contains(name.unicodeScalars.count),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
            name.contains(where: { $0 != " " })
        else {
            throw .invalid(field: "name", reason: "Say for whom, in one line of 1 to 80 letters.")
        }
        guard (1...366).contains(days) else {
            throw .invalid(field: "days", reason: "It lasts 1 to 366 days.")
        }
        guard (1...10_000).contains(uses) else {
            throw .invalid(field: "uses", reason: "It lets in 1 to 10,000 browsers.")
        }
        digest = code.digest
        self.name = name
        self.days = days
        self.uses = uses
    }
}
