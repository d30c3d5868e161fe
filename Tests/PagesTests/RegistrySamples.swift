import Arena
import Foundation
import Pages
import Testing

/// Versions of every standing, all texts hostile.
enum RegistrySamples {
    static func book() throws -> RegistryBook {
        let now = Contender(
            id: try #require(ContenderID("birch")), name: Samples.hostile, provider: "local",
            upstreamModel: "birch")
        var roster = Roster(contenders: [now], providers: ["local": Silent()])
        roster.states[now.id] = ContenderState(.active)
        let old = try (0..<12).map { number in
            try line("aspen-\(number)", status: number % 2 == 0 ? .retired : .active)
        }
        let own = try line("birch", version: now.version, votes: 1_999)
        return RegistryBook(
            old + [try line("birch"), own], roster: roster, isOpen: true
        ) { _ in Samples.hostile }
    }

    /// The version in play.
    static func entry() throws -> RegistryBook.Entry {
        try #require(try book().entries.last)
    }

    private static func line(
        _ name: String, version: String = String(repeating: "0", count: 32),
        status: ContenderState.Status = .active, votes: Int = 0
    ) throws -> RegistryLine {
        RegistryLine(
            contender: try #require(ContenderID(name)), version: version, name: Samples.hostile,
            pool: .real, firstSeen: Samples.now, lastVote: Samples.now, votes: votes,
            status: status, since: Samples.now, reason: Samples.hostile, provider: "local",
            host: "secret.internal")
    }
}

/// Serves nothing.
private struct Silent: ModelProvider {
    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        throw ReplyFault(.unreachable)
    }
}

@Suite struct RegistryPageTests {
    @Test func `the registry tells reason and kin, and no host`() throws {
        let page = RegistryPage(try RegistrySamples.book())
        let text = page.document(in: Samples.context(path: "/registry")).text
        #expect(text.contains("1 of 14 tested versions in play"))
        #expect(text.contains("retired on 20"))
        #expect(text.contains("provisional until it has 2,000 votes"))
        #expect(text.contains("&lt;script&gt;alert(1)"))
        #expect(!text.contains("secret.internal"))
    }

    @Test func `the board says how many were tested, and who is provisional`() throws {
        var page = try BoardSamples.page(Samples.board(try EveryPageTests.board()))
        let plain = page.document(in: Samples.context()).text
        #expect(!plain.contains("tested") && !plain.contains("provisional"))
        let name = try #require(
            page.board?.rows.map(\.standing.contender).first { $0.text == "birch" })
        page.versions = [name: try RegistrySamples.entry()]
        let text = page.document(in: Samples.context()).text
        #expect(text.contains("<a class=\"tag\" href=\"/registry\">1 of 14 tested</a>"))
        #expect(text.contains("<span class=\"tag\">provisional</span>"))
    }

    @Test func `a vote that is asked for work has a field and a script, others have none`() throws {
        let battle = try Samples.battle(.ready, turns: [Samples.turn()])
        var page = BattlePage(battle: battle.blind(under: LinkVeil()), streamKey: "k")
        let plain = page.document(in: Samples.context()).text
        #expect(!plain.contains("name=\"work\"") && !plain.contains("/assets/work-"))
        page.work = "14.1790000600.abc"
        let text = page.document(in: Samples.context()).text
        #expect(text.contains("data-work=\"14.1790000600.abc\""))
        #expect(text.contains("name=\"work\" value=\"\" disabled"))
        #expect(text.contains("/assets/work-"))
    }
}
