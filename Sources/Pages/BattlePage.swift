package import Arena
import Assets
package import Phrases

/// `/b/{id}` before the vote; made from a ``BlindBattle``, so it has no name to give away.
package struct BattlePage: Page {
    /// The battle, as its voter may see it.
    package let battle: BlindBattle
    /// Opens the two frames of a browser without script.
    package let streamKey: String
    /// The names, in a battle whose voter chose to see them.
    package let names: OpenNames?
    /// Why the last form was refused, in a sentence for people.
    package var problem: Saying?
    /// A follow-up that was not taken, to be sent again.
    package var draft: String
    /// The work that the vote is asked for, where it is.
    package var work: String?

    /// A battle as it stands.
    package init(
        battle: BlindBattle, streamKey: String, names: OpenNames? = nil, problem: Saying? = nil,
        draft: String = ""
    ) {
        self.battle = battle
        self.streamKey = streamKey
        self.names = names
        self.problem = problem
        self.draft = draft
    }

    /// The tab's title, the same for every battle.
    package func title(in context: PageContext) -> String {
        context.say.text(names == nil ? "Blind battle" : "Named battle")
    }

    /// A refused vote comes back at another address.
    package var home: String? { address }

    /// Keeps battles out of search engines.
    package var head: HTML {
        """
        <meta name="robots" content="noindex">
        \(Layout.replyStylesheet)
        \("<script src=\"\(Asset.workScript.path)\" defer></script>", when: work != nil)
        """
    }

    /// Prompts and answers, then what can be done.
    package func main(in context: PageContext) -> HTML {
        """
        <h1 class="sr-only">\(title(in: context))</h1>
        <div class="battle" id="battle"\(stream)>
        \(refusal(in: context))
        <p class="lost" id="lost" hidden>\(context.say(Self.lost)) \
        <a href="\(address)">\(context.say("Load again"))</a></p>
        \(battle.turns.map { view(of: $0).markup(in: context) })
        \(BattleEnding(battle: battle).markup(in: context))
        \(isWriting ? WritingBar(battle: battle).markup(in: context) : .empty)
        \(aloud(in: context), when: context.preferences.readsAloud)
        \(actions(in: context))
        \(seal(in: context), when: names == nil)
        </div>
        """
    }

    /// Where whole answers are read out from.
    private func aloud(in context: PageContext) -> HTML {
        """
        <div id="aloud" role="log" class="sr-only" \
        aria-label="\(context.say.text("Both answers, by sentence"))"></div>
        """
    }

    private static let lost = """
        Connection lost. The answers go on being written on the server and will be here when you \
        are back.
        """

    private func view(of turn: BlindBattle.BlindTurn) -> TurnView {
        var view = TurnView(turn: turn, of: battle, frames: frames(of: turn))
        if let names { view.headings = names.names.map { "<bdi>\($0)</bdi>" } }
        return view
    }

    private func seal(in context: PageContext) -> HTML {
        """
        <details class="seal">
        <summary>\(context.say("Sealed")) <code>\(String(battle.seal.prefix(8)))</code></summary>
        <p>\(context.say(Self.sealing))</p>
        <p><code>\(battle.seal)</code></p>
        </details>
        """
    }

    private static let sealing = """
        The two names were fixed before this page was made. This is the SHA-256 digest of the \
        battle, both names and a secret; after your vote the secret is shown, so that anyone can \
        check that nothing was swapped.
        """

    private var address: String { "/b/\(battle.id)" }

    private var isWriting: Bool { battle.state == .streaming || battle.state == .created }

    private var stream: HTML? {
        guard isWriting else { return nil }
        return " data-stream=\"/api/v1/battles/\(battle.id.text)/stream\""
    }

    private func refusal(in context: PageContext) -> HTML? {
        guard let problem, draft.isEmpty else { return nil }
        return
            """
            <p class="error" role="alert" tabindex="-1" autofocus\(context.say.mark(problem))>\
            \(context.say.text(problem))</p>
            """
    }

    private func frames(of turn: BlindBattle.BlindTurn) -> Sides<String>? {
        guard isWriting, turn.number == battle.turns.last?.number else { return nil }
        let frame = { (side: Side) in "\(address)/stream/\(side.rawValue)?k=\(streamKey)" }
        return Sides(a: frame(.a), b: frame(.b))
    }

    private func actions(in context: PageContext) -> HTML? {
        guard !battle.state.isOver else { return nil }
        return """
            \(VoteBar(battle: battle, work: work).markup(in: context))
            \(followUp(in: context).markup(in: context), when: mayGoOn)
            """
    }

    private var mayGoOn: Bool { battle.turns.count < Battle.turnLimit }

    private func followUp(in context: PageContext) -> PromptForm {
        PromptForm(
            action: address + "/turns", label: context.say.text("Follow-up, to both models"),
            hint: context.say.text("Ask both a follow-up"), button: context.say.text("Send"),
            draft: draft,
            problem: draft.isEmpty ? nil : problem,
            memory: "\(battle.id)-\(battle.turns.count)", kind: "follow")
    }
}
