package import Catalogue
package import Ratings

/// What two models did on the same prompts, the first less the second.
package struct SamePromptMeasures: Sendable, Equatable {
    /// Prompts that both answered.
    package let prompts: Int
    /// Seconds to the first text.
    package let firstText: MedianDifference?
    /// Seconds to the end.
    package let wholeAnswer: MedianDifference?
    /// Words a second while writing.
    package let wordsPerSecond: MedianDifference?
    /// What the answers cost together on the prompts where both have a price; side a is the first.
    package let cost: Sides<Money>?
    /// On how many prompts both have a price.
    package let pricedPrompts: Int
    /// Tokens written together on the prompts where both tell them; side a is the first.
    package let tokensOut: Sides<Int>?
    /// On how many prompts both tell tokens.
    package let countedPrompts: Int

    init(_ shared: [SharedPrompt]) {
        prompts = shared.count
        firstText = MedianDifference(shared) { $0.timing?.firstText }
        wholeAnswer = MedianDifference(shared) { $0.timing?.total }
        wordsPerSecond = MedianDifference(shared, of: \.wordsPerSecond)
        let priced = shared.filter { $0.first.cost != nil && $0.second.cost != nil }
        pricedPrompts = priced.count
        cost = Self.costs(of: priced)
        let counted = shared.compactMap { prompt in
            prompt.first.usage.flatMap { first in
                prompt.second.usage.map { Sides(a: first.output, b: $0.output) }
            }
        }
        countedPrompts = counted.count
        tokensOut =
            counted.isEmpty
            ? nil
            : counted.reduce(Sides(a: 0, b: 0)) { sum, tokens in
                Sides(a: sum.a.addingUpTo(tokens.a), b: sum.b.addingUpTo(tokens.b))
            }
    }

    private static func costs(of priced: [SharedPrompt]) -> Sides<Money>? {
        var sums = Sides(a: CostSum(), b: CostSum())
        for prompt in priced {
            sums.a.add(prompt.first.cost)
            sums.b.add(prompt.second.cost)
        }
        guard let first = sums.a.sum, let second = sums.b.sum else { return nil }
        return Sides(a: first, b: second)
    }
}

/// The median of paired differences with its bootstrap interval.
package struct MedianDifference: Sendable, Equatable {
    /// The median, the first less the second.
    package let median: Double
    /// Its percentile bootstrap interval at 95%; see ``Distribution/medianInterval(rounds:seed:)``.
    package let interval: Interval
    /// Prompts on which both were measured, at least two.
    package let prompts: Int

    fileprivate init?(_ shared: [SharedPrompt], of figure: (ReplyMeasurement) -> Double?) {
        let differences = Distribution(
            shared.compactMap { prompt in
                figure(prompt.first).flatMap { first in figure(prompt.second).map { first - $0 } }
            })
        guard let median = differences.median, let interval = differences.medianInterval() else {
            return nil
        }
        self.median = median
        self.interval = interval
        prompts = differences.values.count
    }
}

/// Two whole replies to one prompt.
struct SharedPrompt: Sendable, Equatable {
    let first: ReplyMeasurement
    let second: ReplyMeasurement

    /// The same seen from the other contender.
    var swapped: SharedPrompt { SharedPrompt(first: second, second: first) }

    /// Every prompt that two contenders answered whole, by the two in the order of their names.
    static func all(in measurements: [ReplyMeasurement]) -> [PromptKey: [SharedPrompt]] {
        struct Place: Hashable {
            let battle: BattleID
            let turn: Int
        }
        var waiting: [Place: ReplyMeasurement] = [:]
        var found: [PromptKey: [SharedPrompt]] = [:]
        for reply in measurements where reply.isComplete {
            let place = Place(battle: reply.battle, turn: reply.turn)
            guard let other = waiting.updateValue(reply, forKey: place) else { continue }
            guard other.contender != reply.contender else { continue }
            let shared =
                reply.contender < other.contender
                ? SharedPrompt(first: reply, second: other)
                : SharedPrompt(first: other, second: reply)
            let key = PromptKey(low: shared.first.contender, high: shared.second.contender)
            found[key, default: []].append(shared)
        }
        return found
    }
}
