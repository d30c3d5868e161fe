package import Arena
package import Catalogue
package import Comparisons
import Ratings

package import struct Foundation.Date

/// Puts facts, votes and measurements of this arena together into comparisons and portraits.
package struct FactDesk: Sendable {
    /// Which models there are.
    package let directory: ModelDirectory
    /// Votes of each model below which nothing is said of who is preferred.
    package let minimumVotes: Int
    /// Tells one state of the facts from another.
    package let edition: String
    private let roster: Roster
    private let holdings: @Sendable () async -> Holdings
    private let record: RecordLookup
    private let history: HistoryLookup
    private let former: BoardLookup
    private let now: @Sendable () -> Date
    private let cache: ViewCache

    /// How the direct votes between two models' contenders fell.
    package typealias RecordLookup =
        @Sendable ([ContenderID], [ContenderID]) async throws(ArenaError) -> PairRecord

    /// The ratings of a model's contenders over time.
    package typealias HistoryLookup =
        @Sendable ([ContenderID]) async throws(ArenaError) -> [RatingPoint]

    /// The boards of the days from one moment to before another, newest first.
    package typealias BoardLookup =
        @Sendable (_ from: Date, _ to: Date) async throws(ArenaError) -> [BoardDay]

    /// A desk over what the arena holds.
    ///
    /// - Parameters:
    ///   - roster: who can be called now.
    ///   - holdings: votes and measurements as they stand.
    ///   - record: the direct votes of a pair.
    ///   - history: the ratings of a model over time.
    ///   - former: the boards of former days.
    ///   - now: the wall clock, from which ages are counted.
    package init(
        _ directory: ModelDirectory, roster: Roster, minimumVotes: Int,
        holdings: @escaping @Sendable () async -> Holdings, record: @escaping RecordLookup,
        history: @escaping HistoryLookup, former: @escaping BoardLookup,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.directory = directory
        self.roster = roster
        self.minimumVotes = minimumVotes
        self.holdings = holdings
        self.record = record
        self.history = history
        self.former = former
        self.now = now
        cache = ViewCache(directory)
        edition = String(UInt(bitPattern: directory.catalogue.hashValue), radix: 36)
    }

    /// The day on which ages are counted.
    package var today: CalendarDate { CalendarDate(now()) }

    /// All models by name, each with its slug.
    package var names: [(slug: String, name: String)] {
        directory.catalogue.sorted.map { ($0.slug, $0.name) }
    }

    /// The two models of these names, in their canonical order.
    package func pair(_ one: String, _ other: String) throws(PairError) -> Pair {
        try Pair(one, other, in: directory.catalogue)
    }

    /// Who stands for the two in a battle; `nil` where one of them is not called now.
    package func contenders(of pair: Pair) -> Sides<String>? {
        let found = Sides(a: pair.a.slug, b: pair.b.slug).map { slug in
            let ids = Set(directory.contenders(of: slug))
            return roster.inPlay.first { ids.contains($0.id) }?.id.text
        }
        return found.both()
    }

    /// The pairs there are.
    package var pairs: PairList {
        get async {
            let view = await view
            return PairList(
                directory, board: view.board, records: view.records, minimumVotes: minimumVotes)
        }
    }

    /// The pairs in which the other model was in front on one of the last days, that of the newest
    /// day first.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func changedHands(_ count: Int) async throws(ArenaError) -> [ChangedPair] {
        let view = await view
        guard let board = view.board else { return [] }
        let former = try await cache.former(before: today, from: former)
        let pairs = PairList(
            directory, board: board, records: view.records, minimumVotes: minimumVotes)
        return HandChanges(board, former: former, directory: directory, minimumVotes: minimumVotes)
            .newest(count)
            .map { ChangedPair($0, of: pairs) }
    }

    /// The whole comparison of a pair.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func comparison(
        of pair: Pair, settings: ComparisonSettings
    ) async throws(ArenaError) -> Comparison {
        let view = await view
        let ids = Sides(a: pair.a.slug, b: pair.b.slug).map(directory.contenders)
        let record = try await record(ids.a, ids.b)
        return Comparison(
            pair, benchmarks: directory.catalogue.benchmarks,
            votes: view.votes(on: pair, record: record), measured: view.measured(ids),
            others: view.others(besides: pair), settings: settings)
    }

    /// One model by itself.
    package func portrait(
        of record: ModelRecord, settings: ComparisonSettings
    ) async -> ModelPortrait {
        ModelPortrait(
            record, members: directory.catalogue.members(of: record),
            evidence: await view.portrait(of: record.slug), settings: settings)
    }

    /// A model's rating day by day, oldest first.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func history(of slug: String) async throws(ArenaError) -> [RatingPoint] {
        try await history(directory.contenders(of: slug))
    }

    /// All models with what people choose by: the best rated first, then by name.
    package var listings: [ModelListing] {
        get async {
            let board = await view.board
            let all = directory.catalogue.sorted.map { record in
                ModelListing(
                    record, place: board?.place(of: record.slug), snapshot: board?.snapshot.id)
            }
            return all.enumerated().sorted { one, other in
                let ratings = [one, other].map { $0.element.place?.rating ?? -.infinity }
                return ratings[0] != ratings[1]
                    ? ratings[0] > ratings[1] : one.offset < other.offset
            }.map(\.element)
        }
    }

    /// How probable each place is for each contender of a model's group, by falling points.
    package func places(inGroupOf slug: String) async -> [BoardView.Places] {
        await cache.places(inGroupOf: slug, of: await holdings())
    }

    /// What the arena holds, seen by model.
    private var view: HoldingsView {
        get async { await cache.view(of: await holdings()) }
    }
}
