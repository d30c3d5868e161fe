package import Catalogue

package import struct Foundation.Date

/// What was measured of one reply that has ended.
package struct ReplyMeasurement: Sendable, Equatable {
    /// Who wrote it.
    package var contender: ContenderID
    /// The slug of the model that the contender then was, where there is one.
    package var model: String?
    /// In which battle.
    package var battle: BattleID
    /// In which turn of it.
    package var turn: Int
    /// On which side.
    package var side: Side
    /// When its prompt was sent.
    package var at: Date
    /// What ended it early; `nil` for a whole reply.
    package var fault: ReplyFault.Kind?
    /// How a whole reply ended; `nil` for one that failed.
    package var finish: FinishReason?
    /// Times at the upstream socket, of a whole reply.
    package var timing: ReplyTiming?
    /// Token counts, where the provider sent them.
    package var usage: TokenUsage?
    /// Words of its text.
    package var words: Int
    /// Exact cost, where known.
    package var cost: Money?

    /// A measurement from its parts.
    package init(
        contender: ContenderID, model: String? = nil, battle: BattleID, turn: Int = 1, side: Side,
        at: Date, fault: ReplyFault.Kind? = nil, finish: FinishReason? = nil,
        timing: ReplyTiming? = nil, usage: TokenUsage? = nil, words: Int = 0, cost: Money? = nil
    ) {
        self.contender = contender
        self.model = model
        self.battle = battle
        self.turn = turn
        self.side = side
        self.at = at
        self.fault = fault
        self.finish = finish
        self.timing = timing
        self.usage = usage
        self.words = words
        self.cost = cost
    }

    /// Whether it is a whole answer.
    package var isComplete: Bool { fault == nil }

    /// Tokens a second while visible text came, hidden reasoning not among them; `nil` where it
    /// cannot be told.
    package var tokensPerSecond: Double? {
        timing?.tokensPerSecond(
            usage.map { TokenUsage(input: $0.input, output: $0.output - ($0.reasoning ?? 0)) })
    }

    /// Words a second while visible text came: all words by the time from the first text to the
    /// end; `nil` where no time passed between them, as in a reply that came in one piece.
    package var wordsPerSecond: Double? {
        guard let timing, let first = timing.firstText, timing.total > first, words > 0 else {
            return nil
        }
        return Double(words) / (timing.total - first)
    }
}
