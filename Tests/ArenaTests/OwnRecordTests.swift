import Arena
import Foundation
import Ratings
import Testing

/// A voter's private figures, counted by hand.
struct OwnRecordTests {
    private func vote(
        _ outcome: VoteOutcome, _ a: String = "cedar", _ b: String = "elm", pool: Pool = .real,
        isCounted: Bool = true
    ) throws -> OwnVote {
        OwnVote(
            battle: BattleID(), pool: pool, kind: .random,
            contenders: Sides(
                a: try #require(ContenderID(a)), b: try #require(ContenderID(b))),
            outcome: outcome, isCounted: isCounted)
    }

    private func crowd(_ first: Int, _ second: Int, ties: Int = 0) throws -> Tally {
        var tally = Tally()
        try tally.add(.a, between: "cedar", and: "elm", count: first)
        try tally.add(.b, between: "cedar", and: "elm", count: second)
        try tally.add(.tie, between: "cedar", and: "elm", count: ties)
        return tally
    }

    @Test func `wins and losses are counted on whichever side a model stood`() throws {
        let votes = try [
            vote(.a), vote(.b, "elm", "cedar"), vote(.b), vote(.tie), vote(.bothBad),
            vote(.a, "cedar", "elm", pool: .practice),
        ]
        let record = OwnRecord(votes, of: .real, among: Tally())
        #expect(record.votes == 5)
        #expect(record.rows.map(\.contender.text) == ["cedar", "elm"])
        #expect(record.rows.map(\.wins) == [2, 1] && record.rows.map(\.losses) == [1, 2])
        let share = try #require(record.rows[0].winShare)
        #expect(abs(share.value - 2.0 / 3) < 1e-12)
        #expect(share.interval == Interval.wilson(2, of: 3))
        #expect(OwnRecord(votes, of: .practice, among: Tally()).votes == 1)
    }

    @Test func `the crowd is the others, thirty of them, with a majority`() throws {
        let votes = try [vote(.a), vote(.a), vote(.b), vote(.tie)]
        let enough = OwnRecord(votes, of: .real, among: try crowd(20, 13, ties: 1))
        #expect(enough.compared == 3 && enough.agreed == 2)
        let few = OwnRecord(votes, of: .real, among: try crowd(20, 12, ties: 1))
        #expect(few.compared == 0)
        let even = OwnRecord(votes, of: .real, among: try crowd(17, 16, ties: 1))
        #expect(even.compared == 0, "without mine it is 15 to 15")
        let uncounted = OwnRecord(
            try [vote(.a, isCounted: false)], of: .real, among: try crowd(10, 20))
        #expect(uncounted.compared == 1 && uncounted.agreed == 0)
    }

    @Test func `a cursor is read as it was written, and nothing else is`() throws {
        let cursor = BattleCursor(
            openedAt: Date(timeIntervalSince1970: 1_800_000_000.123), id: BattleID())
        #expect(BattleCursor(cursor.text)?.text == cursor.text)
        for text in ["", ".", "x", "zz.short", "~.\(BattleID())", "1.2.3"] {
            #expect(BattleCursor(text) == nil, "\(text)")
        }
    }
}

/// What changed from one day's ratings to the next.
struct NewsTests {
    private func snapshot(
        _ id: String, day: Double, votes: Int, _ rows: [(String, Double)], error: Double = 10
    ) throws -> Snapshot {
        let standings = try rows.map { name, rating in
            Standing(
                contender: try #require(ContenderID(name)), name: name.uppercased(),
                rating: rating, low: rating - 20, high: rating + 20, rankLow: 1, rankHigh: 2,
                component: 0, isProvisional: false, votes: 50, wins: 25, losses: 25, ties: 0,
                bothBad: 0, averageShare: 0.5)
        }
        let count = rows.count
        let covariance = (0..<count * count).map { $0 % (count + 1) == 0 ? error * error : 0 }
        return Snapshot(
            id: id, pool: .real, asOf: Date(timeIntervalSince1970: 86_400 * day), votes: votes,
            lastSequence: Int64(votes), method: "m", prior: nil, rounds: 1, gradient: 0,
            rows: standings, covariance: covariance)
    }

    @Test func `a new lead, a settled pair and a new model are told, newest first`() throws {
        let days = try [
            snapshot("one", day: 1, votes: 100, [("cedar", 1010), ("elm", 990)]),
            snapshot("two", day: 2, votes: 150, [("elm", 1060), ("cedar", 1000), ("fir", 940)]),
        ]
        let news = News.all(in: days, minimumVotes: 30)
        #expect(news.map(\.kind) == [.ratings, .lead, .settled, .model, .ratings])
        #expect(news[1].title == "ELM leads now")
        #expect(news[2].title == "ELM is ahead of CEDAR")
        #expect(news[3].contenders.map(\.text) == ["fir"])
        #expect(Set(news.map(\.id)).count == news.count)
        #expect(News.all(in: days, minimumVotes: 30).map(\.id) == news.map(\.id))
    }

    @Test func `a day with fewer than ten further votes waits for the next`() throws {
        let days = try [
            snapshot("one", day: 1, votes: 100, [("cedar", 1010), ("elm", 990)]),
            snapshot("two", day: 2, votes: 109, [("elm", 1010), ("cedar", 990)]),
            snapshot("three", day: 3, votes: 110, [("elm", 1010), ("cedar", 990)]),
        ]
        let news = News.all(in: days, minimumVotes: 30)
        #expect(news.map(\.snapshot) == ["three", "three", "one"])
    }

    @Test func `with too few votes nobody leads`() throws {
        let days = try [
            snapshot("one", day: 1, votes: 100, [("cedar", 1010), ("elm", 990)]),
            snapshot("two", day: 2, votes: 150, [("elm", 1060), ("cedar", 1000)]),
        ]
        #expect(News.all(in: days, minimumVotes: 51).map(\.kind) == [.ratings, .ratings])
    }
}
