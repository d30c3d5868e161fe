import Arena
import Ratings
import SQLiteStore
import Testing

struct SharingTests {
    private let folder = TemporaryFolder()

    private func opened() throws -> SQLiteStore { try SQLiteStore.open(folder: folder.path) }

    private func voted(_ store: SQLiteStore) async throws -> Battle {
        var battle = try await store.play()
        let vote = try battle.cast(.a, by: battle.voter, at: time(9))
        _ = try await store.cast(Ballot(vote, in: [], pace: .even))
        return battle
    }

    @Test func `only its voter opens a battle to others, and only after the vote`() async throws {
        let store = try opened()
        let ready = try await store.play()
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.share(ready.id, by: ready.voter, at: time(10))
        }
        let battle = try await voted(store)
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.share(battle.id, by: VoterID(), at: time(10))
        }
        #expect(try await store.isShared(battle.id) == false)
        try await store.share(battle.id, by: battle.voter, at: time(10))
        try await store.share(battle.id, by: battle.voter, at: time(11))
        #expect(try await store.isShared(battle.id))
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.endSharing(battle.id, by: VoterID())
        }
        try await store.endSharing(battle.id, by: battle.voter)
        #expect(try await store.isShared(battle.id) == false)
    }

    @Test func `one person judges once, and no vote, tally or record changes`() async throws {
        let store = try opened()
        let (battle, judge) = (try await voted(store), VoterID())
        let before = try await store.tally(of: .real)
        let look = Judgement(.b, at: time(20))
        await #expect(throws: ArenaError.noSuchBattle) {
            try await store.keep(look, of: battle.id, by: judge)
        }
        try await store.share(battle.id, by: battle.voter, at: time(10))
        try await store.keep(look, of: battle.id, by: judge)
        await #expect(throws: ArenaError.alreadyVoted(battle.id)) {
            try await store.keep(Judgement(.a, at: time(21)), of: battle.id, by: judge)
        }
        await #expect(throws: (any Error).self) {
            try await store.keep(Judgement(.a, at: time(21)), of: battle.id, by: battle.voter)
        }
        #expect(try await store.judgements(of: battle.id) == [judge: look])
        #expect(try await store.tally(of: .real) == before)
    }

    @Test func `erasing a voter ends his links and takes what he said of others' battles`()
        async throws
    {
        let store = try opened()
        let (one, other) = (try await voted(store), try await voted(store))
        for battle in [one, other] {
            try await store.share(battle.id, by: battle.voter, at: time(10))
        }
        try await store.keep(Judgement(.tie, at: time(11)), of: other.id, by: one.voter)
        let report = try Report(of: other.id, as: .harmful, note: "words", at: time(12))
        #expect(try await store.add(report, by: one.voter))
        _ = try await store.erase(one.voter, at: time(100_000))
        #expect(try await store.isShared(one.id) == false)
        #expect(try await store.isShared(other.id))
        #expect(try await store.judgements(of: other.id).isEmpty)
        #expect(try await store.reports(limit: 9).isEmpty)
    }

    @Test func `ten battles in a day can be reported, and taking one down closes its link`()
        async throws
    {
        let store = try opened()
        let reporter = VoterID()
        var last: Battle?
        for number in 0..<10 {
            let battle = try await voted(store)
            try await store.share(battle.id, by: battle.voter, at: time(10))
            let report = try Report(of: battle.id, as: .other, at: time(Double(number)))
            #expect(try await store.add(report, by: reporter))
            last = battle
        }
        let more = try Report(of: try await voted(store).id, as: .other, at: time(60))
        #expect(try await store.add(more, by: reporter) == false)
        let battle = try #require(last)
        let newest = try #require(try await store.reports(limit: 100).first)
        #expect(newest.report.battle == battle.id && newest.isShared)
        let entry = AuditEntry(at: time(70), author: "admin", action: .takenDown, subject: "x")
        try await store.close(
            report: newest.number, takingDown: true, at: time(70), logging: entry)
        #expect(try await store.isShared(battle.id) == false)
        #expect(try await store.battle(battle.id)?.marks.contains(.unpublished) == true)
        #expect(try await store.reports(limit: 100).last?.closedAt == time(70))
        #expect(try await store.auditLog(before: nil, limit: 1).first?.entry.action == .takenDown)
        await #expect(throws: (any Error).self) {
            try await store.close(
                report: newest.number, takingDown: true, at: time(70), logging: entry)
        }
    }
}
