package import struct Foundation.Date

/// What a provider said answered for a contender, and when.
///
/// A name that changes though nothing was set up otherwise tells that the provider put another
/// model behind the old name.
package struct ReportedModel: Equatable, Sendable {
    /// For whom.
    package let contender: ContenderID
    /// What the provider called it.
    package let name: String
    /// When the first and the last battle so answered were opened.
    package let opened: ClosedRange<Date>
    /// How many replies.
    package let replies: Int

    /// A name as it was reported.
    package init(
        contender: ContenderID, name: String, opened: ClosedRange<Date>, replies: Int
    ) {
        self.contender = contender
        self.name = name
        self.opened = opened
        self.replies = replies
    }
}
