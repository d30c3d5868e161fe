import Arena
import Catalogue
import Foundation
import Pages
import Phrases
import Ratings

/// Values for the pages to show.
enum Samples {
    static let now = Date(timeIntervalSince1970: 1_795_236_180)
    static let hostile = "</div><script>alert(1)</script><img src=x onerror=\"x\"> ' & \u{0}"
    /// A text that is the same in every language.
    static let said: Saying = "\(hostile)"
    static let names = ["Canary-Alpha-7Q", "Canary-Beta-9Z"]

    static func context(
        path: String = "/", isPractice: Bool = false, preferences: Preferences = Preferences(),
        say: Phrasebook = .english
    ) -> PageContext {
        PageContext(
            preferences: preferences, isPractice: isPractice, version: "0.1.0", token: "tok-en",
            path: path, stamp: PageContext.Stamp(snapshot()), say: say,
            languages: Phrasebooks().languages)
    }

    static let privacy = TextPage(
        .privacy(PrivacyTerms(isPractice: false)), path: "/privacy", origin: "https://a.example")

    static func battle(
        _ state: BattleState, turns: [Turn] = [turn()], outcome: VoteOutcome? = nil,
        names: [String] = names, pool: Pool = .real
    ) throws -> Battle {
        let contenders = try names.enumerated().map { index, name in
            Contender(
                id: try id("contender-\(index)"), name: name, provider: "canary-provider",
                upstreamModel: "canary-upstream", pool: pool)
        }
        let battle = BattleID()
        let voter = VoterID()
        return Battle(
            id: battle, voter: voter, contenders: Sides(a: contenders[0], b: contenders[1]),
            probability: 0.5,
            seal: Seal(battle: battle, names: Sides(a: contenders[0].id, b: contenders[1].id)),
            openedAt: now, state: state, turns: turns,
            vote: outcome.map { Vote(battle: battle, voter: voter, outcome: $0, castAt: now) })
    }

    static func turn(
        _ number: Int = 1, prompt: String = "Why is the sky blue?",
        a: Reply = reply("Because of Rayleigh scattering."), b: Reply = reply("Air scatters.")
    ) -> Turn {
        Turn(
            number: number, prompt: Prompt(stored: prompt), begunAt: now,
            replies: Sides(a: a, b: b))
    }

    static func reply(_ text: String, _ state: ReplyState = .complete) -> Reply {
        Reply(
            text: text, state: state,
            report: ReplyReport(
                finish: .stop, usage: TokenUsage(input: 9, output: 412),
                timing: ReplyTiming(firstText: 0.46, total: 3.95), upstreamModel: "canary-model"),
            cost: Money(decimal: "0.0046"))
    }

    static func id(_ text: String) throws -> ContenderID {
        guard let id = ContenderID(text) else {
            throw ArenaError.invalid(field: "id", reason: text)
        }
        return id
    }

    static func standing(
        _ name: String, _ rating: Double = 1_000, votes: Int = 100, ranks: ClosedRange<Int> = 1...2,
        component: Int = 0, isProvisional: Bool = false
    ) throws -> Standing {
        let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return Standing(
            contender: try id(letters.isEmpty ? "x" : letters), name: name, rating: rating,
            low: rating - 20.1, high: rating + 20.1, rankLow: ranks.lowerBound,
            rankHigh: ranks.upperBound, component: component, isProvisional: isProvisional,
            votes: votes, wins: votes, losses: 0, ties: 0, bothBad: 0, averageShare: 0.5555)
    }

    /// A board of a snapshot, nothing measured.
    static func board(
        _ snapshot: Snapshot, query: BoardQuery = BoardQuery(), notes: [Leaderboard.Note] = []
    ) -> Leaderboard {
        Leaderboard(
            query: query, snapshot: snapshot,
            rows: snapshot.rows.map {
                Leaderboard.Row(
                    standing: $0, slug: $0.contender.text, isRetired: false, measures: nil,
                    facts: [:], lastVote: nil)
            }, minimumVotes: query.minimumVotes ?? 30, notes: notes)
    }

    static func snapshot(
        _ rows: [Standing] = [], pool: Pool = .real, votes: Int = 1_800
    ) -> Snapshot {
        Snapshot(
            id: "41f0c29ab3d7", pool: pool, asOf: now, votes: votes, lastSequence: 1_800,
            method: "bradley-terry/1 sandwich", prior: nil, rounds: 6, gradient: 0, rows: rows,
            covariance: [])
    }
}
