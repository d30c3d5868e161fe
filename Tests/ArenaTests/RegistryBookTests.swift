import Arena
import Foundation
import Testing

/// How versions are told that were tried beside each other.
@Suite struct RegistryBookTests {
    @Test func `one of 27 tried is provisional until it has 2,000 votes`() throws {
        let chosen = try Samples.contender("v27", provider: "lab")
        for (votes, isProvisional) in [(0, true), (1999, true), (2000, false)] {
            let book = try book(hidden: 26, chosen: chosen, votes: votes)
            let entry = try #require(book.newest[chosen.id])
            #expect(entry.kin == Kin(name: "lab", tested: 27, inPlay: 1))
            #expect(entry.standing == .active && entry.isProvisional == isProvisional)
            #expect(book.kin == [entry.kin])
        }
    }

    @Test func `few tried beside it, or a team's arena, make nothing provisional`() throws {
        let chosen = try Samples.contender("v27", provider: "lab")
        let few = try book(hidden: 10, chosen: chosen, votes: 3)
        #expect(few.entries.allSatisfy { !$0.isProvisional })
        #expect(
            try book(hidden: 11, chosen: chosen, votes: 3).newest[chosen.id]?.isProvisional
                == true)
        let team = try book(hidden: 26, chosen: chosen, votes: 3, isOpen: false)
        #expect(team.entries.allSatisfy { !$0.isProvisional })
        #expect(team.newest[chosen.id]?.kin.tested == 27)
    }

    @Test func `versions are told by maker where one is known, and never across pools`() throws {
        let lines = [
            try line("one", provider: "router"), try line("two", provider: "router"),
            try line("three", provider: "lab"), try line("guide", provider: "lab", pool: .practice),
        ]
        let roster = Roster(contenders: [], providers: [:])
        let book = RegistryBook(lines, roster: roster, isOpen: true) { line in
            line.contender.text == "two" ? nil : "Aspen Labs"
        }
        #expect(
            book.entries.map(\.kin.name) == ["Aspen Labs", "router", "Aspen Labs", "Aspen Labs"])
        #expect(book.entries.map(\.kin.tested) == [2, 1, 2, 1])
        #expect(book.kin.map(\.tested) == [2])
    }

    @Test func `a version that is set up otherwise by now is replaced, one that is gone removed`()
        throws
    {
        let now = try Samples.contender("aspen")
        let roster = Roster(
            contenders: [now, try Samples.contender("birch")],
            providers: ["local": Silent()])
        let lines = [
            try line("aspen", version: String(repeating: "0", count: 32)),
            try line("aspen", version: now.version), try line("cedar"),
            try line("dogwood", status: .retired),
            try line(
                "birch", version: try Samples.contender("birch").version, status: .paused),
        ]
        let book = RegistryBook(lines, roster: roster, isOpen: true) { _ in nil }
        #expect(
            book.entries.map(\.standing) == [.replaced, .active, .removed, .retired, .paused])
        #expect(book.newest[now.id]?.line.version == now.version)
        #expect(book.entries[0].kin == Kin(name: "local", tested: 5, inPlay: 1))
    }

    /// Versions of a lab that are not in play any more, and the one that is.
    private func book(
        hidden: Int, chosen: Contender, votes: Int, isOpen: Bool = true
    ) throws -> RegistryBook {
        let others = try (0..<hidden).map { try line("v\($0)", provider: "lab") }
        let roster = Roster(contenders: [chosen], providers: ["lab": Silent()])
        let own = try line(
            chosen.id.text, version: chosen.version, provider: "lab", votes: votes)
        return RegistryBook(others + [own], roster: roster, isOpen: isOpen) { _ in nil }
    }

    private func line(
        _ name: String, version: String = String(repeating: "1", count: 32),
        provider: String = "local", pool: Pool = .real, votes: Int = 0,
        status: ContenderState.Status = .active
    ) throws -> RegistryLine {
        RegistryLine(
            contender: try #require(ContenderID(name)), version: version, name: name, pool: pool,
            firstSeen: Samples.time, lastVote: nil, votes: votes, status: status, since: nil,
            provider: provider)
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
