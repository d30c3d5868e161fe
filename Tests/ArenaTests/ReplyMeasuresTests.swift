import Arena
import Catalogue
import Foundation
import Ratings
import Testing

struct ReplyMeasuresTests {
    @Test func `the figures of a model, by hand`() throws {
        let aspen = try id("aspen")
        let calls =
            [(0.2, 1.2), (0.4, 1.4), (0.3, 2.3)].map { first, total in
                reply(aspen, first: first, total: total)
            } + [
                reply(aspen, first: nil, total: 9, finish: .length),
                reply(aspen, first: 0.5, total: 0.5, finish: .filtered),
                failure(aspen, .stalled), failure(aspen, .filtered), failure(aspen, .refused),
                failure(aspen, .cancelled),
            ]
        let figures = try #require(measures(calls).figures(of: [aspen]))
        #expect(figures.calls == 8 && figures.failures == 3 && figures.answers == 5)
        #expect(figures.faults == [.stalled: 1, .filtered: 1, .refused: 1])
        #expect(figures.refusals == 3 && figures.cutOff == 1)
        #expect(figures.firstText.values == [0.2, 0.3, 0.4, 0.5])
        #expect(figures.wholeAnswer.median == 1.4)
        // 41 tokens of which 20 hidden: (21 − 1) tokens and 10 words, in 1, 1 and 2 seconds.
        #expect(near(figures.tokensPerSecond, [10, 20, 20]))
        #expect(near(figures.wordsPerSecond, [5, 10, 10]))
        #expect(
            figures.tokens == TokenSums(answers: 5, input: 50, output: 205, reasoning: 100))
        #expect(figures.words == 50)
        #expect(figures.cost == Money(picodollars: 15) && figures.pricedAnswers == 5)
    }

    @Test func `what nobody called, or the arena gave up, has no figures`() throws {
        let aspen = try id("aspen")
        #expect(measures([]).figures(of: [aspen]) == nil)
        #expect(measures([failure(aspen, .cancelled)]).figures(of: [aspen]) == nil)
        let failed = try #require(measures([failure(aspen, .empty)]).figures(of: [aspen]))
        #expect(failed.calls == 1 && failed.answers == 0)
        #expect(failed.firstText.median == nil && failed.tokens == nil && failed.cost == nil)
    }

    @Test func `counts that strangers made absurd stop at the largest number and cost nothing`()
        throws
    {
        let (aspen, birch) = (try id("aspen"), try id("birch"))
        let huge = [aspen, aspen, birch].enumerated().map { number, contender in
            var huge = reply(contender, first: 0.1, total: 1)
            huge.battle = ids[number / 2]
            huge.usage = TokenUsage(input: .max, output: .max, reasoning: number == 0 ? .max : 0)
            huge.cost = Money(picodollars: .max)
            return huge
        }
        let figures = try #require(measures(huge).figures(of: [aspen]))
        #expect(figures.tokens?.output == .max && figures.tokens?.reasoning == .max)
        #expect(figures.cost == nil && figures.pricedAnswers == 2)
        #expect(try #require(measures(huge).figures(of: [aspen, birch])).cost == nil)
    }

    @Test func `differences on the same prompts, by hand`() throws {
        let (aspen, birch) = (try id("aspen"), try id("birch"))
        var replies: [ReplyMeasurement] = []
        for (number, gap) in [0.1, 0.4, 0.2].enumerated() {
            var (one, other) = (
                reply(aspen, first: 1 + gap, total: 3 + gap), reply(birch, first: 1, total: 2)
            )
            (one.battle, other.battle) = (ids[number], ids[number])
            other.side = .b
            if number == 2 { other.cost = nil }
            replies += [other, one]
        }
        var (late, broken) = (
            reply(aspen, first: 1, total: 2), failure(birch, .stalled)
        )
        (late.battle, broken.battle) = (ids[3], ids[3])
        let looked = measures(replies + [late, broken])
        let shared = try #require(looked.samePrompts([aspen], [birch]))
        #expect(shared.prompts == 3)
        #expect(abs(try #require(shared.firstText).median - 0.2) < 1e-12)
        #expect(abs(try #require(shared.wholeAnswer).median - 1.2) < 1e-12)
        // 10 words in 2 seconds against 10 in one.
        #expect(abs(try #require(shared.wordsPerSecond).median + 5) < 1e-12)
        #expect(shared.firstText?.prompts == 3)
        #expect(shared.pricedPrompts == 2)
        #expect(
            shared.cost == Sides(a: Money(picodollars: 6), b: Money(picodollars: 6)))
        #expect(shared.tokensOut == Sides(a: 123, b: 123) && shared.countedPrompts == 3)
        let swapped = try #require(looked.samePrompts([birch], [aspen]))
        #expect(abs(try #require(swapped.firstText).median + 0.2) < 1e-12)
        #expect(looked.samePrompts([aspen], [aspen]) == nil)
        #expect(looked.samePrompts([aspen], [try id("cedar")]) == nil)
    }

    @Test func `figures are what looking at all replies one by one gives`() throws {
        let names = try ["aspen", "birch", "cedar"].map { try id($0) }
        let replies = random(2000, of: names)
        let looked = measures(replies)
        #expect(looked.contenders == names)
        for group in [[names[0]], [names[2], names[1]], names] {
            let mine = replies.filter { group.contains($0.contender) && $0.fault != .cancelled }
            let whole = mine.filter { $0.fault == nil }
            let figures = try #require(looked.figures(of: group))
            #expect(figures.calls == mine.count && figures.answers == whole.count)
            #expect(figures.failures == mine.count - whole.count)
            #expect(figures.cutOff == whole.count { $0.finish == .length })
            let times = whole.compactMap { $0.timing?.firstText }.sorted()
            #expect(figures.firstText.values == times)
            #expect(figures.wholeAnswer.values == whole.compactMap { $0.timing?.total }.sorted())
            #expect(figures.words == whole.reduce(0) { $0 + $1.words })
            let told = whole.compactMap(\.usage)
            #expect(figures.tokens?.answers == told.count)
            #expect(figures.tokens?.output == told.reduce(0) { $0 + $1.output })
            #expect(figures.tokens?.reasoning == told.compactMap(\.reasoning).reduce(0, +))
        }
        try compareShared(looked, replies, [names[0]], [names[1]])
        try compareShared(looked, replies, [names[2], names[1]], [names[0]])
    }

    private func compareShared(
        _ looked: ReplyMeasures, _ replies: [ReplyMeasurement], _ first: [ContenderID],
        _ second: [ContenderID]
    ) throws {
        var differences: [Double] = []
        var prompts = 0
        for one in replies where one.isComplete && first.contains(one.contender) {
            for other in replies where other.isComplete && second.contains(other.contender) {
                guard other.battle == one.battle, other.turn == one.turn else { continue }
                prompts += 1
                guard let mine = one.timing?.firstText, let theirs = other.timing?.firstText
                else { continue }
                differences.append(mine - theirs)
            }
        }
        let shared = try #require(looked.samePrompts(first, second))
        #expect(shared.prompts == prompts && prompts > 50)
        #expect(shared.firstText?.median == Distribution(differences).median)
        #expect(shared.firstText?.interval == Distribution(differences).medianInterval())
    }

    private func random(_ count: Int, of names: [ContenderID]) -> [ReplyMeasurement] {
        var random = Random(seed: 3)
        return (0..<count).flatMap { number in
            let (pair, battle) = (names.shuffled(using: &random), BattleID())
            return Side.allCases.map { side in
                let contender = side == .a ? pair[0] : pair[1]
                if random.uniform() < 0.2 {
                    let kind = ReplyFault.Kind.allCases.randomElement(using: &random)
                    return failure(contender, kind ?? .empty, battle: battle, side: side)
                }
                var mine = reply(
                    contender, first: random.uniform() < 0.1 ? nil : random.uniform(),
                    total: 1 + random.uniform(), finish: random.uniform() < 0.1 ? .length : .stop)
                (mine.battle, mine.turn, mine.side) = (battle, number % 3 + 1, side)
                if random.uniform() < 0.3 { mine.usage = nil }
                return mine
            }
        }
    }

    private let ids = (0..<4).map { _ in BattleID() }

    private func near(_ distribution: Distribution, _ values: [Double]) -> Bool {
        distribution.values.count == values.count
            && zip(distribution.values, values).allSatisfy { abs($0 - $1) < 1e-9 }
    }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func measures(_ replies: [ReplyMeasurement]) -> ReplyMeasures {
        ReplyMeasures(replies, since: Samples.time, asOf: Samples.time)
    }

    private func reply(
        _ contender: ContenderID, first: Double?, total: Double, finish: FinishReason = .stop
    ) -> ReplyMeasurement {
        ReplyMeasurement(
            contender: contender, battle: BattleID(), side: .a, at: Samples.time, finish: finish,
            timing: ReplyTiming(firstText: first, total: total),
            usage: TokenUsage(input: 10, output: 41, reasoning: 20), words: 10,
            cost: Money(picodollars: 3))
    }

    private func failure(
        _ contender: ContenderID, _ fault: ReplyFault.Kind, battle: BattleID = BattleID(),
        side: Side = .b
    ) -> ReplyMeasurement {
        ReplyMeasurement(
            contender: contender, battle: battle, side: side, at: Samples.time, fault: fault,
            words: 3)
    }
}
