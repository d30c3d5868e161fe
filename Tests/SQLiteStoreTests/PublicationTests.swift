import Arena
import Foundation
import Logging
import Ratings
import SQLiteStore
import Synchronization
import Testing

/// Counters on public pages go on in batches, so that nobody can watch one during a battle.
@Suite struct PublicationTests {
    private let folder = TemporaryFolder()
    private let clock = HandClock()

    private func vote(_ count: Int, in store: SQLiteStore) async throws {
        for index in 0..<count {
            try await store.cast(index % 2 == 0 ? .a : .b, on: try await store.play())
        }
    }

    @Test func `on loopback pages are live, elsewhere in batches, unless told otherwise`() {
        var settings = Settings()
        for host in ["127.0.0.1", "::1", "localhost"] {
            settings.listen.host = host
            #expect(settings.publication == .live)
        }
        settings.listen.host = "0.0.0.0"
        #expect(settings.publication == .batched)
        settings.counters = .live
        #expect(settings.publication == .live)
    }

    @Test func `a batch needs both ten votes and fifteen minutes`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await vote(9, in: store)
        let ratings = service(.batched, store)
        try await ratings.load()
        #expect(await ratings.published(of: .real) == nil)
        #expect(await ratings.snapshot(of: .real)?.votes == 9)
        try await vote(1, in: store)
        try await ratings.load()
        #expect(await ratings.published(of: .real)?.snapshot.votes == 10)
        try await vote(10, in: store)
        clock.set(time(899))
        try await ratings.load()
        #expect(await ratings.published(of: .real)?.snapshot.votes == 10)
        clock.set(time(900))
        let shown = try #require(await ratings.published(of: .real))
        #expect(shown.snapshot.votes == 20 && shown.tally.votes == 20)
        try await vote(9, in: store)
        clock.set(time(9_000))
        try await ratings.load()
        #expect(await ratings.published(of: .real)?.snapshot.votes == 20)
        #expect(await ratings.isBehind(of: .real) == false)
    }

    @Test func `after a restart the newest ratings that are old enough are shown`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        try await vote(12, in: store)
        try await service(.live, store).load()
        clock.set(time(600))
        try await vote(30, in: store)
        try await service(.live, store).load()
        clock.set(time(1_000))
        let ratings = service(.batched, store)
        try await ratings.load()
        let shown = try #require(await ratings.published(of: .real))
        #expect(shown.snapshot.votes == 12 && shown.tally.votes == 12)
        clock.set(time(1_900))
        #expect(await ratings.published(of: .real)?.snapshot.votes == 42)
    }

    @Test func `live pages show every vote`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let ratings = service(.live, store)
        for count in 1...3 {
            try await vote(1, in: store)
            try await ratings.load()
            #expect(await ratings.published(of: .real)?.snapshot.votes == count)
        }
    }

    @Test func `a period is fitted on the votes of its days and moves on with the clock`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        clock.set(time(86_400 * 10))
        for (day, outcome) in [(0.0, VoteOutcome.a), (1, .a), (8, .b), (9, .tie)] {
            try await store.cast(outcome, on: try await store.play(), at: time(86_400 * day))
        }
        let ratings = service(.live, store)
        try await ratings.load()
        let choice = BoardChoice(pool: .real, period: .week)
        let week = try #require(try await ratings.board(of: choice))
        #expect(week.snapshot.votes == 2 && week.tally.votes == 2)
        #expect(try await ratings.board(of: BoardChoice(pool: .real))?.snapshot.votes == 4)
        clock.set(time(86_400 * 15.5))
        #expect(try await ratings.board(of: choice)?.snapshot.votes == 1)
        clock.set(time(86_400 * 30))
        #expect(try await ratings.board(of: choice) == nil)
    }

    private func service(_ publication: Publication, _ store: SQLiteStore) -> RatingService {
        RatingService(
            store: store, contenders: [], publication: publication,
            now: { [clock] in clock.now }, log: Logger(label: "test"))
    }
}

/// A clock that a test sets.
final class HandClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

    var now: Date { time.withLock { $0 } }

    func set(_ moment: Date) { time.withLock { $0 = moment } }
}
