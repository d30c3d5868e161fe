import Arena
import Ratings

/// The four choices and the way out.
struct VoteBar {
    let battle: BlindBattle

    /// The bar; without script the buttons are never disabled, an early vote is answered in words.
    func markup(in context: PageContext) -> HTML {
        """
        <div class="votebar" id="votebar">
        <p class="question" id="question">\(question)</p>
        <p class="grace" id="hint" aria-hidden="true"></p>
        <form class="choices" id="vote" method="post" action="/b/\(battle.id.text)/vote" \
        aria-labelledby="question">
        \(context.tokenField)
        \(Self.choices.map(\.markup))
        </form>
        <form class="skip-form" id="skip" method="post" action="/b/\(battle.id.text)/skip">
        \(context.tokenField)
        <button class="quiet" aria-keyshortcuts="s">Skip<span class="sr-only"> without a \
        vote</span><kbd>S</kbd></button>
        </form>
        </div>
        """
    }

    private var question: HTML {
        guard !battle.isVotable else { return "Which answer is better?" }
        return """
            <span class="waiting">Votes open when both answers are complete.</span>\
            <span class="open" hidden>Which answer is better?</span>\
            <noscript> When both have ended, vote; nothing is lost if you are early.</noscript>
            """
    }

    private struct Choice {
        let outcome: VoteOutcome
        let key: String
        let label: HTML

        var markup: HTML {
            """
            <button class="vote \(outcome.rawValue)" name="outcome" value="\(outcome.rawValue)" \
            aria-keyshortcuts="\(key.lowercased())"><span>\(label)</span><kbd>\(key)</kbd></button>
            """
        }
    }

    private static let isBetter: HTML = "<span class=\"long\"> is better</span>"

    private static let choices = [
        Choice(outcome: .a, key: "A", label: "\(Symbol.mark(.a)) A\(Self.isBetter)"),
        Choice(outcome: .tie, key: "T", label: "Tie"),
        Choice(outcome: .bothBad, key: "X", label: "Both bad"),
        Choice(outcome: .b, key: "B", label: "B\(Self.isBetter) \(Symbol.mark(.b))"),
    ]
}
