import Arena
import Catalogue
import Comparisons
import Evidence
import Foundation
import Ratings
import Testing

/// Votes of contenders seen as what they say of models.
struct FactDeskTests {
    private static let catalogue = ModelCatalogue(models: [
        ModelRecord(slug: "alder", name: "Alder"), ModelRecord(slug: "birch", name: "Birch"),
        ModelRecord(slug: "cedar", name: "Cedar"),
    ])

    /// Alder is served twice, birch once; dogwood has no record.
    private static func contenders() throws -> [Contender] {
        try [("alder-cool", "alder"), ("alder-warm", "alder"), ("birch", nil), ("dogwood", nil)]
            .map { name, model in
                Contender(
                    id: try #require(ContenderID(name)), model: model, provider: "p",
                    upstreamModel: "m")
            }
    }

    private func desk(
        _ tally: Tally, catalogue: ModelCatalogue = Self.catalogue
    ) throws -> FactDesk {
        let rows = try zip(tally.contenders, [1040.0, 1010, 990, 960]).map { name, rating in
            Standing(
                contender: try #require(ContenderID(name)), name: name,
                rating: rating, low: rating - 20, high: rating + 20, rankLow: 1, rankHigh: 4,
                component: 0, isProvisional: false, votes: tally.votes(of: name), wins: 0,
                losses: 0, ties: 0, bothBad: 0, averageShare: nil)
        }
        var covariance = [Double](repeating: 0, count: rows.count * rows.count)
        for place in rows.indices { covariance[place * rows.count + place] = 50 }
        let snapshot = Snapshot(
            id: "0123456789ab", pool: .real, asOf: Date(timeIntervalSince1970: 1_790_000_000),
            votes: tally.votes, lastSequence: 1, method: "m", prior: nil, rounds: 1, gradient: 0,
            rows: rows, covariance: covariance)
        return FactDesk(
            ModelDirectory(catalogue, contenders: try Self.contenders()),
            roster: Roster(contenders: [], providers: [:]), minimumVotes: 3,
            holdings: { Holdings(snapshot: snapshot, tally: tally) },
            record: { _, _ in PairRecord() }, history: { _ in [] }, former: { _, _ in [] })
    }

    private func tally() throws -> Tally {
        var tally = Tally()
        try tally.add(.a, between: "alder-cool", and: "birch", count: 7)
        try tally.add(.b, between: "birch", and: "alder-warm", count: 2)
        try tally.add(.tie, between: "alder-warm", and: "alder-cool", count: 5)
        try tally.add(.a, between: "birch", and: "dogwood", count: 1)
        return tally
    }

    @Test func `contenders of one model are counted together, among themselves not at all`()
        async throws
    {
        let desk = try desk(tally())
        let all = await desk.pairs.page(from: 0, count: 100)
        #expect(all.total == 6)
        let battles = Dictionary(uniqueKeysWithValues: all.pairs.map { ($0.slug, $0.battles) })
        #expect(battles["alder-vs-birch"] == 9)
        #expect(battles["birch-vs-dogwood"] == 1)
        #expect(battles["alder-vs-cedar"] == 0)
    }

    @Test func `the record of a model is seen from its own side, whichever contender won`()
        async throws
    {
        let desk = try desk(tally())
        for (slug, other, won, lost) in [("alder", "birch", 9, 0), ("birch", "alder", 0, 9)] {
            let portrait = await desk.portrait(
                of: try #require(desk.directory.catalogue[slug]),
                settings: ComparisonSettings(today: desk.today))
            let record = portrait.evidence.opponents.first { $0.slug == other }?.record
            #expect(record?.firstWins == won && record?.secondWins == lost, "\(slug)")
        }
    }

    @Test func `the contender with the most votes stands for its model`() async throws {
        let desk = try desk(tally())
        let rows = await desk.listings
        let alder = try #require(rows.first { $0.subject.slug == "alder" })
        #expect(alder.place?.rating == 1040)
        #expect(alder.place?.votes == 12)
        #expect(rows.first { $0.subject.slug == "cedar" }?.place == nil)
        #expect(rows.contains { $0.subject.slug == "dogwood" })
    }

    @Test func `pages of pairs follow on each other and leave none out`() async throws {
        let pairs = try await desk(tally()).pairs
        let whole = pairs.page(from: 0, count: 100).pairs.map(\.slug)
        let parts = (0..<3).flatMap { pairs.page(from: $0 * 2, count: 2).pairs.map(\.slug) }
        #expect(whole == parts && Set(whole).count == 6)
        #expect(whole == whole.sorted())
    }

    @Test func `no list leads to a pair of a model and a family, which has no page`() async throws {
        let birch = ModelRecord(slug: "birch", name: "Birch", kind: .family)
        let mixed = ModelCatalogue(
            models: [birch] + Self.catalogue.sorted.filter { $0.slug != "birch" })
        let wanted = try await desk(tally()).pairs.wanted(100).map(\.slug)
        let alike = try await desk(tally(), catalogue: mixed).pairs.wanted(100).map(\.slug)
        #expect(!wanted.isEmpty && alike == wanted.filter { !$0.contains("birch") })
        #expect(alike != wanted)
    }

    @Test func `only pairs with votes are worth finding while few facts are known`() async throws {
        let found = try await desk(tally()).pairs.worthFinding
        #expect(found == ["alder-vs-birch", "birch-vs-dogwood"])
    }

    @Test func `a comparison leads only to pages that have something to say`() async throws {
        let desk = try desk(tally())
        let comparison = try await desk.comparison(
            of: try desk.pair("alder", "dogwood"),
            settings: ComparisonSettings(today: desk.today, minimumVotes: 3))
        let links = comparison.related.links.map(\.slug)
        #expect(links.allSatisfy { ["alder-vs-birch", "birch-vs-dogwood"].contains($0) })
        #expect(!links.isEmpty)
    }

    @Test func `places add up, and a model nobody rated has none`() async throws {
        let desk = try desk(tally())
        let places = await desk.places(inGroupOf: "alder")
        #expect(places.count == 4)
        for place in places {
            #expect(abs(place.probabilities.reduce(0, +) - 1) < 1e-9)
        }
        #expect(await desk.places(inGroupOf: "cedar").isEmpty)
    }
}
