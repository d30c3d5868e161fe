import Arena
import Catalogue
import Comparisons
import Evidence
import Foundation
import Ratings
import Testing

/// Pairs whose other model was in front on a former day.
struct HandChangeTests {
    private let today = Date(timeIntervalSince1970: 20_700 * 86_400 + 3600)

    private func row(
        _ name: String, _ rating: Double, votes: Int = 50, component: Int = 0
    ) throws -> BoardDay.Row {
        BoardDay.Row(
            contender: try #require(ContenderID(name)), rating: rating, votes: votes,
            component: component)
    }

    private func board(_ daysAgo: Double, _ rows: [BoardDay.Row]) -> BoardDay {
        BoardDay(at: today - 86_400 * daysAgo, rows: rows)
    }

    /// Now alder has 1030 points, birch 1020, cedar 1010; dogwood, with 1000, has met nobody.
    private func desk(
        _ former: [BoardDay], fewest: Int = 30, families: [String] = [],
        asked: @escaping @Sendable (Date, Date) -> Void = { _, _ in }
    ) throws -> FactDesk {
        let now = try [
            row("alder", 1030), row("birch", 1020), row("cedar", 1010),
            row("dogwood", 1000, component: 1),
        ]
        let snapshot = Snapshot(
            id: "0123456789ab", pool: .real, asOf: today, votes: 100, lastSequence: 100,
            method: "m", prior: nil, rounds: 1, gradient: 0,
            rows: now.map { row in
                Standing(
                    contender: row.contender, name: row.contender.text, rating: row.rating,
                    low: row.rating - 9, high: row.rating + 9, rankLow: 1, rankHigh: 4,
                    component: row.component, isProvisional: false, votes: row.votes, wins: 0,
                    losses: 0, ties: 0, bothBad: 0, averageShare: nil)
            }, covariance: [Double](repeating: 0, count: 16))
        let contenders = now.map {
            Contender(id: $0.contender, provider: "p", upstreamModel: "m")
        }
        let records = families.map { ModelRecord(slug: $0, name: $0, kind: .family) }
        let moment = today
        return FactDesk(
            ModelDirectory(ModelCatalogue(models: records), contenders: contenders),
            roster: Roster(contenders: [], providers: [:]), minimumVotes: fewest,
            holdings: { Holdings(snapshot: snapshot, tally: Tally()) },
            record: { _, _ in PairRecord() }, history: { _ in [] },
            former: { first, last in
                asked(first, last)
                return former
            }, now: { moment })
    }

    private func slugs(_ former: [BoardDay], fewest: Int = 30) async throws -> [String] {
        try await desk(former, fewest: fewest).changedHands(10).map { change in
            "\(change.pair.names[change.front]) over \(change.pair.slugs[change.front.other])"
                + " since \(change.until)"
        }
    }

    @Test func `a pair changed hands on the last day on which the other one was in front`()
        async throws
    {
        let former = try [
            board(1, [row("alder", 1030), row("birch", 1020), row("cedar", 1025)]),
            board(2, [row("alder", 1010), row("birch", 1020), row("cedar", 1005)]),
            board(9, [row("alder", 990), row("birch", 1020), row("cedar", 1005)]),
        ]
        #expect(
            try await slugs(former) == [
                "birch over cedar since 2026-09-03", "alder over birch since 2026-09-02",
                "alder over cedar since 2026-08-26",
            ])
        #expect(try await desk(former).changedHands(1).map(\.pair.slug) == ["birch-vs-cedar"])
    }

    @Test func `few votes, no chain of battles and equal points are no lead`() async throws {
        let few = try [board(1, [row("alder", 1000), row("birch", 1020, votes: 29)])]
        #expect(try await slugs(few).isEmpty)
        #expect(try await slugs(few, fewest: 29).count == 1)
        #expect(try await slugs(few, fewest: 51).isEmpty)
        let apart = try [board(1, [row("alder", 1000), row("birch", 1020, component: 1)])]
        #expect(try await slugs(apart).isEmpty)
        let strangers = try [board(1, [row("alder", 1000), row("dogwood", 1020)])]
        #expect(try await slugs(strangers).isEmpty)
        let family = try desk(
            [board(1, [row("alder", 1000), row("birch", 1020)])], families: ["birch"])
        #expect(try await family.changedHands(10).isEmpty)
        let equal = try [board(1, [row("alder", 1020), row("birch", 1020)])]
        #expect(try await slugs(equal).isEmpty)
    }

    @Test func `the boards of the thirty days before today are read once a day`() async throws {
        let (asked, note) = AsyncStream.makeStream(of: [Date].self)
        let desk = try desk([]) { first, last in note.yield([first, last]) }
        _ = try await desk.changedHands(10)
        _ = try await desk.changedHands(10)
        note.finish()
        var all: [[Date]] = []
        for await dates in asked { all.append(dates) }
        let start = Date(timeIntervalSince1970: 20_700 * 86_400)
        #expect(all == [[start - 30 * 86_400, start]])
    }
}
