import Arena
import Phrases
import Ratings

/// The four choices and the way out.
struct VoteBar {
    let battle: BlindBattle
    /// The work that the vote is asked for, where it is.
    var work: String?

    /// The bar; without script the buttons are never disabled, an early vote is answered in words.
    func markup(in context: PageContext) -> HTML {
        """
        <div class="votebar" id="votebar">
        <p class="question" id="question">\(question(context.say))</p>
        <p class="grace" id="hint" aria-hidden="true"></p>
        <form class="choices" id="vote" method="post" action="/b/\(battle.id.text)/vote" \
        aria-labelledby="question">
        \(context.tokenField)
        \(Self.buttons(context.say))
        <input type="hidden" name="seen-a" value="" disabled>
        <input type="hidden" name="seen-b" value="" disabled>
        \(work.map(field))
        \(ReasonForm.fields(in: context))
        </form>
        <form class="skip-form" id="skip" method="post" action="/b/\(battle.id.text)/skip">
        \(context.tokenField)
        <button class="quiet" aria-keyshortcuts="s">\(context.say("Skip"))\
        <span class="sr-only"> \(context.say("without a vote"))</span><kbd>S</kbd></button>
        </form>
        </div>
        """
    }

    /// Where the script puts the work once it is done; without it nothing is sent.
    private func field(_ work: String) -> HTML {
        """
        <input type="hidden" name="work" value="" disabled data-work="\(work)" \
        data-battle="/api/v1/battles/\(battle.id.text)">
        """
    }

    /// The four buttons, for a form of one's own.
    static func buttons(_ say: Phrasebook) -> [HTML] { choices.map { $0.markup(say) } }

    private func question(_ say: Phrasebook) -> HTML {
        let asked = say("Which answer is better?")
        guard !battle.isVotable else { return asked }
        return """
            <span class="waiting">\(say("Votes open when both answers are complete."))</span>\
            <span class="open" hidden>\(asked)</span><noscript> \
            \(say("When both have ended, vote; nothing is lost if you are early."))</noscript>
            """
    }

    private struct Choice {
        let outcome: VoteOutcome
        let key: String
        let label: String
        var sides: (before: Side?, after: Side?) = (nil, nil)

        func markup(_ say: Phrasebook) -> HTML {
            """
            <button class="vote \(outcome.rawValue)" name="outcome" value="\(outcome.rawValue)" \
            aria-keyshortcuts="\(key.lowercased())"><span>\
            \(sides.before.map(Symbol.mark))\(say(label))\(sides.after.map(Symbol.mark))</span><kbd>\(key)</kbd></button>
            """
        }
    }

    private static let better = Sides(
        a: " A<span class=\"long\"> is better</span>",
        b: "B<span class=\"long\"> is better</span> ")

    private static let choices = [
        Choice(outcome: .a, key: "A", label: better.a, sides: (.a, nil)),
        Choice(outcome: .tie, key: "T", label: "Tie"),
        Choice(outcome: .bothBad, key: "X", label: "Both bad"),
        Choice(outcome: .b, key: "B", label: better.b, sides: (nil, .b)),
    ]
}
