package import struct Foundation.Date

/// What a vote must pass to be counted where anybody may vote: limits on what one voter, one prompt
/// and one moment can move. Votes that do not pass are kept, and shown to their voter with the reason.
package struct IntegrityRules: Equatable, Sendable {
    /// Counted votes of one voter in a day (UTC).
    package var countedVotesPerDay: Int
    /// Counted votes on one prompt in a day, whoever casts them.
    package var countedVotesPerPrompt = 5
    /// Votes after which a voter is no longer new, once ``newHours`` have passed too.
    package var newVotes = 10
    /// Hours from a voter's first vote in which he is new.
    package var newHours = 24.0
    /// The chance of a new voter's vote to be counted at once.
    package var newShare = 0.2
    /// Points that one voter may always move any rating by in a day.
    package var influencePoints = 0.25
    /// How many times as far as chance would by a full day of his votes, where that is more.
    package var influenceSpread = 5.0

    /// Zero bits of the work that a vote is asked for; 0 for none.
    package var workBits: Int
    /// The chance to be counted of a vote that comes without the work.
    package var unworkedShare = 0.25

    /// The rules, with a limit on a voter's day and the bits of a vote's work.
    package init(countedVotesPerDay: Int = 30, workBits: Int = 0) {
        self.countedVotesPerDay = countedVotesPerDay
        self.workBits = workBits
    }

    /// Whether a vote came before anybody could have read the answers: sooner after the prompt than
    /// 3 seconds and 0.15 seconds for each word, of which at most 30 seconds are asked.
    package func isTooFast(_ castAt: Date, after turn: Turn) -> Bool {
        let words = Side.allCases.reduce(0) {
            $0 + turn.replies[$1].text.split(whereSeparator: \.isWhitespace).count
        }
        return castAt.timeIntervalSince(turn.begunAt) < min(30, max(3, 0.15 * Double(words)))
    }

    /// Why a vote does not count, beside the others of its voter and of its prompt.
    ///
    /// - Parameter draw: a random number in 0 ..< 1, unknown to the voter.
    package func exclusion(
        of castAt: Date, beside others: VoterStanding, draw: Double
    ) -> Ruling.Reason? {
        // First the limits: an operator who restores a voter restores no more than they let through.
        if others.votesToday >= countedVotesPerDay { return .overDailyLimit }
        if others.promptToday >= countedVotesPerPrompt { return .repeatedPrompt }
        if others.isQuarantined { return .quarantine }
        return isNew(others, at: castAt) && draw >= newShare ? .newIdentity : nil
    }

    /// Whether a voter is new, his vote at this moment not counted in.
    private func isNew(_ others: VoterStanding, at moment: Date) -> Bool {
        guard let first = others.firstVote, others.votes >= newVotes else { return true }
        return moment.timeIntervalSince(first) < newHours * 3600
    }
}

/// What the store knows of a voter and a prompt when a vote comes.
package struct VoterStanding: Equatable, Sendable {
    /// The voter's votes of that day that count, will, or would without a suspicion.
    package var votesToday = 0
    /// Votes of that day on the same prompt that count or will, and the voter's own that would
    /// without a suspicion.
    package var promptToday = 0
    /// All the voter's votes on drawn pairs.
    package var votes = 0
    /// When the first of them was cast.
    package var firstVote: Date?
    /// Whether the voter is under suspicion.
    package var isQuarantined = false

    /// Nothing yet.
    package init() {}
}

/// The rules as they go to the store with a vote.
package struct IntegrityCheck: Equatable, Sendable {
    /// The rules.
    package let rules: IntegrityRules
    /// The prompt's ``Prompt/digest``.
    package let promptDigest: String
    /// What prompts near it are known by; `nil` for a short one.
    package let sketch: PromptSketch?
    /// A random number in 0 ..< 1.
    package let draw: Double

    /// A check.
    package init(_ rules: IntegrityRules, prompt: Prompt, draw: Double) {
        self.rules = rules
        promptDigest = prompt.digest
        sketch = PromptSketch(prompt)
        self.draw = draw
    }
}
