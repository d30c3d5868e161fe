import Arena
import Phrases
import Ratings

/// On a revealed battle: opening it to others, and what they made of it.
struct ShareBox {
    let battle: BattleID
    let reveal: Reveal
    let facts: RevealFacts

    /// The box; the voter's own battle alone has it.
    func markup(in context: PageContext) -> HTML {
        """
        <section class="share" aria-labelledby="share-h">
        <h2 id="share-h">\(context.say("Show it to others"))</h2>
        \(facts.isShared ? open(in: context) : closed(in: context))
        \(JudgementLine(count: facts.judgements, own: reveal.outcome, names: reveal.sides.map(\.name))
            .markup(in: context))
        </section>
        """
    }

    private func closed(in context: PageContext) -> HTML {
        """
        <p class="fine">\(context.say(Self.offer))</p>
        \(form("share", "Make a link", in: context))
        """
    }

    private func open(in context: PageContext) -> HTML {
        """
        <p>\(context.say("Whoever has this link can read the battle and judge it blind:"))</p>
        <p><input class="link" readonly value="\(context.origin)/b/\(battle.text)" \
        aria-label="\(context.say.text("Link to this battle"))"></p>
        \(form("unshare", "Close the link", in: context))
        """
    }

    private func form(_ path: String, _ button: String, in context: PageContext) -> HTML {
        """
        <form method="post" action="/b/\(battle.text)/\(path)">
        \(context.tokenField)
        <button>\(context.say(button))</button>
        </form>
        """
    }

    private static let offer = """
        A link lets others read this battle and judge it without the names, their sides shuffled. \
        Their judgements enter no rating.
        """
}

/// What judges made of a shared battle, in a sentence or two; nothing before there is one.
struct JudgementLine {
    let count: JudgementCount
    /// What its own voter chose.
    let own: VoteOutcome
    let names: Sides<String>

    func markup(in context: PageContext) -> HTML? {
        guard count.judges > 0 else { return nil }
        let say = context.say
        let judges = say.count(count.judges, "{n} judge", "{n} judges")
        let tally = say(
            """
            {judges}: {a} for <bdi>{nameA}</bdi>, {b} for <bdi>{nameB}</bdi>, {tie} for a tie, \
            {bad} for both bad.
            """,
            [
                "judges": "\(judges)", "a": "\(count[.a])", "b": "\(count[.b])",
                "nameA": "\(names.a)", "nameB": "\(names.b)", "tie": "\(count[.tie])",
                "bad": "\(count[.bothBad])",
            ])
        return "<p class=\"judges\">\(tally) \(agreement(say))</p>"
    }

    private func agreement(_ say: Phrasebook) -> HTML? {
        count.agreement(with: own).map { share in
            say(
                "Of two people drawn from them and the voter, {share} agree.",
                ["share": "\(say.percent(share))"])
        }
    }
}
