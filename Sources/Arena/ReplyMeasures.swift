package import Catalogue

package import struct Foundation.Date

/// What was measured of every contender in one window of time.
///
/// All sorting is done once, when it is made: the figures of one contender are then O(log n), and
/// those of a pair linear in the prompts both answered.
package struct ReplyMeasures: Sendable, Equatable {
    /// The first moment looked at: later than was asked for when there were too many replies.
    package let since: Date
    /// When the replies were looked at.
    package let asOf: Date
    private let samples: [ContenderID: ReplySamples]
    private let prompts: [PromptKey: [SharedPrompt]]

    /// The measures of these replies; linear in them, but for sorting.
    package init(_ measurements: [ReplyMeasurement], since: Date, asOf: Date) {
        self.since = since
        self.asOf = asOf
        let groups = Dictionary(grouping: measurements, by: \.contender)
        samples = groups.mapValues { ReplySamples($0) }
        prompts = SharedPrompt.all(in: measurements)
    }

    /// Who was called in the window, by name.
    package var contenders: [ContenderID] { samples.keys.sorted() }

    /// The figures of one model, over all contenders that are it; `nil` without a call.
    package func figures(of contenders: [ContenderID]) -> ModelMeasures? {
        let found = Set(contenders).sorted().compactMap { samples[$0] }
        guard let first = found.first else { return nil }
        let all = found.dropFirst().reduce(first) { $0.joined(with: $1) }
        return all.calls > 0 ? ModelMeasures(all) : nil
    }

    /// What two models did on the same prompts: the same turn of the same battle, both whole;
    /// `nil` without such a prompt. A contender on both lists is looked at as the first.
    package func samePrompts(
        _ first: [ContenderID], _ second: [ContenderID]
    ) -> SamePromptMeasures? {
        let (firsts, seconds) = (Set(first), Set(second).subtracting(first))
        let shared = firsts.sorted().flatMap { one in
            seconds.sorted().flatMap { other in answered(by: one, and: other) }
        }
        return shared.isEmpty ? nil : SamePromptMeasures(shared)
    }

    private func answered(by one: ContenderID, and other: ContenderID) -> [SharedPrompt] {
        one < other
            ? prompts[PromptKey(low: one, high: other)] ?? []
            : (prompts[PromptKey(low: other, high: one)] ?? []).map(\.swapped)
    }
}

/// Two contenders in the order of their names.
struct PromptKey: Hashable {
    let low: ContenderID
    let high: ContenderID
}

/// The figures of one model in one window.
package struct ModelMeasures: Sendable, Equatable {
    /// Calls that ended, well or not; those the arena itself gave up are not among them.
    package let calls: Int
    /// Calls that gave no whole reply.
    package let failures: Int
    /// Why, with how often.
    package let faults: [ReplyFault.Kind: Int]
    /// Whole replies that a filter cut, and calls that the provider refused or filtered.
    package let refusals: Int
    /// Whole replies that ended at the limit on tokens.
    package let cutOff: Int
    /// Whole replies: what all figures below are of.
    package let answers: Int
    /// Seconds to the first visible text.
    package let firstText: Distribution
    /// Tokens a second while writing.
    package let tokensPerSecond: Distribution
    /// Words a second while writing.
    package let wordsPerSecond: Distribution
    /// Seconds to the end of the answer.
    package let wholeAnswer: Distribution
    /// Tokens read and written by answers that tell them, and how many do; `nil` where none does.
    package let tokens: TokenSums?
    /// Words of all answers.
    package let words: Int
    /// What the answers cost that have a price; `nil` where none has.
    package let cost: Money?
    /// How many answers have a price.
    package let pricedAnswers: Int

    init(_ samples: ReplySamples) {
        calls = samples.calls
        faults = samples.faults
        failures = samples.faults.values.reduce(0, +)
        refusals =
            samples.filtered + (samples.faults[.refused] ?? 0) + (samples.faults[.filtered] ?? 0)
        cutOff = samples.cutOff
        answers = samples.answers
        firstText = samples.firstText
        tokensPerSecond = samples.tokensPerSecond
        wordsPerSecond = samples.wordsPerSecond
        wholeAnswer = samples.wholeAnswer
        tokens = samples.tokens
        words = samples.words
        cost = samples.cost.sum
        pricedAnswers = samples.cost.count
    }
}

/// Tokens counted over several answers.
package struct TokenSums: Sendable, Equatable {
    /// Answers whose provider tells tokens.
    package var answers: Int
    /// Tokens read.
    package var input: Int
    /// Tokens written, hidden ones among them.
    package var output: Int
    /// Hidden tokens of reasoning, over the answers that tell them; `nil` where none does.
    package var reasoning: Int?

    /// Sums from their parts.
    package init(answers: Int, input: Int, output: Int, reasoning: Int? = nil) {
        self.answers = answers
        self.input = input
        self.output = output
        self.reasoning = reasoning
    }
}
