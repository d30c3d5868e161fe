import Arena
import Catalogue
import Foundation
import GRDB
import SQLiteStore
import Testing

/// Money in the store: set aside, booked once, never above a ceiling.
@Suite struct LedgerTests {
    @Test func `what is set aside counts until it is booked, then what it cost counts`()
        async throws
    {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        let claims = try [claim(700), claim(500, provider: "other")]
        try await store.claim(claims, margins: [:], within: Budget(), at: time(0))
        #expect(try await store.held(by: claims[0].voter, at: time(0)).all[.day] == pico(1200))
        try await store.settle([
            Settlement(claims[0].reply, cost: pico(100), basis: .reported),
            Settlement(claims[1].reply, cost: nil, basis: .full),
        ])
        // A second settlement of the same changes nothing.
        try await store.settle([Settlement(claims[0].reply, cost: .zero, basis: .unsent)])
        let totals = try await store.totals(in: .day, at: time(0))
        #expect(totals["paid"] == LedgerTotal(spent: pico(100)))
        #expect(totals[""] == LedgerTotal(spent: pico(600)))
        #expect(try await store.totals(in: .day, at: time(86_400)).isEmpty)
        let held = try await store.held(by: claims[0].voter, at: time(0))
        #expect(held.voter == [.day: pico(100), .minute: pico(100)])
        let lines = try await store.ledger(since: time(-86_400))
        #expect(lines.map(\.provider) == ["other", "paid"])
        #expect(lines.map(\.reported) == [pico(0), pico(100)])
        #expect(lines.map(\.estimated) == [pico(500), pico(0)])
    }

    @Test func `all of a claim is set aside or nothing`() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        let budget = Budget(Ceilings(day: pico(1000)))
        await #expect(throws: ArenaError.budgetUsed(opens: Span.day.end(of: time(0)))) {
            try await store.claim(
                [claim(600), claim(600)], margins: [:], within: budget, at: time(0))
        }
        #expect(try await store.totals(in: .day, at: time(0)).isEmpty)
        try await store.claim([claim(1000)], margins: [:], within: budget, at: time(0))
        await #expect(throws: ArenaError.self) {
            try await store.claim([claim(1)], margins: [:], within: budget, at: time(0))
        }
        try await store.claim([claim(1)], margins: [:], within: budget, at: time(86_400))
    }

    @Test func `the store refuses to change what was booked`() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        let one = try claim(700)
        try await store.claim([one], margins: [:], within: Budget(), at: time(0))
        try await store.settle([Settlement(one.reply, cost: pico(7), basis: .reported)])
        for change in [
            "UPDATE ledger SET cost = 1", "UPDATE ledger SET worst = 1", "DELETE FROM ledger",
            "UPDATE ledger SET cost = NULL, basis = NULL",
            "UPDATE ledger SET voter = 'aaaaaaaaaaaaaaaaaaaaaa'",
        ] {
            await #expect(throws: ArenaError.self, "\(change)") {
                try await store.write { db in try db.execute(sql: change) }
            }
        }
    }

    @Test func `an erased voter leaves the ledger, and the sums stay`() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play()
        let claim = Claim(
            ReplyPlace(battle.id, turn: 1, side: .a), voter: battle.voter, provider: "paid",
            contender: battle.contenders.a.id, worst: pico(9))
        try await store.claim([claim], margins: [:], within: Budget(), at: time(0))
        _ = try await store.erase(battle.voter, at: time(10))
        let left = try await store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM ledger WHERE voter = ?",
                arguments: [battle.voter.text])
        }
        #expect(left == 0)
        #expect(try await store.held(by: nil, at: time(0)).all[.day] == pico(9))
    }

    @Test func `whatever the order of claims and bookings, the sums are those of a plain count`()
        async throws
    {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        var model = PlainLedger(
            budget: Budget(
                Ceilings(day: pico(4000), minute: pico(1500)),
                byProvider: ["p0": Ceilings(day: pico(1500), minute: pico(900))],
                perVoter: Ceilings(day: pico(1200), minute: pico(700))))
        var random = SeededGenerator(seed: 20_261)
        let voters = (0..<4).map { _ in VoterID() }
        var clock = 0.0
        var (taken, refused) = (0, 0)
        for _ in 0..<1500 {
            clock += Double.random(in: 0...400, using: &random)
            if Int.random(in: 0..<3, using: &random) == 0,
                let open = model.open.keys.randomElement(
                    using: &random)
            {
                let cost: Int64? =
                    Bool.random(using: &random) ? nil : .random(in: 0...700, using: &random)
                try await store.settle([
                    Settlement(open, cost: cost.map(pico), basis: cost == nil ? .full : .reported)
                ])
                model.settle(open, cost)
                continue
            }
            let voter = voters[Int.random(in: 0..<4, using: &random)]
            let claims = try (0..<Int.random(in: 1...2, using: &random)).map { _ in
                try claim(
                    .random(in: 1...600, using: &random), by: voter,
                    provider: "p\(Int.random(in: 0..<3, using: &random))")
            }
            let fits = model.take(claims, at: time(clock))
            do throws(ArenaError) {
                try await store.claim(
                    claims, margins: [:], within: model.budget, at: time(clock))
                #expect(fits)
                taken += 1
            } catch {
                #expect(!fits, "\(error)")
                refused += 1
            }
            let held = try await store.held(by: voter, at: time(clock))
            #expect(held.withoutNothing == model.held(by: voter, at: time(clock)).withoutNothing)
        }
        // Which open claim is settled follows a dictionary's order, another one in every run.
        #expect(taken > 10 && refused > 10, "\(taken) \(refused)")
    }

    private func pico(_ amount: Int64) -> Money { Money(picodollars: amount) }

    private func claim(
        _ worst: Int64, by voter: VoterID = VoterID(), provider: String = "paid"
    ) throws -> Claim {
        Claim(
            ReplyPlace(BattleID(), turn: 1, side: .a), voter: voter, provider: provider,
            contender: try #require(ContenderID("alpha")), worst: pico(worst))
    }
}

