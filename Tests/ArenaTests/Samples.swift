import Arena
import Foundation
import Ratings
import Testing

/// Values that the tests of this target share.
enum Samples {
    static let time = Date(timeIntervalSince1970: 1_790_000_000)

    static func contender(
        _ name: String, price: Price? = nil, pool: Pool = .real, provider: String = "local"
    ) throws -> Contender {
        Contender(
            id: try #require(ContenderID(name)), name: name.capitalized, provider: provider,
            upstreamModel: "upstream-\(name)", price: price, pool: pool)
    }

    static func battle(
        voter: VoterID = VoterID(), kind: BattleKind = .random
    ) throws -> Battle {
        Battle(
            voter: voter, kind: kind,
            contenders: Sides(a: try contender("aspen"), b: try contender("birch")),
            probability: 0.25, openedAt: time)
    }

    static func report(_ finish: FinishReason = .stop) -> ReplyReport {
        ReplyReport(
            finish: finish, usage: TokenUsage(input: 10, output: 21),
            timing: ReplyTiming(firstText: 0.5, total: 1.5))
    }

    /// A battle with one complete turn.
    static func readyBattle(
        voter: VoterID = VoterID(), kind: BattleKind = .random
    ) throws -> Battle {
        var battle = try battle(voter: voter, kind: kind)
        _ = try battle.begin(try Prompt("Why is the sky blue?"), at: time)
        for side in Side.allCases {
            battle.append("Because \(side.rawValue).", to: side)
            battle.complete(side, with: report())
        }
        return battle
    }
}

/// A provider that is never asked.
struct MuteProvider: ModelProvider {
    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        throw ReplyFault(.unreachable)
    }
}
