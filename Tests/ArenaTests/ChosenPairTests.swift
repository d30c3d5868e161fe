import Arena
import Ratings
import Testing

struct ChosenPairTests {
    @Test func `a request without a pair is random`() throws {
        let roster = try roster()
        #expect(try ChosenPair.requested(kind: nil, names: nil, in: roster) == nil)
        #expect(try ChosenPair.requested(kind: "random", names: nil, in: roster) == nil)
    }

    @Test(arguments: [nil, "pair"] as [String?])
    func `a pair is named by contenders or by models`(kind: String?) throws {
        let pair = try ChosenPair.requested(kind: kind, names: ["aspen", "cedar-2"], in: roster())
        #expect(pair == ChosenPair([try id("aspen")], [try id("cedar"), try id("cedar-warm")]))
    }

    @Test(
        arguments: [
            ("random", ["aspen", "birch"]), ("pair", nil), ("pair", ["aspen"]), ("pair", []),
            (nil, ["aspen", "birch", "cedar"]), ("named", nil), ("control", ["aspen", "birch"]),
            ("Pair", ["aspen", "birch"]), ("", nil),
        ] as [(String?, [String]?)])
    func `what is no request for a battle is refused`(kind: String?, names: [String]?) throws {
        let roster = try roster()
        let error = #expect(throws: ArenaError.self) {
            try ChosenPair.requested(kind: kind, names: names, in: roster)
        }
        guard case .invalid(let field, _) = error else { throw try #require(error) }
        #expect(field == "kind" || field == "pair")
    }

    @Test func `strangers and a contender with itself are told apart from bad requests`() throws {
        let roster = try roster()
        for names in [["aspen", "nobody"], ["", "aspen"], ["aspen", "Aspen"], ["a'; --", "b"]] {
            #expect(throws: ArenaError.unknownContender) {
                try ChosenPair.requested(kind: "pair", names: names, in: roster)
            }
        }
        #expect(throws: ArenaError.sameContender) {
            try ChosenPair.requested(kind: nil, names: ["aspen", "aspen"], in: roster)
        }
    }

    @Test func `each side of a chosen pair stands left about half the time, with probability one`()
        throws
    {
        var generator = Random(seed: 11)
        let roster = try roster()
        let pair = ChosenPair(try id("aspen"), try id("birch"))
        let left = try (0..<2000).count { _ in
            let pairing = try roster.draw(pair, using: &generator)
            #expect(pairing.kind == .pair && pairing.probability == 1)
            return pairing.contenders.a.id == pair.first[0]
        }
        #expect((900...1100).contains(left))
    }

    @Test func `a model with two contenders sends each as often, and says with what probability`()
        throws
    {
        var generator = Random(seed: 5)
        let roster = try roster()
        let pair = ChosenPair([try id("aspen")], [try id("cedar"), try id("cedar-warm")])
        var seen: [ContenderID: Int] = [:]
        for _ in 0..<2000 {
            let pairing = try roster.draw(pair, using: &generator)
            #expect(pairing.probability == 0.5)
            for side in Side.allCases { seen[pairing.contenders[side].id, default: 0] += 1 }
        }
        #expect(seen[try id("aspen")] == 2000)
        #expect((900...1100).contains(try #require(seen[try id("cedar")])))
        let overlap = ChosenPair(pair.second, [try id("cedar")])
        #expect(try roster.draw(overlap, using: &generator).probability == 1)
    }

    @Test func `practice guides play a chosen pair only where nothing else plays`() throws {
        var generator = Random(seed: 5)
        let pair = ChosenPair(try id("heron"), try id("heron-2"))
        let mixed = try roster()
        #expect(throws: ArenaError.notPlaying) { try mixed.draw(pair, using: &generator) }
        let guides = try ["heron", "heron-2"].map { try Samples.contender($0, pool: .practice) }
        let practice = Roster(contenders: guides, providers: ["local": SilentProvider()])
        #expect(try practice.draw(pair, using: &generator).kind == .pair)
    }

    @Test func `a vote on a chosen pair says that it does not count, and why`() throws {
        let voter = VoterID()
        var battle = try Samples.readyBattle(voter: voter, kind: .pair)
        _ = try battle.cast(.a, by: voter, at: Samples.time)
        let document = VoteDocument(try #require(battle.reveal))
        #expect(!document.counted && document.whyNot == "pair")
        var random = try Samples.readyBattle(voter: voter)
        _ = try random.cast(.a, by: voter, at: Samples.time)
        #expect(VoteDocument(try #require(random.reveal)).counted)
    }

    @Test func `blind, a chosen battle is what a random one is`() throws {
        let chosen = try Samples.readyBattle(kind: .pair)
        let random = Battle(
            id: chosen.id, voter: chosen.voter, kind: .random, contenders: chosen.contenders,
            probability: 0.1, seal: chosen.seal, openedAt: chosen.openedAt, state: chosen.state,
            turns: chosen.turns, vote: nil)
        #expect(chosen.blind(under: LinkVeil()) == random.blind(under: LinkVeil()))
    }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func roster() throws -> Roster {
        let models = try ["aspen", "birch"].map { try Samples.contender($0) }
        let cedars = try ["cedar", "cedar-warm"].map { name in
            Contender(id: try id(name), model: "cedar-2", provider: "local", upstreamModel: name)
        }
        let guides = try ["heron", "heron-2"].map { try Samples.contender($0, pool: .practice) }
        return Roster(
            contenders: models + cedars + guides, providers: ["local": SilentProvider()])
    }
}

/// A provider that is never asked.
private struct SilentProvider: ModelProvider {
    func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        throw ReplyFault(.unreachable)
    }
}
