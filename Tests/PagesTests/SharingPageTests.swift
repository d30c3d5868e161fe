import Arena
import Pages
import Ratings
import Testing

struct SharingPageTests {
    private func shared(
        _ own: Judgement?, all: [Judgement] = []
    ) throws -> (page: String, battle: Battle, isSwapped: Bool) {
        let battle = try Samples.battle(.voted, outcome: .a)
        let shared = try #require(
            SharedBattle(battle, under: LinkVeil(), for: VoterID(), own: own, all: all))
        let page = AudiencePage(shared).document(in: Samples.context()).text
        return (page, battle, shared.isSwapped)
    }

    @Test func `a judge reads no name before he has judged, whichever way the sides stand`() throws
    {
        var ways: Set<Bool> = []
        for _ in 0..<40 {
            let (page, battle, isSwapped) = try shared(nil)
            for side in Side.allCases {
                #expect(!page.contains(battle.contenders[side].name))
                #expect(!page.contains(battle.contenders[side].id.text))
            }
            ways.insert(isSwapped)
        }
        #expect(ways == [true, false])
    }

    @Test func `the sides a judge sees are told in his letters`() throws {
        for _ in 0..<20 {
            let judgements = [Judgement(.a, at: Samples.now), Judgement(.b, at: Samples.now)]
            let (page, battle, isSwapped) = try shared(judgements[0], all: judgements)
            let winner = battle.contenders.a.name
            let letter = isSwapped ? "B" : "A"
            #expect(page.contains("You chose \(letter), <bdi>\(winner)</bdi>."))
            #expect(page.contains("Its voter chose <bdi>\(winner)</bdi>."))
            #expect(page.contains("2 judges: 1 for "))
        }
    }

    @Test func `the same judge finds the sides as he left them`() throws {
        let battle = try Samples.battle(.voted, outcome: .a)
        let judge = VoterID()
        let views = (0..<5).compactMap { _ in
            SharedBattle(battle, under: LinkVeil(), for: judge, own: nil, all: [])?.isSwapped
        }
        #expect(views.count == 5 && Set(views).count == 1)
    }
}
