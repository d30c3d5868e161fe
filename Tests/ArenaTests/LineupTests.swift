import Arena
import Catalogue
import Ratings
import Testing

/// Who is drawn, and how often.
@Suite struct LineupTests {
    @Test func `a contender that is paused or retired is not drawn, and comes back`() async throws {
        let lineup = Lineup(try roster())
        for status in [ContenderState.Status.paused, .retired] {
            await lineup.set(ContenderState(status), of: try id("aspen"))
            let names = try await lineup.playing(draft()).inPlay.map(\.id.text)
            #expect(names == ["birch", "cedar"], "\(status)")
            #expect(await lineup.roster.contenders.count == 3)
        }
        await lineup.set(ContenderState(.active), of: try id("aspen"))
        #expect(try await lineup.playing(draft()).inPlay.count == 3)
    }

    @Test func `weights multiply the chances, and these still add up to one`() throws {
        var roster = try roster()
        roster.states[try id("aspen")] = ContenderState(weight: 4)
        let plain = SamplingRule().distribution(
            over: ["aspen", "birch", "cedar"], tally: Tally(), fit: nil)
        let weighted = plain.weighted(by: roster.weights)
        #expect(abs(weighted.chances.map(\.probability).reduce(0, +) - 1) < 1e-12)
        let chance = { (first: String, second: String) in
            weighted.chances.first { $0.first == first && $0.second == second }?.probability ?? 0
        }
        #expect(abs(chance("aspen", "birch") - 4.0 / 9) < 1e-12)
        #expect(abs(chance("birch", "cedar") - 1.0 / 9) < 1e-12)
        #expect(plain.weighted(by: [:]) == plain)
    }

    @Test func `a share of battles is for control, with its probability`() throws {
        let roster = try roster()
        var generator = SystemRandomNumberGenerator()
        let policy = PairingPolicy(draw: .uniform, controlShare: 0.25)
        var controls = 0
        for _ in 0..<4000 {
            let pairing = try roster.draw(
                by: policy, minimumVotes: 30, tally: Tally(), fit: nil, using: &generator)
            let isSame = pairing.contenders.a.id == pairing.contenders.b.id
            #expect(isSame == (pairing.kind == .control))
            controls += isSame ? 1 : 0
            #expect(abs(pairing.probability - (isSame ? 0.25 / 3 : 0.25)) < 1e-12)
        }
        // 1,000 ± 5 × 27
        #expect((860...1140).contains(controls), "\(controls)")
        #expect(!BattleKind.control.isRated)
    }

    @Test func `without control battles nobody meets itself`() throws {
        let roster = try roster()
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let pairing = try roster.draw(
                by: PairingPolicy(), minimumVotes: 30, tally: Tally(), fit: nil,
                using: &generator)
            #expect(pairing.kind == .random)
        }
    }

    private func draft() throws -> Draft { Draft(try Prompt("Why?"), by: VoterID()) }

    private func money(_ text: String) throws -> Money { try #require(Money(decimal: text)) }

    private func id(_ name: String) throws -> ContenderID { try #require(ContenderID(name)) }

    private func roster() throws -> Roster {
        let price = Price(input: try money("0.40"), output: try money("1.60"))
        let nothing = Price(input: .zero, output: .zero)
        return Roster(
            contenders: [
                Contender(
                    id: try id("aspen"), provider: "paid", upstreamModel: "a", price: price),
                Contender(id: try id("birch"), provider: "free", upstreamModel: "b"),
                Contender(
                    id: try id("cedar"), provider: "free", upstreamModel: "c", price: nothing),
            ], providers: ["paid": MuteProvider(), "free": MuteProvider()])
    }
}
