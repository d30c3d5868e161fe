import Arena
import Ratings
import Testing

import struct Foundation.Date

struct SharingTests {
    private func judgement(_ outcome: VoteOutcome?) -> Judgement {
        Judgement(outcome, at: Date(timeIntervalSince1970: 0))
    }

    @Test func `agreement is the share of pairs of people who chose the same`() {
        let count = JudgementCount([.a, .a, .b, nil].map(judgement))
        #expect(count.judges == 3)
        #expect(count[.a] == 2 && count[.b] == 1 && count[.tie] == 0)
        // Of four people three chose a: 3 of 6 pairs.
        #expect(count.agreement(with: .a) == 0.5)
        // Two pairs of two: 2 of 6.
        #expect(count.agreement(with: .b) == 1.0 / 3)
    }

    @Test func `two people are too few to speak of agreement`() {
        #expect(JudgementCount([judgement(.a)]).agreement(with: .a) == nil)
        #expect(JudgementCount([.tie, .tie].map(judgement)).agreement(with: .tie) == 1)
    }

    @Test func `a swapped choice is the other side's, and swapping twice is nothing`() {
        #expect(VoteOutcome.a.swapped == .b && VoteOutcome.b.swapped == .a)
        for outcome in VoteOutcome.allCases { #expect(outcome.swapped.swapped == outcome) }
    }

    @Test func `a report's note has a limit in bytes`() throws {
        let long = String(repeating: "é", count: 251)
        #expect(throws: ArenaError.tooLarge(field: "note", limit: 500)) {
            try Report(of: BattleID(), as: .other, note: long, at: Date(timeIntervalSince1970: 0))
        }
    }
}
