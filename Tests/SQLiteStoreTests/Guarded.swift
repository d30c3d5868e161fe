import Arena
import Foundation
import Ratings
import SQLiteStore

/// A store that votes are guarded in.
struct Guarded {
    let store: SQLiteStore
    private let folder = TemporaryFolder()
    private let draw: Double

    /// - Parameter draw: what the toss for new voters gives.
    init(draw: Double = 0) throws {
        store = try SQLiteStore.open(folder: folder.path)
        self.draw = draw
    }

    /// Casts a vote on a battle of its own.
    ///
    /// - Returns: why it does not count.
    func vote(
        _ voter: VoterID, at moment: Date, words: String? = nil, prompt: Int = 0,
        _ a: String = "alpha", _ b: String = "beta", _ outcome: VoteOutcome = .a
    ) async throws -> Ruling.Reason? {
        let numbers = ["one", "two", "three", "four", "five", "six", "seven"]
        let text =
            words
            ?? "Why \(numbers[prompt % 7]) \(numbers[prompt / 7 % 7]) \(numbers[prompt / 49])?"
        var battle = Battle(
            voter: voter, contenders: Sides(a: try contender(a), b: try contender(b)),
            probability: 0.25, openedAt: moment)
        let asked = try Prompt(text)
        _ = try battle.begin(asked, at: moment)
        try await store.open(battle)
        answer(&battle)
        try await store.keep(battle)
        let vote = Vote(battle: battle.id, voter: voter, outcome: outcome, castAt: moment)
        let check = IntegrityCheck(
            IntegrityRules(), prompt: asked, draw: draw)
        _ = try await store.cast(Ballot(vote, in: battle.categories, check: check), for: nil)
        return try await store.battle(battle.id)?.vote?.exclusion
    }

    /// How a battle ends without a vote.
    enum Ending { case skipped, expired, ready, abandoned, broken }

    /// Opens a battle and leaves it.
    func leave(
        _ voter: VoterID, at moment: Date, as ending: Ending, _ a: String = "alpha",
        _ b: String = "beta"
    ) async throws {
        var battle = Battle(
            voter: voter, contenders: Sides(a: try contender(a), b: try contender(b)),
            probability: 0.25, openedAt: moment)
        _ = try battle.begin(try Prompt("Why?"), at: moment)
        try await store.open(battle)
        switch ending {
        case .skipped, .expired, .ready: answer(&battle)
        case .abandoned:
            for side in Side.allCases { battle.fail(side, with: ReplyFault(.cancelled)) }
        case .broken:
            battle.fail(.a, with: ReplyFault(.cancelled))
            battle.fail(.b, with: ReplyFault(.unavailable))
        }
        try await store.keep(battle)
        if ending == .skipped { try await store.end(battle.id, as: .skipped) }
        if ending == .expired { try await store.end(battle.id, as: .expired) }
    }
}