extension Held {
    /// The same without sums of zero.
    fileprivate var withoutNothing: Held {
        var held = self
        held.all = all.filter { $0.value != .zero }
        held.voter = voter.filter { $0.value != .zero }
        held.byProvider = byProvider.mapValues { $0.filter { $0.value != .zero } }
            .filter { !$0.value.isEmpty }
        return held
    }
}

/// The same money counted row by row.
private struct PlainLedger {
    struct Entry {
        let claim: Claim
        let at: Date
        var amount: Int64
    }

    let budget: Budget
    var entries: [Entry] = []
    var open: [ReplyPlace: Int] = [:]

    init(budget: Budget) {
        self.budget = budget
    }

    mutating func take(_ claims: [Claim], at moment: Date) -> Bool {
        var next = self
        for claim in claims {
            next.open[claim.reply] = next.entries.count
            next.entries.append(
                Entry(claim: claim, at: moment, amount: claim.worst.picodollars))
        }
        let held = next.held(by: claims[0].voter, at: moment)
        let isOver = Span.allCases.contains { span in
            let over = { (sum: Money?, ceiling: Money?) in
                ceiling.map { (sum ?? .zero) > $0 } ?? false
            }
            return over(held.all[span], budget.all[span])
                || over(held.voter[span], budget.perVoter[span])
                || budget.byProvider.contains { name, ceilings in
                    claims.contains { $0.provider == name }
                        && over(held.byProvider[name]?[span], ceilings[span])
                }
        }
        if !isOver { self = next }
        return !isOver
    }

    mutating func settle(_ place: ReplyPlace, _ cost: Int64?) {
        guard let index = open.removeValue(forKey: place) else { return }
        if let cost { entries[index].amount = cost }
    }

    func held(by voter: VoterID, at moment: Date) -> Held {
        var held = Held()
        for span in Span.allCases {
            held.voter[span] = .zero
            let now = entries.filter { span.start(of: $0.at) == span.start(of: moment) }
            for entry in now {
                let amount = Money(picodollars: entry.amount)
                held.all[span, default: .zero] = (held.all[span] ?? .zero) + amount
                let name = entry.claim.provider
                held.byProvider[name, default: [:]][span] =
                    (held.byProvider[name]?[span] ?? .zero) + amount
                if entry.claim.voter == voter {
                    held.voter[span] = (held.voter[span] ?? .zero) + amount
                }
            }
        }
        return held
    }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
