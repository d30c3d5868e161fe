import Arena
import Catalogue
import Foundation
import Ratings
import SQLiteStore
import Synchronization
import Testing

@Suite struct MeasurementTests {
    private let folder = TemporaryFolder()

    @Test func `a measurement tells all that was kept of a reply, but its text`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try await store.play(openedAt: time(5))
        _ = try battle.begin(try Prompt("More"), at: time(9))
        try await store.begin(battle.turns[1], of: battle.id)
        battle.append("Three little words", to: .a)
        battle.complete(.a, with: report)
        battle.append("half an", to: .b)
        battle.fail(.b, with: ReplyFault(.stalled, detail: "30 s"))
        try await store.keep(battle)
        let writing = try streaming(openedAt: time(7))
        try await store.open(writing)

        let found = try await store.measurements(of: .real, since: time(0), limit: 9)
        #expect(found.map(\.turn) == [2, 2, 1, 1])
        #expect(found.map(\.at) == [time(9), time(9), time(5), time(5)])
        let cost = Money(picodollars: 12 * 400_000 + 34 * 1_600_000)
        let whole = ReplyMeasurement(
            contender: battle.contenders.a.id, model: "model-alpha", battle: battle.id, turn: 2,
            side: .a, at: time(9), finish: .stop, timing: report.timing, usage: report.usage,
            words: 3, cost: cost)
        let failed = ReplyMeasurement(
            contender: battle.contenders.b.id, model: "model-beta", battle: battle.id, turn: 2,
            side: .b, at: time(9), fault: .stalled, words: 2)
        #expect(found.first { $0.side == .a } == whole)
        #expect(found.first { $0.side == .b } == failed)
    }

    @Test func `a reply that failed and was asked for again stays a failure of its contender`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        var battle = try streaming(openedAt: time(5))
        try await store.open(battle)
        battle.append("All of it.", to: .a)
        battle.complete(.a, with: report)
        battle.fail(.b, with: ReplyFault(.stalled))
        try await store.keep(battle)
        try await store.retry([.b], ofTurn: 1, of: battle.id, at: time(8))
        let found = try await store.measurements(of: .real, since: time(0), limit: 9)
        let again = ReplyMeasurement(
            contender: battle.contenders.b.id, model: "model-beta", battle: battle.id, side: .b,
            at: time(8), fault: .stalled)
        #expect(found.count == 2 && found.first == again)
        let figures = try #require(
            ReplyMeasures(found, since: time(0), asOf: time(9)).figures(
                of: [battle.contenders.b.id]))
        #expect(figures.calls == 1 && figures.failures == 1)
        #expect(try await store.measurements(of: .practice, since: time(0), limit: 9) == [])
        #expect(try await store.measurements(of: .real, since: time(0), limit: 1) == [again])
    }

    @Test func `measurements are of one pool and one window, the newest first, up to a limit`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for second in 0..<20 {
            _ = try await store.play(
                pool: second % 2 == 0 ? .real : .practice, kind: .pair,
                openedAt: time(Double(second)))
        }
        let found = try await store.measurements(of: .real, since: time(10), limit: 100)
        #expect(found.map(\.at) == [18, 18, 16, 16, 14, 14, 12, 12, 10, 10].map { time($0) })
        let newest = try await store.measurements(of: .real, since: time(10), limit: 4)
        #expect(newest == Array(found[..<4]))
        #expect(try await store.measurements(of: .practice, since: time(20), limit: 9) == [])
    }

    @Test func `replies are read again after a minute and not before`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let clock = Mutex(time(0))
        let service = MeasurementService(store: store) { clock.withLock { $0 } }
        _ = try await store.play(openedAt: time(-1))
        let first = try await service.measures(of: .real)
        _ = try await store.play(openedAt: time(1))
        clock.withLock { $0 = time(59) }
        #expect(try await service.measures(of: .real) == first)
        clock.withLock { $0 = time(61) }
        let second = try await service.measures(of: .real)
        let alpha = [try contender("alpha").id]
        #expect(first.figures(of: alpha)?.calls == 1 && second.figures(of: alpha)?.calls == 2)
        #expect(second.asOf == time(61))
        #expect(second.since == time(61 - 30 * 86_400))
        #expect(try await service.measures(of: .practice).contenders == [])
    }

    @Test func `all who ask at once get one look`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        _ = try await store.play(openedAt: time(-1))
        let looks = Mutex(0)
        let service = MeasurementService(store: store) {
            looks.withLock { looks in
                looks += 1
                return time(Double(looks) / 1000)
            }
        }
        let moments = try await withThrowingTaskGroup(of: Date.self) { group in
            for _ in 0..<50 { group.addTask { try await service.measures(of: .real).asOf } }
            return try await group.reduce(into: Set<Date>()) { $0.insert($1) }
        }
        #expect(moments.count == 1)
    }

    @Test func `a store that cannot be read is said to all who ask, and asked again`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        try store.close()
        let service = MeasurementService(store: store)
        for _ in 0..<3 {
            await #expect(throws: ArenaError.self) { try await service.measures(of: .real) }
        }
    }
}
