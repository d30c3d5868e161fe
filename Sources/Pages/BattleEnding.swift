import Arena
import Phrases

/// What is said and offered when answers are missing, or a battle ended without a vote.
struct BattleEnding {
    let battle: BlindBattle

    /// The words and the ways on. While answers are written they are there for the script, hidden.
    func markup(in context: PageContext) -> HTML? {
        switch battle.state {
        case .voted: nil
        case .created, .streaming:
            block(Self.failed, ways: retries(in: context), in: context, isHidden: true)
        case .failed: block(Self.failed, ways: retries(in: context), in: context)
        case .ready:
            lastFailed
                ? block(Self.partly, ways: retries(in: context), in: context) : nil
        case .expired: block(Self.expired, in: context)
        case .skipped: block(Self.skipped, in: context)
        }
    }

    private static let failed = """
        There is nothing to vote on: not both answers arrived. Nothing was recorded as a win or a \
        loss.
        """
    private static let partly = """
        This turn is not complete. You can ask again, or vote on the turns before it.
        """
    private static let expired = """
        Nobody voted in time, so this battle is closed. Its names stay sealed.
        """
    private static let skipped = """
        You left this battle without a choice. Its names stay sealed.
        """

    private var lastFailed: Bool {
        battle.turns.last.map { turn in
            Side.allCases.contains { turn.replies[$0].state == .failed }
        } ?? false
    }

    private func block(
        _ words: String, ways: HTML = .empty, in context: PageContext, isHidden: Bool = false
    ) -> HTML {
        """
        <div class="ending" id="ending"\(" hidden", when: isHidden)>
        <p>\(context.say(words))</p>
        <div class="row">
        \(ways)
        \(Self.rematch(of: battle, in: context))
        <a class="button quiet" href="/">\(context.say("Another prompt"))</a>
        </div>
        </div>
        """
    }

    /// Asking the failed side again; in a first turn of a drawn battle, asking somebody else.
    private func retries(in context: PageContext) -> HTML {
        """
        <form method="post" action="/b/\(battle.id.text)/retry" id="retry">
        \(context.tokenField)
        <button class="primary" aria-keyshortcuts="r">\(context.say("Try again"))<kbd>R</kbd></button>
        </form>
        \(replacement(in: context), when: battle.turns.count == 1)
        """
    }

    private func replacement(in context: PageContext) -> HTML {
        """
        <form method="post" action="/b/\(battle.id.text)/retry" id="replace">
        \(context.tokenField)
        <button name="replace" value="1">\(context.say("Replace with another model"))</button>
        </form>
        """
    }

    /// A form that sends the first prompt of a battle to a new pair.
    static func rematch(of battle: BlindBattle, in context: PageContext) -> HTML? {
        guard let prompt = battle.turns.first?.prompt else { return nil }
        return """
            <form method="post" action="/b">
            \(context.tokenField)
            <input type="hidden" name="prompt" value="\(prompt)">
            <button>\(context.say("Same prompt, new pair"))</button>
            </form>
            """
    }
}
