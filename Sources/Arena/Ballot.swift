/// A vote as it is handed to the store, with all that is kept beside it.
package struct Ballot: Equatable, Sendable {
    /// The vote.
    package let vote: Vote
    /// What the battle was about.
    package let categories: Set<Category>
    /// How the answers of each side were laid out; `nil` leaves it to be measured later.
    package let styles: Sides<ReplyStyle>?
    /// How the answers were shown.
    package let pace: ShownPace
    /// Whether the voter looked at each answer; `nil` where nothing was told.
    package let seen: Sides<Bool?>
    /// Whether he had both answers shown as plain text.
    package let isPlain: Bool
    /// Why he chose so, said before the reveal.
    package let remark: Remark?
    /// Why it is not counted, if it is not.
    package let exclusion: Ruling.Reason?
    /// What it must pass besides to be counted; `nil` where nothing.
    package let check: IntegrityCheck?

    /// A vote and what is known of it.
    package init(
        _ vote: Vote, in categories: Set<Category>, styles: Sides<ReplyStyle>? = nil,
        pace: ShownPace = .even,
        seen: Sides<Bool?> = Sides(a: nil, b: nil), remark: Remark? = nil,
        exclusion: Ruling.Reason? = nil, check: IntegrityCheck? = nil, isPlain: Bool = false
    ) {
        self.isPlain = isPlain
        self.check = check
        self.vote = vote
        self.categories = categories
        self.styles = styles
        self.pace = pace
        self.seen = seen
        self.remark = remark
        self.exclusion = exclusion
    }
}

/// What a voter says besides the outcome.
package struct VoterNotes: Equatable, Sendable {
    /// Whether he looked at each answer; `nil` where nothing was told.
    package var seen: Sides<Bool?>
    /// Why he chose so.
    package var remark: Remark?
    /// Whether he had both answers shown as plain text.
    package var isPlain = false
    /// Whether the vote came with the work it was asked for; `nil` where it was asked for none.
    package var hasWorked: Bool?

    /// What was said; nothing unless told.
    package init(seen: Sides<Bool?> = Sides(a: nil, b: nil), remark: Remark? = nil) {
        self.seen = seen
        self.remark = remark
    }

    /// Whether he is known not to have looked at one of the answers.
    var missedOne: Bool { seen.a == false || seen.b == false }
}

/// How the answers of a battle were shown to its voter.
package enum ShownPace: String, Sendable, Codable, CaseIterable {
    case even, live, hold, strict
    /// The voter did not wait for the pace and asked for what was there.
    case broken

    /// The pace of a mode, unless the voter broke it.
    package init(_ mode: PacingMode, isBroken: Bool = false) {
        self = isBroken ? .broken : ShownPace(rawValue: mode.rawValue) ?? .broken
    }
}

/// What happened to a battle that bears on its vote or its text.
package enum BattleMark: String, Sendable, Codable, CaseIterable {
    /// The voter stopped the answers.
    case stopped
    /// The voter asked to see what was ready, before the pace would have shown it.
    case hurried
    /// The voter wants the text kept out of what is published.
    case unpublished
}

/// A vote as it was kept.
package struct KeptVote: Equatable, Sendable {
    /// What its voter holds of it.
    package let receipt: VoteReceipt
    /// Why it does not count; `nil` where it does, or never could.
    package let exclusion: Ruling.Reason?

    /// A vote that was kept, and why it does not count.
    package init(_ receipt: VoteReceipt, without exclusion: Ruling.Reason?) {
        self.receipt = receipt
        self.exclusion = exclusion
    }
}
