import Arena
import Ratings
import Testing

/// Many draws while votes come in, a new contender among them from the half on: whether pairs come
/// as often as their stored chances say, and whether the sides are those of a fair coin.
@Suite struct DrawingTests {
    /// A contender's strength by its name, on the probit scale.
    private static let strengths = [
        "alder": 1.2, "birch": 0.9, "cedar": 0.5, "elm": 0.1, "fir": 0, "hazel": -0.4,
        "larch": -0.8, "maple": 0.6,
    ]

    @Test func `pairs come as often as their stored chances say, a newcomer first of all`() throws {
        let drawn = try Self.all.get()
        #expect(drawn.chances.count == 28)
        // A tenth of all draws is spread evenly over the pairs.
        #expect(drawn.lowest >= 0.1 / 28 - 1e-12)
        for (pair, chance) in drawn.chances {
            #expect(
                abs(Double(chance.times) - chance.expected) <= 4 * chance.variance.squareRoot(),
                "\(pair): \(chance)")
        }
        let again = drawn.repeated
        #expect(abs(Double(again.times) - again.expected) <= 4 * again.variance.squareRoot())
        #expect(drawn.newcomersFirst > 80)
    }

    @Test func `a side is a fair coin's, for each contender and after each draw`() throws {
        #expect(try Self.all.get().sides.faults() == [])
    }

    @Test func `sides that follow strength or alternate are found`() throws {
        var (byStrength, inTurn) = (SideCount(), SideCount())
        var generator = Random(seed: 5)
        let names = Self.strengths.keys.sorted()
        for number in 0..<5_000 {
            let pair = Array(names.shuffled(using: &generator).prefix(2))
            let sorted = pair.sorted {
                Self.strengths[$0, default: 0] > Self.strengths[$1, default: 0]
            }
            byStrength.add(left: sorted[0], right: sorted[1])
            let ordered = pair.sorted()
            inTurn.add(left: ordered[number % 2], right: ordered[1 - number % 2])
        }
        #expect(byStrength.faults().contains("contenders"))
        #expect(inTurn.faults() == ["order"])
    }

    private static let all = Result { try drawn(200_000) }

    /// Draws so often; a hundred votes at a time reach the tally and the fit.
    private static func drawn(_ count: Int) throws -> Drawn {
        var (drawn, tally, generator) = (Drawn(), Tally(), Random(seed: 26))
        let names = Self.strengths.keys.sorted()
        for first in stride(from: 0, to: count, by: 100) {
            let isHalf = first >= count / 2
            let roster = Roster(
                contenders: try names.dropLast(isHalf ? 0 : 1).map { try Samples.contender($0) },
                providers: ["local": MuteProvider()])
            let fit = try? BradleyTerry().fit(tally)
            let chances = SamplingRule().distribution(
                over: roster.inPlay.map(\.id.text), tally: tally, fit: fit)
            var votes: [(Outcome, String, String)] = []
            for _ in 0..<100 {
                let pairing = try roster.draw(
                    by: PairingPolicy(), minimumVotes: 30, tally: tally, fit: fit,
                    using: &generator)
                drawn.add(pairing, of: chances)
                let (a, b) = (pairing.contenders.a.id.text, pairing.contenders.b.id.text)
                let gap = Self.strengths[a, default: 0] - Self.strengths[b, default: 0]
                let isWon =
                    Double.random(in: 0..<1, using: &generator) < Normal.probability(below: gap)
                votes.append((isWon ? .a : .b, a, b))
            }
            for (outcome, a, b) in votes { try tally.add(outcome, between: a, and: b) }
            if first == count / 2 { drawn.newcomersFirst = tally.votes(of: "maple") }
        }
        return drawn
    }
}

/// What was drawn, beside what was to be expected.
private struct Drawn {
    /// How often something happened, and how often it should have by the chances of each draw.
    struct Chance {
        var times = 0
        var expected = 0.0
        var variance = 0.0

        mutating func add(_ probability: Double, happened: Bool) {
            times += happened ? 1 : 0
            expected += probability
            variance += probability * (1 - probability)
        }
    }

    var chances: [String: Chance] = [:]
    var repeated = Chance()
    var sides = SideCount()
    var lowest = 1.0
    /// Of the first hundred draws that it was in play for, how many the newcomer got.
    var newcomersFirst = 0
    private var last = ""

    mutating func add(_ pairing: Pairing, of distribution: PairDistribution) {
        let (a, b) = (pairing.contenders.a.id.text, pairing.contenders.b.id.text)
        let pair = [a, b].sorted().joined(separator: " ")
        for chance in distribution.chances {
            let name = "\(chance.first) \(chance.second)"
            chances[name, default: Chance()].add(chance.probability, happened: name == pair)
            lowest = min(lowest, chance.probability)
            if name == pair { #expect(chance.probability == pairing.probability) }
            if name == last { repeated.add(chance.probability, happened: name == pair) }
        }
        sides.add(left: a, right: b)
        last = pair
    }
}

/// Who stood left, and what can be said against the coin.
private struct SideCount {
    private var left: [String: Int] = [:]
    private var played: [String: Int] = [:]
    /// How often the name that sorts first stood left, after the same and after the other.
    private var after = [[0, 0], [0, 0]]
    private var last: Int?

    mutating func add(left name: String, right other: String) {
        left[name, default: 0] += 1
        for each in [name, other] { played[each, default: 0] += 1 }
        let side = name < other ? 0 : 1
        if let last { after[last][side] += 1 }
        last = side
    }

    /// What a fair coin would show once in a thousand times at most, by chi-squared.
    func faults() -> [String] {
        let sums = after.map { $0.reduce(0, +) }
        let all = [after[0][0] + after[1][0], after[0][1] + after[1][1]]
        let contenders = played.map { square(left[$0.key, default: 0], of: $0.value) }
        let order = square(after[0][0], of: sums[0]) + square(after[1][0], of: sums[1])
        // Critical values of 1, 8 and 2 degrees of freedom at 0.001.
        let found = [
            ("sides", square(all[0], of: all[0] + all[1]) > 10.83),
            ("contenders", contenders.reduce(0, +) > 26.12), ("order", order > 13.82),
        ]
        return found.filter(\.1).map(\.0)
    }

    private func square(_ count: Int, of total: Int) -> Double {
        let half = Double(total) / 2
        return half == 0 ? 0 : 2 * (Double(count) - half) * (Double(count) - half) / half
    }
}
