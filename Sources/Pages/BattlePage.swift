package import Arena

/// `/b/{id}` before the vote; made from a ``BlindBattle``, so it has no name to give away.
package struct BattlePage: Page {
    /// The battle, as its voter may see it.
    package let battle: BlindBattle
    /// Opens the two frames of a browser without script.
    package let streamKey: String
    /// Why the last form was refused, in a sentence for people.
    package var problem: String?
    /// A follow-up that was not taken, to be sent again.
    package var draft: String

    /// A battle as it stands.
    package init(
        battle: BlindBattle, streamKey: String, problem: String? = nil, draft: String = ""
    ) {
        self.battle = battle
        self.streamKey = streamKey
        self.problem = problem
        self.draft = draft
    }

    /// The tab's title, the same for every battle.
    package func title(in context: PageContext) -> String { "Blind battle" }

    /// A refused vote comes back at another address.
    package var home: String? { address }

    /// Keeps battles out of search engines.
    package var head: HTML { "<meta name=\"robots\" content=\"noindex\">" }

    /// Prompts and answers, then what can be done.
    package func main(in context: PageContext) -> HTML {
        """
        <h1 class="sr-only">Blind battle</h1>
        <div class="battle" id="battle"\(stream)>
        \(refusal)
        <p class="lost" id="lost" hidden>Connection lost. The answers go on being written on the \
        server and will be here when you are back. <a href="\(address)">Load again</a></p>
        \(battle.turns.map { TurnView(turn: $0, of: battle, frames: frames(of: $0)).markup })
        \(BattleEnding(battle: battle).markup(in: context))
        \(actions(in: context))
        <details class="seal">
        <summary>Sealed <code>\(String(battle.seal.prefix(8)))</code></summary>
        <p>The two names were fixed before this page was made. This is the SHA-256 digest of the \
        battle, both names and a secret; after your vote the secret is shown, so that anyone can \
        check that nothing was swapped.</p>
        <p><code>\(battle.seal)</code></p>
        </details>
        </div>
        """
    }

    private var address: String { "/b/\(battle.id)" }

    private var isWriting: Bool { battle.state == .streaming || battle.state == .created }

    private var stream: HTML? {
        guard isWriting else { return nil }
        return " data-stream=\"/api/v1/battles/\(battle.id.text)/stream\""
    }

    private var refusal: HTML? {
        guard let problem, draft.isEmpty else { return nil }
        return "<p class=\"error\" role=\"alert\" tabindex=\"-1\" autofocus>\(problem)</p>"
    }

    private func frames(of turn: BlindBattle.BlindTurn) -> Sides<String>? {
        guard isWriting, turn.number == battle.turns.last?.number else { return nil }
        let frame = { (side: Side) in "\(address)/stream/\(side.rawValue)?k=\(streamKey)" }
        return Sides(a: frame(.a), b: frame(.b))
    }

    private func actions(in context: PageContext) -> HTML? {
        guard !battle.state.isOver else { return nil }
        return """
            \(VoteBar(battle: battle).markup(in: context))
            \(followUp.markup(in: context), when: battle.turns.count < Battle.turnLimit)
            """
    }

    private var followUp: PromptForm {
        PromptForm(
            action: address + "/turns", label: "Follow-up, to both models",
            hint: "Ask both a follow-up", button: "Send", draft: draft,
            problem: draft.isEmpty ? nil : problem,
            memory: "\(battle.id)-\(battle.turns.count)", kind: "follow")
    }
}
