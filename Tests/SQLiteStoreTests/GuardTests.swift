import Arena
import Foundation
import GRDB
import Logging
import Ratings
import SQLiteStore
import Testing

/// What the guard of votes reads from the store besides the votes, and rules with.
@Suite struct GuardTests {
    private let start = time(0)

    @Test func `what a voter left stands beside his votes, what broke does not`() async throws {
        let arena = try Guarded()
        let (voter, other) = (VoterID(), VoterID())
        _ = try await arena.vote(voter, at: start + 100, prompt: 1)
        _ = try await arena.vote(other, at: start + 100, prompt: 2)
        let endings: [Guarded.Ending] = [.skipped, .expired, .ready, .abandoned, .broken]
        for (number, ending) in endings.enumerated() {
            try await arena.leave(voter, at: start + Double(number), as: ending, "gamma", "beta")
        }
        try await arena.leave(VoterID(), at: start, as: .skipped)
        let voters = try await arena.store.patterns(in: .real, since: start - 1).voters
        #expect(Set(voters.map(\.voter)) == [voter, other])
        let own = try #require(voters.first { $0.voter == voter })
        #expect(own.votes.count == 1)
        #expect(
            own.left
                == (0..<4).map {
                    LeftBattle(left: "gamma", right: "beta", openedAt: start + Double($0))
                })
        #expect(voters.first { $0.voter == other }?.left.isEmpty == true)
        #expect(try await arena.store.patterns(in: .practice, since: start - 1).voters.isEmpty)
    }

    @Test func `a review takes out who votes only where one contender plays`() async throws {
        let arena = try Guarded()
        let (names, bot) = (["alpha", "beta", "gamma", "delta", "epsilon"], VoterID())
        var random = SeededGenerator(seed: 6)
        for number in 0..<330 {
            let (a, b) = (names[number % 5], names[(number + 1 + number / 5 % 3) % 5])
            _ = try await arena.vote(
                VoterID(), at: start + 97 * Double(number), prompt: number, a, b,
                [.a, .b, .tie][Int.random(in: 0..<3, using: &random)])
        }
        for number in 0..<60 {
            let moment = start + 600 * Double(number) + Double.random(in: 0...300, using: &random)
            if number % 3 == 0 {
                _ = try await arena.vote(
                    bot, at: moment, prompt: number, "gamma", names[number % 2],
                    [.a, .b, .tie][number / 3 % 3])
            } else {
                try await arena.leave(bot, at: moment, as: .skipped, "delta", names[number % 2])
            }
        }
        let patterns = try await arena.store.patterns(in: .real, since: start - 1)
        let counting = patterns.voters.flatMap(\.votes).count { $0.isCounted }
        #expect(counting > 0 && patterns.counted.tally.votes == counting)
        #expect(patterns.counted.lastSequence == 350)
        try await guarding(arena, at: 40_000).service.review()
        let noted = try await arena.store.suspicions(before: nil, limit: 9)
        #expect(noted.map(\.voter) == [bot])
        #expect(noted.first?.found.detector == .selective)
        #expect(noted.first?.note.contains("for voting where gamma plays") == true)
        #expect(try await arena.store.tally(of: .real).tally.votes == 330)
    }

    @Test func `votes that move a rating too far do not count, until an operator says so`()
        async throws
    {
        let arena = try Guarded()
        let (names, eager) = (["alpha", "beta", "gamma", "delta"], VoterID())
        for number in 0..<300 {
            _ = try await arena.vote(
                VoterID(), at: start + 97 * Double(number), prompt: number, names[number % 4],
                names[(number + 1 + number / 4 % 3) % 4], [.a, .b, .tie][number / 12 % 3])
        }
        // Too few for the detectors.
        for number in 0..<13 {
            _ = try await arena.vote(
                eager, at: start + 700 * Double(number), prompt: 310 + number, "gamma",
                number % 2 == 0 ? "alpha" : "beta", .a)
        }
        let (service, ratings) = try await guarding(arena, at: 40_000)
        try await service.review()
        let figures = try await arena.store.influenceFigures(since: start - 1)
        #expect(figures.voters == 1 && (4...9).contains(figures.votes), "\(figures)")
        #expect(try await arena.store.tally(of: .real).tally.votes == 313 - figures.votes)
        #expect(try await arena.store.suspicions(before: nil, limit: 9).isEmpty)
        let entry = try #require(try await arena.store.auditLog(before: nil, limit: 9).first)
        #expect(entry.entry.subject == "\(figures.votes) votes of 1 voters")
        try await arena.store.rule(
            Ruling(
                sequence: 313, counts: true, reason: .byOperator, author: "operator",
                at: start + 50_000))
        _ = try await arena.vote(VoterID(), at: start + 60_000, prompt: 342)
        try await ratings.load()
        try await service.review()
        let after = try await arena.store.influenceFigures(since: start - 1)
        #expect(after.votes == figures.votes - 1)
        #expect(try await arena.store.tally(of: .real).tally.votes == 314 - after.votes)
    }

    private func guarding(
        _ arena: Guarded, at seconds: Double
    ) async throws -> (service: IntegrityService, ratings: RatingService) {
        var rules = IntegrityRules()
        rules.influenceSpread = 2
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let now: @Sendable () -> Date = { time(seconds) }
        let ratings = RatingService(store: arena.store, contenders: [], now: now, log: log)
        try await ratings.load()
        let service = IntegrityService(
            store: arena.store, ratings: ratings, rules: rules, now: now, log: log)
        return (service, ratings)
    }
}

