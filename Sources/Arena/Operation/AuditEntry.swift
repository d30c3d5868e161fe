package import struct Foundation.Date

/// One change that an operator made: who, when, what, from what to what.
package struct AuditEntry: Equatable, Sendable, Codable {
    /// What can be done, each a stable word.
    package enum Action: String, Sendable, Codable, CaseIterable {
        /// Somebody entered the admin side.
        case entered
        /// A session was ended.
        case sessionEnded = "session_ended"
        /// An invitation was made.
        case invited
        /// An invitation was revoked.
        case invitationRevoked = "invitation_revoked"
        /// A revoked invitation stands again.
        case invitationRestored = "invitation_restored"
        /// A contender was paused, resumed, retired or weighed.
        case contenderChanged = "contender_changed"
        /// How pairs are drawn was changed.
        case pairingChanged = "pairing_changed"
        /// Votes were taken out of the count.
        case votesExcluded = "votes_excluded"
        /// Votes were counted again.
        case votesRestored = "votes_restored"
        /// A visitor's report was seen to.
        case reportClosed = "report_closed"
        /// A battle was taken out of what anyone can read.
        case takenDown = "taken_down"
        /// Votes that are gone or were changed were accepted as they are.
        case lossAccepted = "loss_accepted"
        /// A provider was called for a test.
        case providerTested = "provider_tested"
    }

    /// When.
    package let at: Date
    /// Who, as ``AdminSession/author`` says it.
    package let author: String
    /// What was done.
    package let action: Action
    /// To what: a contender, an invitation's number and name, votes by number.
    package let subject: String
    /// How it was; empty where there was nothing.
    package let before: String
    /// How it is now.
    package let after: String
    /// Why, in the operator's words.
    package let note: String

    /// An entry from its parts; texts are cut to 500 characters.
    package init(
        at: Date, author: String, action: Action, subject: String, before: String = "",
        after: String = "", note: String = ""
    ) {
        self.at = at
        self.author = String(author.prefix(500))
        self.action = action
        self.subject = String(subject.prefix(500))
        self.before = String(before.prefix(500))
        self.after = String(after.prefix(500))
        self.note = String(note.prefix(500))
    }
}

/// An entry with its place in the log.
package struct NumberedEntry: Equatable, Sendable {
    /// 1 for the first.
    package let number: Int64
    /// The entry.
    package let entry: AuditEntry

    /// An entry and its place.
    package init(number: Int64, entry: AuditEntry) {
        self.number = number
        self.entry = entry
    }
}
