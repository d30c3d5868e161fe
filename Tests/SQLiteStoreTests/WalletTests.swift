import Arena
import Catalogue
import Foundation
import Logging
import Ratings
import SQLiteStore
import Synchronization
import Testing

/// Denial of wallet: whatever many voters do at once, no ceiling is passed.
@Suite(.serialized) struct WalletTests {
    @Test func `5,000 battles at once, half of them left, keep under one ceiling and use it`()
        async throws
    {
        let folder = TemporaryFolder()
        let arena = try Wallet(folder.path, day: "1.00")
        let asked = await withTaskGroup(of: Bool.self) { group in
            let running = Task { try? await arena.service.run() }
            defer { running.cancel() }
            for number in 0..<5000 {
                group.addTask { await arena.visit(number) }
            }
            var opened = await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            // What was settled made room: go on until nobody is let in any more.
            var wave = -1
            while wave != 0, opened < 5000 {
                for number in 0..<50 { group.addTask { await arena.visit(number) } }
                wave = await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                opened += wave
            }
            return opened
        }
        let total = try #require(
            try await arena.store.totals(in: .day, at: Wallet.time)[""])
        #expect(asked > 50)
        #expect(arena.provider.requests == 2 * asked)
        #expect(total.reserved == .zero)
        #expect(total.spent <= arena.ceiling, "\(total)")
        #expect(arena.provider.cost <= total.spent.picodollars)
        // Not even one more battle would have fitted.
        let oneMore = total.spent + arena.worst + arena.worst
        #expect(oneMore > arena.ceiling, "\(total)")
        let (ledger, replies) = try await arena.sums()
        #expect(ledger.reported == replies)
        let booked = ledger.reported + ledger.estimated
        #expect(booked == total.spent.picodollars)
        #expect(arena.provider.reported == ledger.reported)
    }

    @Test func `a stop in the middle books the worst and passes no ceiling`() async throws {
        let (folder, copy) = (TemporaryFolder(), TemporaryFolder())
        let arena = try Wallet(folder.path, day: "0.10")
        let running = Task { try? await arena.service.run() }
        defer { running.cancel() }
        for _ in 0..<20 { _ = try? await arena.open(leaving: true) }
        let opened = arena.ceiling.picodollars / (2 * arena.worst.picodollars)
        #expect(try await arena.store.held(by: nil, at: Wallet.time).all[.day] != nil)
        // As after kill -9: the files as they are.
        try FileManager.default.createDirectory(
            atPath: copy.path, withIntermediateDirectories: true)
        for name in ["arena.db", "arena.db-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
        }
        let second = try Wallet(copy.path, day: "0.10")
        _ = try await second.store.recover(expiringBefore: Wallet.time - 86_400)
        #expect(try await second.store.settleAbandoned() == Int(opened * 2))
        let total = try #require(
            try await second.store.totals(in: .day, at: Wallet.time)[""])
        #expect(total.reserved == .zero && total.spent <= second.ceiling)
        #expect(total.spent.picodollars == 2 * opened * second.worst.picodollars)
        await #expect(throws: ArenaError.budgetUsed(opens: Span.day.end(of: Wallet.time))) {
            try await second.open(leaving: false)
        }
        #expect(try await second.store.settleAbandoned() == 0)
    }

    @Test func `after a stop an answer that was kept costs what it was kept with`() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try streaming()
        let claims = Side.allCases.map { side in
            Claim(
                ReplyPlace(battle.id, turn: 1, side: side), voter: battle.voter, provider: "paid",
                contender: battle.contenders[side].id, worst: Money(picodollars: 1_000_000_000))
        }
        let lost = Claim(
            ReplyPlace(BattleID(), turn: 1, side: .a), voter: VoterID(), provider: "paid",
            contender: battle.contenders.a.id, worst: Money(picodollars: 1_000_000_000))
        try await store.claim(claims + [lost], margins: [:], within: Budget(), at: Wallet.time)
        try await store.open(battle)
        var ended = battle
        answer(&ended)
        try await store.keep(ended)
        #expect(try await store.settleAbandoned() == 3)
        let line = try #require(try await store.ledger(since: Wallet.time - 86_400).first)
        // Twice 12 tokens at $0.40 and 34 at $1.60; of the battle nobody stored nothing went out.
        let sums = try await store.ledger(since: Wallet.time - 86_400).map(\.reported.picodollars)
        let both: Int64 = 2 * (12 * 400_000 + 34 * 1_600_000)
        #expect(sums.reduce(0, +) == both, "\(line)")
        #expect(try await store.totals(in: .day, at: Wallet.time)[""]?.reserved == .zero)
    }

    @Test func `a further turn is refused alike whoever plays`() async throws {
        // Cheap against cheap; dear ones are on the roster and would not fit any more.
        let folder = TemporaryFolder()
        let arena = try Wallet(folder.path, day: "0.30", dear: true)
        let running = Task { try? await arena.service.run() }
        defer { running.cancel() }
        let pair = ChosenPair(try #require(ContenderID("c0")), try #require(ContenderID("c1")))
        let (voter, battle) = try await arena.play(pair)
        // A chosen pair is known: only its own worst case counts.
        _ = try await arena.service.proceed(battle, with: try Prompt("And then?"), by: voter)
        let (other, random) = try await arena.play(nil)
        await #expect(throws: ArenaError.budgetUsed(opens: Span.day.end(of: Wallet.time))) {
            try await arena.service.proceed(random, with: try Prompt("And then?"), by: other)
        }
    }

    @Test func `a request that never went out gives all back`() async throws {
        let folder = TemporaryFolder()
        let arena = try Wallet(folder.path, day: "1.00", isDown: true)
        let running = Task { try? await arena.service.run() }
        defer { running.cancel() }
        _ = try await arena.play(nil)
        let total = try await arena.store.totals(in: .day, at: Wallet.time)[""]
        #expect(total == LedgerTotal())
    }
}
