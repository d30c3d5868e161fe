package import struct Foundation.Date

/// A decision whether a vote counts. The last one on a vote holds; a vote without one counts if
/// its battle was random.
package struct Ruling: Equatable, Sendable {
    /// Why, each a stable word.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        /// One side's answer named its model.
        case selfNamed = "self_named"
        /// The voter had not seen both answers.
        case unseen
        /// The voter stopped the answers.
        case stopped
        /// The voter took it back.
        case withdrawn
        /// Its voter is kept out for the time being.
        case quarantine
        /// An operator decided.
        case `operator`
    }

    /// The vote's number.
    package let sequence: Int64
    /// Whether it counts from now on.
    package let counts: Bool
    /// Why.
    package let reason: Reason
    /// In the words of whoever decided; at most 500 characters.
    package let note: String
    /// Who decided.
    package let author: String
    /// When.
    package let at: Date

    /// A ruling.
    package init(
        sequence: Int64, counts: Bool, reason: Reason, note: String = "", author: String, at: Date
    ) {
        self.sequence = sequence
        self.counts = counts
        self.reason = reason
        self.note = note
        self.author = author
        self.at = at
    }
}
