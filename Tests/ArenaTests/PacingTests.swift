import Arena
import Testing

struct PacingTests {
    /// Characters shown at each tick when side a comes at one rate and side b at another.
    private func timeline(
        _ mode: PacingMode, rates: Sides<Int>, lengths: Sides<Int> = Sides(a: 800, b: 800)
    ) -> [Sides<Int>] {
        var pacing = Pacing(mode, seed: 1)
        var received = Sides(a: 0, b: 0)
        var shown = Sides(a: 0, b: 0)
        var line: [Sides<Int>] = []
        while shown != lengths, line.count < 10_000 {
            for side in Side.allCases {
                received[side] = min(lengths[side], received[side] + rates[side])
            }
            let supply = { (side: Side) in
                Pacing.Supply(received: received[side], isEnded: received[side] == lengths[side])
            }
            let release = pacing.tick(Sides(a: supply(.a), b: supply(.b)))
            for side in Side.allCases { shown[side] = min(received[side], release.reach[side]) }
            line.append(shown)
        }
        return line
    }

    @Test func `under even pacing both sides show equally much at every tick`() {
        for rates in [Sides(a: 6, b: 64), Sides(a: 64, b: 6), Sides(a: 3, b: 800)] {
            for shown in timeline(.even, rates: rates) {
                #expect(shown.a == shown.b)
            }
        }
    }

    @Test func `under even pacing which side is the fast one changes nothing`() {
        let one = timeline(.even, rates: Sides(a: 6, b: 64))
        let other = timeline(.even, rates: Sides(a: 64, b: 6))
        #expect(one == other.map { Sides(a: $0.b, b: $0.a) })
    }

    @Test func `under even pacing the longer text goes on at the pace of a shorter, slower one`() {
        let lengths = Sides(a: 600, b: 2400)
        let slow = timeline(.even, rates: Sides(a: 10, b: 100), lengths: lengths)
        let fast = timeline(.even, rates: Sides(a: 100, b: 10), lengths: lengths)
        #expect(abs(slow.count - fast.count) <= 3)
        let apart = zip(slow, fast).map { abs($0.b - $1.b) }.max() ?? 0
        #expect(apart <= 10)
    }

    @Test func `a pretended pace keeps whole text back for half a minute at most`() {
        let line = timeline(
            .even, rates: Sides(a: 1, b: 4000), lengths: Sides(a: 40, b: 4000))
        let wait = Double(line.count - 40) * PacingMode.even.tickSeconds
        #expect(wait > 29 && wait < 32)
    }

    @Test func `live pacing shows what has come and so tells the sides apart`() throws {
        let line = timeline(.live, rates: Sides(a: 6, b: 64))
        #expect(try #require(line.first) == Sides(a: 6, b: 64))
    }

    @Test func `hold shows nothing until both are complete, then all`() throws {
        let line = timeline(.hold, rates: Sides(a: 100, b: 400))
        #expect(line.dropLast().allSatisfy { $0 == Sides(a: 0, b: 0) })
        #expect(try #require(line.last) == Sides(a: 800, b: 800))
    }

    @Test func `even pacing shows all about two seconds after the slower end`() {
        let line = timeline(.even, rates: Sides(a: 10, b: 800))
        let late = Double(line.count - 80) * PacingMode.even.tickSeconds
        #expect(late > 0 && late <= 2.5)
    }

    @Test func `texts that come at once are shown within a second and a half`() {
        let line = timeline(.even, rates: Sides(a: 800, b: 800))
        #expect(Double(line.count) * PacingMode.even.tickSeconds <= 1.5)
    }

    @Test(arguments: [PacingMode.even, .strict])
    func `an empty failed side does not keep the other one back for ever`(mode: PacingMode) {
        var pacing = Pacing(mode)
        let supply = Sides(
            a: Pacing.Supply(received: 0, isEnded: true),
            b: Pacing.Supply(received: 500, isEnded: false))
        let reach = (0..<100).map { _ in pacing.tick(supply).reach.b }
        #expect(reach.contains { $0 > 0 })
    }

    @Test func `strict pacing shows 80 characters a second, whoever writes`() throws {
        for rates in [Sides(a: 40, b: 400), Sides(a: 800, b: 60)] {
            let line = timeline(.strict, rates: rates)
            let start = try #require(line.firstIndex { $0.a > 0 })
            #expect(Double(start) * PacingMode.strict.tickSeconds == 5)
            for (tick, shown) in line[start...].enumerated() {
                #expect(shown == Sides(a: 20 * (tick + 1), b: 20 * (tick + 1)))
            }
        }
    }

    @Test func `under strict pacing both sides wait together for whole steps`() {
        let line = timeline(.strict, rates: Sides(a: 5, b: 500))
        #expect(line.allSatisfy { $0.a == $0.b })
        let still = zip(line, line.dropFirst()).map { $0.0 == $0.1 }
        let pauses = still.dropFirst(19).split(separator: false).map(\.count)
        #expect(!pauses.isEmpty && pauses.allSatisfy { $0.isMultiple(of: 10) })
    }

    @Test func `a reply that broke off after a pause does not hold up the other one`() {
        var pacing = Pacing(.even, seed: 1)
        let pause = Sides(
            a: Pacing.Supply(received: 40, isEnded: false),
            b: Pacing.Supply(received: 800, isEnded: true))
        for _ in 0..<20 { _ = pacing.tick(pause) }
        let broken = Sides(a: Pacing.Supply(received: 41, isEnded: true), b: pause.b)
        let reach = (0..<20).map { _ in pacing.tick(broken).reach.b }
        #expect(reach.contains { $0 >= 800 })
    }
}