/// Prompts that are one but for a word, through the store.
@Suite struct NearPromptTests {
    private let start = time(0)

    @Test func `of 200 variants of one prompt five votes count in a day`() async throws {
        let arena = try Guarded()
        let words = """
            Write a short story about a lighthouse keeper who finds a letter in a bottle and decides \
            to answer it
            """.split(separator: " ").map(String.init)
        var reasons: [Ruling.Reason?] = []
        for number in 0..<200 {
            var variant = words
            variant[number % words.count] = "other\(number)word"
            reasons.append(
                try await arena.vote(
                    VoterID(), at: start + Double(number), words: variant.joined(separator: " ")))
        }
        #expect(reasons.prefix(5).allSatisfy { $0 == nil })
        #expect(reasons.dropFirst(5).allSatisfy { $0 == .repeatedPrompt })
        #expect(try await arena.store.tally(of: .real).tally.votes == 5)
        // Another prompt, and the same one tomorrow, count.
        #expect(
            try await arena.vote(
                VoterID(), at: start,
                words: "Explain how a suspension bridge carries its own weight in wind")
                == nil)
        #expect(
            try await arena.vote(
                VoterID(), at: start + 86_400, words: words.joined(separator: " ")) == nil)
    }

    @Test func `short prompts are told apart word by word, and sketches go after a day`()
        async throws
    {
        let arena = try Guarded()
        for name in ["France", "Spain", "Peru", "Chad", "Oman", "Laos", "Fiji", "Mali"] {
            let reason = try await arena.vote(
                VoterID(), at: start, words: "What is the capital of \(name)?")
            #expect(reason == nil, "\(name)")
        }
        let long = "Explain how a suspension bridge carries its own weight in strong wind"
        _ = try await arena.vote(VoterID(), at: start, words: long)
        #expect(try await sketches(in: arena) == [1, 13])
        let voter = VoterID()
        _ = try await arena.vote(
            voter, at: start + 86_400,
            words: "List ten birds that winter in the north and tell why")
        #expect(try await sketches(in: arena) == [2, 25])
        _ = try await arena.store.erase(voter, at: start + 86_400)
        #expect(try await sketches(in: arena) == [1, 13])
        // Also where nobody votes any more, and texts are kept for good.
        for (days, left) in [(1.0, [1, 13]), (2, [0, 0])] {
            let retention = Retention(
                store: arena.store, days: nil, now: { start + days * 86_400 },
                log: Logger(label: "test"))
            #expect(try await retention.clear() == 0)
            #expect(try await sketches(in: arena) == left)
        }
    }

    @Test func `what told a prompt from others goes with its text`() async throws {
        let arena = try Guarded()
        let long = "Explain how a suspension bridge carries its own weight in strong wind"
        _ = try await arena.vote(VoterID(), at: start, words: long)
        _ = try await arena.vote(VoterID(), at: start + 86_400, prompt: 1)
        #expect(try await sketches(in: arena) == [1, 13])
        let faded = try await arena.store.fade(
            openedBefore: start + 3600, limit: 9, at: start + 86_400)
        #expect(faded == 1)
        #expect(try await sketches(in: arena) == [0, 0])
        let digests = try await arena.store.read { db in
            try Int64.fetchAll(db, sql: "SELECT sequence FROM vote_prompts")
        }
        #expect(digests == [2])
    }

    private func sketches(in arena: Guarded) async throws -> [Int] {
        try await arena.store.read { db in
            [
                try Int.fetchOne(db, sql: "SELECT count(*) FROM prompt_sketches") ?? -1,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM prompt_marks") ?? -1,
            ]
        }
    }
}
