import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Testing

/// What a vote must pass to be counted in a public arena, through the store.
@Suite struct IntegrityTests {
    private let start = time(0)

    @Test func `of a voter's votes in a day thirty count, and tomorrow's count again`() async throws
    {
        let arena = try Guarded()
        var reasons: [Ruling.Reason?] = []
        let voter = VoterID()
        for number in 0..<33 {
            reasons.append(
                try await arena.vote(voter, at: start + 60 * Double(number), prompt: number))
        }
        #expect(reasons.prefix(30).allSatisfy { $0 == nil })
        #expect(reasons.suffix(3) == [.overDailyLimit, .overDailyLimit, .overDailyLimit])
        #expect(try await arena.store.tally(of: .real).tally.votes == 30)
        #expect(try await arena.vote(voter, at: start + 2 * 86_400, prompt: 99) == nil)
    }

    @Test func `of one prompt five votes count in a day, whoever casts them`() async throws {
        let arena = try Guarded()
        var reasons: [Ruling.Reason?] = []
        for number in 0..<7 {
            reasons.append(
                try await arena.vote(
                    VoterID(), at: start + 60, words: "Count to \(number), PLEASE!"))
        }
        #expect(reasons == [nil, nil, nil, nil, nil, .repeatedPrompt, .repeatedPrompt])
        #expect(try await arena.vote(VoterID(), at: start, words: "Something else") == nil)
    }

