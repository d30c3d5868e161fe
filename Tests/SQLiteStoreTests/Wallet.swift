import Arena
import Catalogue
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Synchronization
import Testing

/// An arena with a ceiling whose provider counts what it was asked.
struct Wallet {
    static let time = Date(timeIntervalSince1970: 1_800_000_000)

    let store: SQLiteStore
    let provider: CountingProvider
    let service: BattleService
    let ceiling: Money
    /// The worst case of one request of ``prompt``.
    let worst: Money
    private let prompt: Prompt

    init(_ folder: String, day: String, dear: Bool = false, isDown: Bool = false) throws {
        store = try SQLiteStore.open(folder: folder)
        ceiling = try #require(Money(decimal: day))
        let price = Price(
            input: try #require(Money(decimal: "1.20")),
            output: try #require(Money(decimal: "4.80")))
        provider = CountingProvider(price, isDown: isDown)
        var contenders = try (0..<4).map { try Self.contender("c\($0)", price) }
        if dear {
            let much = Price(
                input: try #require(Money(decimal: "12.00")),
                output: try #require(Money(decimal: "480.00")))
            contenders.append(try Self.contender("dear", much))
        }
        prompt = try Prompt("Why is the sky blue?")
        worst = try #require(contenders[0].worstCase(of: [Message(.user, prompt.text)]))
        let roster = Roster(contenders: contenders, providers: ["paid": provider])
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let now: @Sendable () -> Date = { Self.time }
        service = BattleService(
            store: store, roster: roster,
            lineup: Lineup(
                roster,
                purse: Purse(store, budget: Budget(Ceilings(day: ceiling)), now: now)),
            ratings: RatingService(store: store, contenders: contenders, now: now, log: log),
            limits: Settings.Limits(concurrentReplies: 20_000), pacing: .live, now: now, log: log)
    }

    /// Opens a battle; a voter who leaves it stops it when a tenth is written.
    func open(leaving: Bool) async throws -> (VoterID, BattleID) {
        let voter = VoterID()
        let text = leaving ? prompt.text.replacing("?", with: "!") : prompt.text
        let battle = try await service.open(try Prompt(text), for: voter)
        return (voter, battle.id)
    }

    /// Plays one turn to its end.
    func play(_ pair: ChosenPair?) async throws -> (VoterID, BattleID) {
        let voter = VoterID()
        let battle = try await service.open(prompt, for: voter, as: OpenWish(pair: pair))
        try await service.follow(battle.id, by: voter, from: FeedCursor()) { _ in }
        return (voter, battle.id)
    }

    /// One visit: every other visitor leaves at a tenth.
    ///
    /// - Returns: whether a battle was opened.
    func visit(_ number: Int) async -> Bool {
        do {
            let isLeaving = number.isMultiple(of: 2)
            let (voter, battle) = try await open(leaving: isLeaving)
            try await service.follow(battle, by: voter, from: FeedCursor()) { events in
                if isLeaving, !events.isEmpty { try await service.stop(battle, by: voter) }
            }
            return true
        } catch {
            return false
        }
    }

    /// The ledger's sums, and the costs of all stored replies.
    func sums() async throws -> (ledger: (reported: Int64, estimated: Int64), replies: Int64) {
        let lines = try await store.ledger(since: Self.time - 86_400)
        let replies = try await store.read { db in
            try Int64.fetchOne(db, sql: "SELECT ifnull(sum(cost), 0) FROM replies") ?? 0
        }
        return (
            (
                lines.reduce(0) { $0 + $1.reported.picodollars },
                lines.reduce(0) { $0 + $1.estimated.picodollars }
            ), replies
        )
    }

    private static func contender(_ name: String, _ price: Price) throws -> Contender {
        Contender(
            id: try #require(ContenderID(name)), provider: "paid", upstreamModel: name,
            price: price)
    }
}

/// A provider that writes down what each request would be billed.
final class CountingProvider: ModelProvider {
    private let price: Price
    private let isDown: Bool
    private let ledger = Mutex((requests: 0, cost: Int64(0), reported: Int64(0)))

    init(_ price: Price, isDown: Bool) {
        self.price = price
        self.isDown = isDown
    }

    var requests: Int { ledger.withLock(\.requests) }
    /// What it would bill, in picodollars.
    var cost: Int64 { ledger.withLock(\.cost) }
    /// What of it was reported.
    var reported: Int64 { ledger.withLock(\.reported) }

    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        if isDown { throw ReplyFault(.unreachable) }
        let prompt = request.messages.last?.text ?? ""
        // Between a tenth and all of what may be written.
        let most = request.settings.maxTokens
        let output = most / 10 + ledger.withLock { $0.requests * 7919 } % (most * 9 / 10)
        let usage = TokenUsage(input: prompt.utf8.count, output: output)
        let cost = price.cost(of: usage)?.picodollars ?? 0
        ledger.withLock { ledger in
            ledger.requests += 1
            ledger.cost += cost
        }
        await onText("A tenth of it. ")
        if prompt.hasSuffix("!") {
            await untilCancelled()
            throw ReplyFault(.cancelled)
        }
        await onText("And the rest.")
        ledger.withLock { $0.reported += cost }
        return ReplyReport(
            finish: .stop, usage: usage, timing: ReplyTiming(firstText: 0.1, total: 1))
    }

    private func untilCancelled() async {
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
    }
}
