package import struct Foundation.Date

/// One browser that may administer the arena for a while.
package struct AdminSession: Equatable, Sendable {
    /// How long a session lasts.
    package static let hours = 12.0

    /// 1 for the first, 0 for one that only looks.
    package let number: Int64
    /// The digest of its token; the token is in the browser's cookie only.
    package let digest: String
    /// How whoever entered wants to be called in the audit log.
    package let name: String
    /// When it began.
    package let openedAt: Date
    /// When it ends by itself.
    package let expiresAt: Date
    /// When it was ended before that.
    package let endedAt: Date?

    /// A session from its parts.
    package init(
        number: Int64, digest: String, name: String, openedAt: Date, expiresAt: Date,
        endedAt: Date? = nil
    ) {
        self.number = number
        self.digest = digest
        self.name = name
        self.openedAt = openedAt
        self.expiresAt = expiresAt
        self.endedAt = endedAt
    }

    /// Whether it opens anything at a moment.
    package func isOpen(at time: Date) -> Bool {
        endedAt == nil && time >= openedAt && time < expiresAt
    }

    /// Whether it was opened while nothing could be written: it is kept nowhere and changes nothing.
    package var isLook: Bool { number == 0 }

    /// Who did something, as the audit log says it: `ada (session 3)`.
    package var author: String { "\(name) (session \(number))" }
}