    @Test func `a new voter's votes are held, then counted`() async throws {
        let arena = try Guarded(draw: 0.9)
        let voter = VoterID()
        for number in 0..<10 {
            let reason = try await arena.vote(voter, at: start + Double(number), prompt: number)
            #expect(reason == .newIdentity)
        }
        #expect(try await arena.store.tally(of: .real).tally.votes == 0)
        let rules = IntegrityRules()
        #expect(
            try await arena.store.releaseHeldVotes(by: rules, at: start + 86_000).isEmpty)
        #expect(
            try await arena.store.releaseHeldVotes(by: rules, at: start + 86_400) == [.real])
        #expect(try await arena.store.tally(of: .real).tally.votes == 10)
        #expect(try await arena.vote(voter, at: start + 90_000, prompt: 50) == nil)
        // One in five counts at once.
        let lucky = try Guarded(draw: 0.1)
        #expect(try await lucky.vote(VoterID(), at: start, prompt: 1) == nil)
    }

    @Test func `a vote that nobody could have read for is too fast`() throws {
        let rules = IntegrityRules()
        var battle = try streaming(openedAt: start)
        answer(&battle, a: Array(repeating: "word", count: 60).joined(separator: " "), b: "Yes.")
        let turn = try #require(battle.turns.last)
        // 61 words: 9.15 seconds.
        #expect(rules.isTooFast(start + 9.1, after: turn))
        #expect(!rules.isTooFast(start + 9.2, after: turn))
        var long = try streaming(openedAt: start)
        answer(&long, a: Array(repeating: "word", count: 4000).joined(separator: " "))
        #expect(!rules.isTooFast(start + 30, after: try #require(long.turns.last)))
        var short = try streaming(openedAt: start)
        answer(&short, a: "No.", b: "Yes.")
        #expect(rules.isTooFast(start + 2.9, after: try #require(short.turns.last)))
    }

    @Test func `who is found is out of the count, stays out, and comes back when cleared`()
        async throws
    {
        let arena = try Guarded()
        let voter = VoterID()
        for number in 0..<4 {
            _ = try await arena.vote(voter, at: start + 60 * Double(number), prompt: number)
        }
        let found = Suspicion(detector: .favourite, figure: 1e-6, votes: 4, contender: "alpha")
        let entry = AuditEntry(
            at: start + 500, author: Ruling.arena, action: .votesExcluded, subject: "1 voter")
        // Somebody who erased himself meanwhile is nobody any more.
        let changed = try await arena.store.quarantine(
            [(voter, found), (VoterID(), found)], logging: entry)
        #expect(changed == [.real])
        #expect(try await arena.store.suspicions(before: nil, limit: 9).count == 1)
        #expect(try await arena.store.tally(of: .real).tally.votes == 0)
        #expect(try await arena.vote(voter, at: start + 600, prompt: 9) == .quarantine)
        #expect(try await arena.store.patterns(in: .real, since: start - 1).voters.isEmpty)
        let noted = try #require(try await arena.store.suspicions(before: nil, limit: 9).first)
        #expect(noted.decision == .open && noted.note.contains("1e-06 for or against alpha"))
        #expect(noted.lastVote == 5)
        #expect(try await arena.store.suspicions(before: noted.number, limit: 9).isEmpty)
        let restored = try await arena.store.decide(.cleared, on: noted.number, logging: entry)
        #expect(restored == [.real])
        #expect(try await arena.store.tally(of: .real).tally.votes == 5)
        #expect(try await arena.vote(voter, at: start + 700, prompt: 10) == nil)
        await #expect(throws: ArenaError.self) {
            _ = try await arena.store.decide(.cleared, on: noted.number, logging: entry)
        }
        #expect(try await arena.store.auditLog(before: nil, limit: 9).count == 2)
    }

    @Test func `restored are no more votes than the limits would have let through`() async throws {
        let arena = try Guarded()
        let voter = VoterID()
        _ = try await arena.vote(voter, at: start, prompt: 0)
        let found = Suspicion(detector: .favourite, figure: 1e-6, votes: 1, contender: "alpha")
        let entry = AuditEntry(
            at: start + 1, author: Ruling.arena, action: .votesExcluded, subject: "1 voter")
        _ = try await arena.store.quarantine([(voter, found)], logging: entry)
        var reasons: [Ruling.Reason?: Int] = [:]
        for number in 1...45 {
            let prompt = number <= 10 ? 1 : number
            let reason = try await arena.vote(
                voter, at: start + 60 * Double(number), prompt: prompt)
            reasons[reason, default: 0] += 1
        }
        #expect(reasons == [.quarantine: 29, .repeatedPrompt: 5, .overDailyLimit: 11])
        let noted = try #require(try await arena.store.suspicions(before: nil, limit: 9).first)
        _ = try await arena.store.decide(.cleared, on: noted.number, logging: entry)
        #expect(try await arena.store.tally(of: .real).tally.votes == 30)
    }

    @Test func `a vote that is cast at once is kept, told as too fast and not counted`()
        async throws
    {
        let folder = TemporaryFolder()
        let arena = try Wallet(folder.path, day: "1.00", integrity: IntegrityRules())
        let running = Task { try? await arena.service.run() }
        defer { running.cancel() }
        let (voter, battle) = try await arena.play(nil)
        let reveal = try await arena.service.cast(.a, on: battle, by: voter)
        #expect(reveal.exclusion == .tooFast && !reveal.isCounted)
        #expect(try await arena.store.tally(of: .real).tally.votes == 0)
        let free = TemporaryFolder()
        let open = try Wallet(free.path, day: "1.00")
        let other = Task { try? await open.service.run() }
        defer { other.cancel() }
        let (guest, second) = try await open.play(nil)
        #expect(try await open.service.cast(.a, on: second, by: guest).isCounted)
    }

    @Test func `votes are guarded where anybody may vote from elsewhere, or where it was said`() {
        var settings = Settings(listen: Settings.Listen(host: "0.0.0.0"))
        #expect(settings.integrityRules == nil)
        settings.chosenAccess = .everyone
        #expect(settings.integrityRules?.countedVotesPerDay == 30)
        settings.listen.host = "127.0.0.1"
        #expect(settings.integrityRules == nil)
        settings.integrity = .on
        #expect(settings.integrityRules != nil)
        settings.listen.host = "0.0.0.0"
        settings.integrity = .off
        #expect(settings.integrityRules == nil)
    }

    @Test func `the registry tells every version that was ever in play`() async throws {
        let arena = try Guarded()
        _ = try await arena.vote(VoterID(), at: start, prompt: 1)
        let old = try contender("alpha")
        let changed = Contender(
            id: old.id, name: "Alpha 2", provider: "local", upstreamModel: "alpha:2b",
            endpoint: "openai https://api.example.org:8443/v1")
        try await arena.store.register([changed], at: start + 100)
        try await arena.store.set(
            ContenderState(.retired, reason: "Slow."), of: old.id,
            logging: AuditEntry(
                at: start + 200, author: "operator", action: .contenderChanged, subject: "alpha"))
        let lines = try await arena.store.registry()
        #expect(lines.map(\.contender.text) == ["alpha", "alpha", "beta"])
        #expect(lines.map(\.votes) == [1, 0, 1])
        #expect(lines[0].version == old.version && lines[1].version == changed.version)
        #expect(lines[0].lastVote == Span.day.start(of: start) && lines[1].lastVote == nil)
        #expect(lines.map(\.status) == [.retired, .retired, .active])
        #expect(lines[0].since == start + 200)
        #expect(lines.map(\.reason) == ["Slow.", "Slow.", ""])
        #expect(lines.map(\.host) == [nil, "api.example.org", nil])
        #expect(lines[0].provider == "local" && lines[0].model == "model-alpha")
        #expect(
            try await arena.store.contenderStates()
                == [old.id: ContenderState(.retired, reason: "Slow.")])
    }

    @Test func `an erased voter leaves no digest and no suspicion`() async throws {
        let arena = try Guarded()
        let voter = VoterID()
        _ = try await arena.vote(voter, at: start, prompt: 1)
        let found = Suspicion(detector: .side, figure: 1e-6, votes: 4, contender: nil)
        _ = try await arena.store.quarantine(
            [(voter, found)],
            logging: AuditEntry(
                at: start, author: Ruling.arena, action: .votesExcluded, subject: "1 voter"))
        _ = try await arena.store.erase(voter, at: start + 9)
        let left = try await arena.store.read { db in
            try Int.fetchOne(
                db,
                sql:
                    "SELECT (SELECT count(*) FROM vote_prompts) + (SELECT count(*) FROM suspicions)"
            )
        }
        #expect(left == 0)
    }

    @Test func `a review takes a camper out of the ratings and leaves the honest in`() async throws
    {
        let arena = try Guarded()
        let names = ["alpha", "beta", "gamma"]
        var random = SeededGenerator(seed: 5)
        let camper = VoterID()
        for number in 0..<240 {
            let (a, b) = (names[number % 3], names[(number + 1) % 3])
            _ = try await arena.vote(
                VoterID(), at: start + 97 * Double(number), prompt: number, a, b,
                [.a, .b, .tie][Int.random(in: 0..<3, using: &random)])
        }
        for number in 0..<28 {
            let gap = Double.random(in: 30...900, using: &random)
            _ = try await arena.vote(
                camper, at: start + 900 * Double(number) + gap, prompt: 300 + number, "gamma",
                number % 2 == 0 ? "alpha" : "beta", .a)
        }
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let now: @Sendable () -> Date = { time(40_000) }
        let ratings = RatingService(store: arena.store, contenders: [], now: now, log: log)
        try await ratings.load()
        let service = IntegrityService(
            store: arena.store, ratings: ratings, rules: IntegrityRules(), now: now, log: log)
        try await service.review()
        let noted = try await arena.store.suspicions(before: nil, limit: 9)
        #expect(noted.map(\.voter) == [camper])
        #expect(try await arena.store.tally(of: .real).tally.votes == 240)
        #expect(try await arena.store.auditLog(before: nil, limit: 9).count == 1)
        try await service.review()
        #expect(try await arena.store.suspicions(before: nil, limit: 9).count == 1)
    }
}
