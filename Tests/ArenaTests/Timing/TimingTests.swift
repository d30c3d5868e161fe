import Arena
import Ratings
import Testing

/// What times and sizes tell a patient voter, by a classifier that knows every contender's habits.
/// The decision `speed-is-hidden.md` has the figures.
@Suite struct TimingTests {
    private static let battles = 1800

    /// How often six contenders are told from one side's times; by chance one in six.
    private func namedShare(under mode: PacingMode) -> Double {
        var random = Random(seed: 11)
        var rows: [[Double]] = []
        var labels: [Int] = []
        for _ in 0..<Self.battles {
            let one = Int(random.uniform() * 6)
            let other = (one + 1 + Int(random.uniform() * 5)) % 6
            let battle = PacedBattle(
                Sides(
                    a: UpstreamProfile.six[one].reply(using: &random),
                    b: UpstreamProfile.six[other].reply(using: &random)),
                mode, seed: random.next())
            rows.append(battle.features(of: .a))
            labels.append(one)
        }
        return Discriminant.accuracy(rows, labels, classes: 6)
    }

    /// How often it is told which of two known contenders is on which side; by chance one in two.
    private func placedShare(
        of pair: (UpstreamProfile, UpstreamProfile), under mode: PacingMode
    ) -> Double {
        var random = Random(seed: 5)
        var rows: [[Double]] = []
        var labels: [Int] = []
        for _ in 0..<Self.battles {
            let replies = Sides(
                a: pair.0.reply(using: &random), b: pair.1.reply(using: &random))
            let isSwapped = random.uniform() < 0.5
            let battle = PacedBattle(
                isSwapped ? Sides(a: replies.b, b: replies.a) : replies, mode, seed: random.next())
            rows.append(battle.sideFeatures)
            labels.append(isSwapped ? 1 : 0)
        }
        return Discriminant.accuracy(rows, labels, classes: 2)
    }

    @Test func `the classifier can see: live pacing names contenders and tells sides apart`() {
        #expect(namedShare(under: .live) > 0.8)
        let pair = (UpstreamProfile.six[1], UpstreamProfile.six[2])
        #expect(placedShare(of: pair, under: .live) > 0.8)
    }

    @Test(arguments: [(0, 4), (0, 1), (1, 2), (0, 5), (3, 5), (2, 4)])
    func `under even pacing times do not tell which side is which`(one: Int, other: Int) {
        let pair = (UpstreamProfile.six[one], UpstreamProfile.six[other])
        #expect(placedShare(of: pair, under: .even) <= 0.55)
    }

    @Test func `under even pacing the common pace still hints at who plays, as documented`() {
        #expect(namedShare(under: .even) <= 0.45)
    }

    @Test func `under strict pacing times do not tell who plays`() {
        #expect(namedShare(under: .strict) <= 0.20)
    }

    @Test func `under strict pacing times do not tell which side is which`() {
        let pair = (UpstreamProfile.six[0], UpstreamProfile.six[4])
        #expect(placedShare(of: pair, under: .strict) <= 0.55)
    }

    @Test func `under strict pacing text comes in one size at whole steps, and ends at one`() {
        var random = Random(seed: 3)
        for profile in UpstreamProfile.six {
            let battle = PacedBattle(
                Sides(
                    a: profile.reply(using: &random),
                    b: UpstreamProfile.six[5].reply(using: &random)),
                .strict, seed: 1)
            for side in Side.allCases {
                #expect(Set(battle.shown[side].dropLast().map(\.characters)).count == 1)
                #expect(battle.shown[side].first?.time.remainder(dividingBy: 5) == 0)
            }
            #expect(battle.end.remainder(dividingBy: 2.5) == 0)
        }
    }
}
