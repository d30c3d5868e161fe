import Catalogue
import Testing

/// Which of several observations is shown.
struct BeliefTests {
    private func seen(
        _ value: Int, step: String? = nil, _ kind: SourceKind = .independent, on date: String
    ) -> Observation {
        Observation(
            value: .count(value), precision: step.flatMap { FixedPoint(decimal: $0) },
            source: Source(kind: kind, title: kind.rawValue), asOf: CalendarDate(date))
    }

    private func shown(_ observations: Observation...) -> FactValue? {
        observations.believed(SourceKind.standardOrder).first?.value
    }

    @Test func `a higher kind outweighs a newer date`() {
        #expect(
            shown(seen(1, on: "2026-06"), seen(2, .vendor, on: "2020-01-01")) == .count(2))
    }

    @Test func `the newest of a kind is shown, and a coarse date counts as its first day`() {
        #expect(shown(seen(1, on: "2026-01-01"), seen(2, on: "2026-01-02")) == .count(2))
        #expect(shown(seen(1, on: "2026"), seen(2, on: "2026-01-02")) == .count(2))
    }

    @Test func `a newer value that only rounds an older one gives way to it`() {
        #expect(
            shown(
                seen(1_000_000, step: "1000000", on: "2026-06-01"),
                seen(1_047_576, on: "2026-01-01")) == .count(1_047_576))
    }

    @Test func `a newer value that differs by more than its rounding stays`() {
        #expect(
            shown(
                seen(128_000, step: "1000", on: "2026-06-01"), seen(131_072, on: "2026-01-01"))
                == .count(128_000))
    }

    @Test func `of one day and one kind the most exact is shown, then the first given`() {
        #expect(
            shown(seen(10, step: "10", on: "2026-01-01"), seen(19, on: "2026-01-01")) == .count(19))
        #expect(shown(seen(1, on: "2026-01-01"), seen(2, on: "2026-01-01")) == .count(1))
    }

    @Test func `a rounded value does not give way to a lower kind`() {
        #expect(
            shown(
                seen(1000, step: "1000", .vendor, on: "2026-06-01"), seen(1024, on: "2026-01-01"))
                == .count(1000))
    }

    @Test func `values agree when rounding explains the difference, and no further`() {
        let rounded = seen(128_000, step: "1000", on: "2026")
        #expect(rounded.agrees(with: seen(128_500, on: "2026")))
        #expect(!rounded.agrees(with: seen(128_501, on: "2026")))
        #expect(!seen(1, on: "2026").agrees(with: seen(2, on: "2026")))
        #expect(seen(.max, on: "2026").agrees(with: seen(.max, on: "2026")))
        #expect(!seen(.max, on: "2026").agrees(with: seen(1, on: "2026")))
    }
}
