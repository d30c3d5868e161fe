import Arena
import Phrases

/// What can be done while answers are written: stop them, or see what is there.
struct WritingBar {
    let battle: BlindBattle

    /// The bar. The second form is shown by the script when nothing has come for long.
    func markup(in context: PageContext) -> HTML {
        """
        <div class="writing" id="writing">
        <form method="post" action="/b/\(battle.id.text)/stop" id="stop">
        \(context.tokenField)
        <button class="quiet">\(context.say("Stop both"))<kbd>Esc</kbd></button>
        </form>
        <div class="slow" id="slow" hidden>
        <p>\(context.say("Still waiting."))</p>
        <form method="post" action="/b/\(battle.id.text)/now" id="now" hidden>
        \(context.tokenField)
        <button>\(context.say("Show what is ready"))</button>
        </form>
        </div>
        </div>
        """
    }
}
