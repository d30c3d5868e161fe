package import Logging
import Ratings
import ServiceLifecycle

package import struct Foundation.Date

/// Reviews all voters after a refit, off the path of every request.
package actor IntegrityService: Service {
    /// Time between two looks for a new refit: at least this, and so long that at most one part in
    /// ``rest`` of the time goes into reviews, up to a minute.
    private static let pause = Duration.seconds(2)
    private static let rest = 50
    private static let longestPause = Duration.seconds(60)
    /// How far back votes are looked at, in seconds.
    private static let span = 30.0 * 86_400

    /// How far back votes are weighed, in seconds: those held for a day come late.
    private static let influenceSpan = 2.0 * 86_400

    private let store: any IntegrityStore
    private let ratings: RatingService
    private let rules: IntegrityRules
    private let now: @Sendable () -> Date
    private let log: Logger
    private var reviewed: [Pool: Int64] = [:]
    /// Votes that were weighed and left, by number.
    private var weighed: [Pool: Set<Int64>] = [:]

    /// A service over the store and the ratings.
    package init(
        store: any IntegrityStore, ratings: RatingService, rules: IntegrityRules,
        now: @escaping @Sendable () -> Date = { Date() }, log: Logger
    ) {
        self.store = store
        self.ratings = ratings
        self.rules = rules
        self.now = now
        self.log = log
    }

    /// Looks until the service group is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let pause = await self.pauseAfterReview()
                guard (try? await Task.sleep(for: pause)) != nil else { return }
            }
        }
    }

    /// Reviews, and says how long to rest; the longest after a failure, which may last.
    private func pauseAfterReview() async -> Duration {
        let begun = ContinuousClock.now
        do throws(ArenaError) {
            try await review()
        } catch {
            log.error("voters could not be reviewed", metadata: ["error": "\(error)"])
            return Self.longestPause
        }
        return min(max(Self.pause, begun.duration(to: .now) * Self.rest), Self.longestPause)
    }

    /// Counts what was held long enough, and takes out what the detectors find.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func review() async throws(ArenaError) {
        for pool in try await store.releaseHeldVotes(by: rules, at: now()) {
            await ratings.noteRulings(in: pool)
        }
        for pool in Pool.allCases {
            guard let rated = await ratings.counted(in: pool),
                rated.lastSequence > reviewed[pool] ?? 0
            else { continue }
            let patterns = try await store.patterns(
                in: pool, since: now().addingTimeInterval(-Self.span))
            try await review(pool, patterns)
            try await limitInfluence(in: pool, by: patterns.counted.tally)
            let last = patterns.counted.lastSequence
            reviewed[pool] = last
            log.info("voters reviewed", metadata: ["pool": "\(pool)", "vote": "\(last)"])
        }
    }

    private func review(_ pool: Pool, _ patterns: VotePatterns) async throws(ArenaError) {
        let moment = now()
        let found = await Self.findings(in: patterns)
        guard !found.isEmpty else { return }
        let entry = AuditEntry(
            at: moment, author: Ruling.arena, action: .votesExcluded,
            subject: "\(found.count) voters", before: "counted", after: "not counted (quarantine)",
            note: found.map(\.found.note).joined(separator: "; "))
        for pool in try await store.quarantine(found, logging: entry) {
            await ratings.noteRulings(in: pool)
        }
    }

    /// Leaves out votes by which one voter would move a rating too far in a day.
    private func limitInfluence(in pool: Pool, by tally: Tally) async throws(ArenaError) {
        let moment = now()
        let since = Span.day.start(of: moment.addingTimeInterval(-Self.influenceSpan))
        let votes = try await store.weighedVotes(in: pool, since: since)
        let over = await Self.excess(in: votes, by: tally, rules, keeping: weighed[pool] ?? [])
        weighed[pool] = Set(votes.values.joined().map(\.sequence)).subtracting(over.values.joined())
        guard !over.isEmpty else { return }
        let rulings = over.flatMap(\.value).sorted().map {
            Ruling(
                sequence: $0, counts: false, reason: .overInfluence, author: Ruling.arena,
                at: moment)
        }
        let entry = AuditEntry(
            at: moment, author: Ruling.arena, action: .votesExcluded,
            subject: "\(rulings.count) votes of \(over.count) voters", before: "counted",
            after: "not counted (over_influence)")
        try await store.rule(rulings, logging: entry)
        await ratings.noteRulings(in: pool)
    }

    @concurrent
    private static func excess(
        in votes: [VoterID: [WeighedVote]], by tally: Tally, _ rules: IntegrityRules,
        keeping kept: Set<Int64>
    ) async -> [VoterID: [Int64]] {
        guard let cap = try? InfluenceCap(tally, rules: rules) else { return [:] }
        return votes.mapValues { cap.excess(in: $0, keeping: kept) }.filter { !$0.value.isEmpty }
    }

    @concurrent
    private static func findings(
        in patterns: VotePatterns
    ) async -> [(voter: VoterID, found: Suspicion)] {
        IntegrityReview(patterns.counted.tally).findings(among: patterns.voters)
    }
}
