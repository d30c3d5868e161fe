import Arena

/// What is said and offered when a battle ends without a vote.
struct BattleEnding {
    let battle: BlindBattle

    /// The words and the ways on. While answers are written they are there for the script, hidden.
    func markup(in context: PageContext) -> HTML? {
        switch battle.state {
        case .ready, .voted: nil
        case .created, .streaming: block(Self.failed, in: context, isHidden: true)
        case .failed: block(Self.failed, in: context)
        case .expired:
            block(
                "Nobody voted in time, so this battle is closed. Its names stay sealed.",
                in: context)
        case .skipped:
            block("You left this battle without a choice. Its names stay sealed.", in: context)
        }
    }

    private static let failed =
        "There is nothing to vote on: not both answers arrived. Nothing was recorded as a win or "
        + "a loss."

    private func block(_ words: String, in context: PageContext, isHidden: Bool = false) -> HTML {
        """
        <div class="ending" id="ending"\(" hidden", when: isHidden)>
        <p>\(words)</p>
        <div class="row">
        \(Self.rematch(of: battle, in: context))
        <a class="button quiet" href="/">Another prompt</a>
        </div>
        </div>
        """
    }

    /// A form that sends the first prompt of a battle to a new pair.
    static func rematch(of battle: BlindBattle, in context: PageContext) -> HTML? {
        guard let prompt = battle.turns.first?.prompt else { return nil }
        return """
            <form method="post" action="/b">
            \(context.tokenField)
            <input type="hidden" name="prompt" value="\(prompt)">
            <button>Same prompt, new pair</button>
            </form>
            """
    }
}
