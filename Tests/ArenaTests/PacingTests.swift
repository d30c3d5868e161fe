import Arena
import Testing

struct PacingTests {
    /// Characters shown at each tick when side a comes at one rate and side b at another.
    private func timeline(
        _ mode: PacingMode, rates: Sides<Int>, length: Int = 800
    ) -> [Sides<Int>] {
        var pacing = Pacing(mode)
        var received = Sides(a: 0, b: 0)
        var shown = Sides(a: 0, b: 0)
        var line: [Sides<Int>] = []
        while shown.a < length || shown.b < length, line.count < 10_000 {
            for side in Side.allCases {
                received[side] = min(length, received[side] + rates[side])
            }
            let step = pacing.tick(
                Sides(
                    a: Pacing.Supply(
                        waiting: received.a - shown.a, isEnded: received.a == length),
                    b: Pacing.Supply(
                        waiting: received.b - shown.b, isEnded: received.b == length)))
            for side in Side.allCases { shown[side] += step[side] }
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

    @Test func `live pacing shows what has come and so tells the sides apart`() throws {
        let line = timeline(.live, rates: Sides(a: 6, b: 64))
        #expect(try #require(line.first) == Sides(a: 6, b: 64))
    }

    @Test func `hold shows nothing until both are complete, then all`() throws {
        let line = timeline(.hold, rates: Sides(a: 100, b: 400))
        #expect(line.dropLast().allSatisfy { $0 == Sides(a: 0, b: 0) })
        #expect(try #require(line.last) == Sides(a: 800, b: 800))
    }

    @Test func `the rest is shown within a second and a half of the slower end`() {
        let line = timeline(.even, rates: Sides(a: 10, b: 800))
        let arrival = 80
        let late = Double(line.count - arrival) * Pacing.tickSeconds
        #expect(late <= 1.6)
        #expect(line.count > arrival)
    }

    @Test func `an empty failed side does not keep the other one back for ever`() {
        var pacing = Pacing(.even)
        let step = pacing.tick(
            Sides(
                a: Pacing.Supply(waiting: 0, isEnded: true),
                b: Pacing.Supply(waiting: 500, isEnded: false)))
        #expect(step.b > 0)
    }
}
