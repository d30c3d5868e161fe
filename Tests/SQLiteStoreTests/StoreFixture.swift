import Arena
import Catalogue
import Foundation
import Ratings
import SQLiteStore
import Testing

/// A temporary data folder, removed with this value's last copy.
final class TemporaryFolder: Sendable {
    let path = NSTemporaryDirectory() + "arena-store-" + UUID().uuidString

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A time that a store keeps exactly.
func time(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_800_000_000 + seconds) }

/// A contender of this name.
func contender(_ name: String, pool: Pool = .real) throws -> Contender {
    Contender(
        id: try #require(ContenderID(name)), name: name.uppercased(), model: "model-\(name)",
        provider: "local", upstreamModel: "\(name):1b",
        settings: Sampling(temperature: 0.7, topP: 0.9, maxTokens: 64, seed: 7),
        systemPrompt: "Answer as \(name).",
        price: Price(
            input: Money(picodollars: 400_000_000_000),
            output: Money(picodollars: 1_600_000_000_000)),
        pool: pool)
}

/// A battle whose first turn is being written.
func streaming(
    _ a: String = "alpha", _ b: String = "beta", pool: Pool = .real, kind: BattleKind = .random,
    openedAt: Date = time(0), prompt: String = "Why is the sky blue?"
) throws -> Battle {
    var battle = Battle(
        voter: VoterID(), kind: kind,
        contenders: Sides(a: try contender(a, pool: pool), b: try contender(b, pool: pool)),
        probability: 0.25, openedAt: openedAt)
    _ = try battle.begin(try Prompt(prompt), at: openedAt)
    return battle
}

/// What is known of a reply that came whole.
let report = ReplyReport(
    finish: .stop, usage: TokenUsage(input: 12, output: 34, reasoning: 5),
    timing: ReplyTiming(firstText: 0.125, total: 1.0625), upstreamModel: "alpha-2026")

/// Has both replies of the newest turn written.
func answer(_ battle: inout Battle, a: String = "Rayleigh scattering.", b: String = "Because.") {
    battle.append(a, to: .a)
    battle.complete(.a, with: report)
    battle.append(b, to: .b)
    battle.complete(.b, with: report)
}

extension SQLiteStore {
    /// Keeps a battle with one answered turn; it is ready.
    func play(
        _ a: String = "alpha", _ b: String = "beta", pool: Pool = .real,
        kind: BattleKind = .random, openedAt: Date = time(0),
        prompt: String = "Why is the sky blue?"
    ) async throws -> Battle {
        var battle = try streaming(
            a, b, pool: pool, kind: kind, openedAt: openedAt, prompt: prompt)
        try await open(battle)
        answer(&battle)
        try await keep(battle)
        return battle
    }

    /// Keeps the newest turn of a battle, and its state.
    func keep(_ battle: Battle) async throws {
        try await close(try #require(battle.turns.last), of: battle.id, leaving: battle.state)
    }

    /// Casts a vote on a battle by its own voter.
    @discardableResult
    func cast(
        _ outcome: VoteOutcome, on battle: Battle, at moment: Date = time(60)
    ) async throws(ArenaError) -> Int64 {
        let vote = Vote(battle: battle.id, voter: battle.voter, outcome: outcome, castAt: moment)
        return try await cast(Ballot(vote, in: battle.categories))
    }
}

/// A snapshot of this name.
func snapshot(
    _ id: String, of pool: Pool = .real, asOf: Date = time(0.123456), lastSequence: Int64 = 1,
    rows: [Standing]? = nil
) throws -> Snapshot {
    Snapshot(
        id: id, pool: pool, asOf: asOf, votes: 3, lastSequence: lastSequence,
        method: "bradley-terry/1 sandwich", prior: nil, rounds: 7, gradient: 1e-12,
        rows: try rows ?? [standing("alpha")], covariance: [123.456789e-7])
}

/// A row of a snapshot.
func standing(
    _ name: String, rating: Double = 1012.3456789012345, votes: Int = 3, component: Int = 0
) throws -> Standing {
    Standing(
        contender: try #require(ContenderID(name)), name: name.capitalized, rating: rating,
        low: 990.1, high: 1030.7, rankLow: 1, rankHigh: 2, component: component,
        isProvisional: false, votes: votes, wins: 1, losses: 1, ties: 1,
        bothBad: 0, averageShare: 0.1 + 0.2)
}
