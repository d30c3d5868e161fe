package import struct Foundation.Date

/// Which votes an operator wants to see; what is `nil` lets everything pass.
package struct VoteFilter: Equatable, Sendable {
    /// A contender that took part.
    package var contender: ContenderID?
    /// Another that took part in the same battle.
    package var rival: ContenderID?
    /// A category of the prompt.
    package var category: Category?
    /// How the pair came together.
    package var kind: BattleKind?
    /// Whether it counts, or why it does not.
    package var standing: Standing?
    /// Votes cast within fewer seconds than this after the last prompt was sent.
    package var underSeconds: Int?
    /// Votes by the same voter as the vote of this number.
    package var sameVoterAs: Int64?
    /// Votes cast in this hour, counted in hours since 1970 UTC.
    package var hour: Int64?
    /// Whether the voter stopped the answers.
    package var isStopped = false

    /// A filter that lets everything pass.
    package init() {}

    /// How a vote stands.
    package enum Standing: String, Sendable, CaseIterable {
        /// It counts, or would if its battle were rated.
        case counted
        /// It does not, for whatever reason.
        case uncounted
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
        /// Its voter had his share of that day.
        case overDailyLimit = "over_daily_limit"
        /// Its voter is new.
        case newIdentity = "new_identity"
        /// Its prompt had its share of that day.
        case repeatedPrompt = "repeated_prompt"
        /// It came before the answers could have been read.
        case tooFast = "too_fast"
        /// Its voter had moved a rating that day as far as one voter may.
        case overInfluence = "over_influence"
        /// It came without the work that votes are asked for.
        case noWork = "no_work"
        /// An operator took it out.
        case `operator`
    }
}

/// One vote as an operator sees it. Votes only: a battle without one is never listed.
package struct ListedVote: Equatable, Sendable {
    /// Its number.
    package let sequence: Int64
    /// The vote.
    package let vote: Vote
    /// Which pool it is in.
    package let pool: Pool
    /// How the pair came together.
    package let kind: BattleKind
    /// Who played, by side.
    package let contenders: Sides<ContenderID>
    /// Seconds from the last prompt to the vote.
    package let seconds: Double
    /// Words of both last answers together.
    package let words: Int
    /// Why it does not count; `nil` while it does, or would.
    package let uncounted: String?

    /// A vote from its parts.
    package init(
        sequence: Int64, vote: Vote, pool: Pool, kind: BattleKind, contenders: Sides<ContenderID>,
        seconds: Double, words: Int, uncounted: String?
    ) {
        self.sequence = sequence
        self.vote = vote
        self.pool = pool
        self.kind = kind
        self.contenders = contenders
        self.seconds = seconds
        self.words = words
        self.uncounted = uncounted
    }
}

/// The votes of one voter in one hour.
package struct Burst: Equatable, Sendable {
    /// Who.
    package let voter: VoterID
    /// The hour, counted from 1970 UTC.
    package let hour: Int64
    /// How many votes.
    package let votes: Int
    /// How many of them count, or would.
    package let counted: Int
    /// The number of the last of them.
    package let last: Int64

    /// A burst from its parts.
    package init(voter: VoterID, hour: Int64, votes: Int, counted: Int, last: Int64) {
        self.voter = voter
        self.hour = hour
        self.votes = votes
        self.counted = counted
        self.last = last
    }
}

/// One stored snapshot without its rows.
package struct SnapshotLine: Equatable, Sendable {
    /// Its name.
    package let id: String
    /// Which pool was rated.
    package let pool: Pool
    /// When.
    package let asOf: Date
    /// The number of the newest vote in it.
    package let lastSequence: Int64
    /// How many votes went in.
    package let votes: Int

    /// A snapshot's line.
    package init(id: String, pool: Pool, asOf: Date, lastSequence: Int64, votes: Int) {
        self.id = id
        self.pool = pool
        self.asOf = asOf
        self.lastSequence = lastSequence
        self.votes = votes
    }
}
