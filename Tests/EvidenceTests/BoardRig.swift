import Arena
import Catalogue
import Evidence
import Foundation
import Logging
import Ratings
import SQLiteStore
import Synchronization
import Testing

/// A board desk over a real store in a folder of its own.
final class BoardRig: Sendable {
    let store: SQLiteStore
    let clock = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
    private let path = NSTemporaryDirectory() + "arena-board-" + UUID().uuidString

    init() throws {
        store = try SQLiteStore.open(folder: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var now: Date { clock.withLock { $0 } }

    static func contender(_ name: String) throws -> Contender {
        Contender(
            id: try #require(ContenderID(name)), name: name.capitalized, provider: "local",
            upstreamModel: name,
            price: Price(
                input: Money(picodollars: 1_000_000_000), output: Money(picodollars: 0)))
    }

    /// A desk of an arena in which these play.
    func desk(
        playing names: [String], minimumVotes: Int = 3, publication: Publication = .live
    ) async throws -> BoardDesk {
        let contenders = try names.map(Self.contender)
        var settings = Settings(contenders: contenders, minimumVotes: minimumVotes)
        settings.counters = publication
        let now: @Sendable () -> Date = { self.now }
        let ratings = RatingService(
            store: store, contenders: contenders, publication: publication, now: now,
            log: Logger(label: "test"))
        try await ratings.load()
        return BoardDesk(
            store: store, ratings: ratings,
            measurements: MeasurementService(store: store, now: now),
            directory: ModelDirectory(ModelCatalogue(models: []), contenders: contenders),
            roster: Roster(contenders: contenders, providers: ["local": Nobody()]),
            settings: settings, now: now)
    }

    /// Has two play and casts a vote; side a takes `seconds`, side b one second more.
    func vote(
        _ outcome: VoteOutcome, _ a: String, _ b: String, prompt: String = "Why is it so?",
        seconds: Double = 1
    ) async throws {
        var battle = Battle(
            voter: VoterID(),
            contenders: Sides(a: try Self.contender(a), b: try Self.contender(b)),
            probability: 0.5, openedAt: now)
        _ = try battle.begin(try Prompt(prompt), at: now)
        try await store.open(battle)
        for (side, total) in [(Side.a, seconds), (.b, seconds + 1)] {
            battle.append("An answer.", to: side)
            battle.complete(
                side,
                with: ReplyReport(
                    finish: .stop, usage: TokenUsage(input: 10, output: 20),
                    timing: ReplyTiming(firstText: total / 4, total: total), upstreamModel: nil))
        }
        try await store.close(
            try #require(battle.turns.last), of: battle.id, leaving: battle.state)
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: outcome, castAt: now)
        _ = try await store.cast(Ballot(vote, in: battle.categories, styles: battle.styles))
    }

    /// Is there, so that contenders are in play; never called.
    private struct Nobody: ModelProvider {
        func reply(
            to request: ReplyRequest, onText: @Sendable (String) async -> Void
        ) async throws(ReplyFault) -> ReplyReport {
            throw ReplyFault(.unreachable, detail: "nobody")
        }
    }
}
