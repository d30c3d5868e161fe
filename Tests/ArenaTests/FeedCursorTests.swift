import Arena
import Foundation
import Testing

struct FeedCursorTests {
    private func shown(
        _ a: String, _ b: String, state: BattleState = .streaming,
        replies: ReplyState = .writing, turn: Int = 1
    ) -> BlindBattle {
        BlindBattle(
            id: BattleID(), state: state, isPractice: false, seal: "",
            turns: [
                BlindBattle.BlindTurn(
                    number: turn, prompt: "?",
                    replies: Sides(
                        a: BlindBattle.BlindReply(text: a, state: replies),
                        b: BlindBattle.BlindReply(text: b, state: replies)))
            ],
            isVotable: state == .ready)
    }

    @Test func `a reader gets only what is new`() {
        var cursor = FeedCursor()
        #expect(
            cursor.advance(to: shown("Hel", "")).map(\.event) == [.turn(1), .delta(.a, "Hel")])
        #expect(cursor.advance(to: shown("Hel", "")).isEmpty)
        #expect(
            cursor.advance(to: shown("Hello", "Hé")).map(\.event)
                == [.delta(.a, "lo"), .delta(.b, "Hé")])
        let end = cursor.advance(
            to: shown("Hello", "Hé", state: .ready, replies: .complete))
        #expect(
            end.map(\.event) == [
                .state(.a, .complete), .state(.b, .complete), .end(turn: 1, isVotable: true),
            ])
    }

    @Test func `whoever comes back at any event gets the same text in all`() throws {
        let steps = [
            shown("Grüße", ""), shown("Grüße an", "👩‍👩‍👧"), shown("Grüße an alle", "👩‍👩‍👧 und ñ"),
            shown("Grüße an alle", "👩‍👩‍👧 und ñ", state: .ready, replies: .complete),
        ]
        var cursor = FeedCursor()
        let whole = steps.flatMap { cursor.advance(to: $0) }
        for cut in 0...whole.count {
            var resumed =
                cut == 0 ? FeedCursor() : try #require(FeedCursor(whole[cut - 1].id.description))
            let rest = resumed.advance(to: steps[3])
            var text = Sides(a: "", b: "")
            for item in whole.prefix(cut) + rest {
                if case .delta(let side, let piece) = item.event { text[side] += piece }
            }
            #expect(text == Sides(a: "Grüße an alle", b: "👩‍👩‍👧 und ñ"), "cut at \(cut)")
            #expect(resumed.hasSeenEnd(of: steps[3]))
        }
    }

    @Test func `a new turn begins anew for every reader`() {
        var cursor = FeedCursor()
        _ = cursor.advance(to: shown("One", "Two", state: .ready, replies: .complete))
        let next = cursor.advance(to: shown("Th", "", turn: 2))
        #expect(next.map(\.event) == [.turn(2), .delta(.a, "Th")])
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.xx", "-1.0.0.ww", "1.-2.0.ww", "1.0.0.wwx", "a.b.c.ww",
    ])
    func `what is no event id is refused`(text: String) {
        #expect(FeedCursor(text) == nil)
    }

    @Test func `an event id beyond the text shown gets no text twice and does no harm`() throws {
        var cursor = try #require(FeedCursor("1.999999.0.ww"))
        #expect(cursor.advance(to: shown("Hello", "You")).map(\.event) == [.delta(.b, "You")])
    }
}
