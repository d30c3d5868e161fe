import Phrases

/// The lines that tell a reader who may not vote that he needs an invitation.
enum AccessBanner {
    static func markup(in context: PageContext) -> HTML {
        """
        <aside class="practice" aria-label="\(context.say.text("Invitation"))">
        <details>
        <summary>\(Symbol.warning)<span><strong>\(context.say("Voting is by invitation."))</strong> \
        \(context.say("You can read everything."))</span></summary>
        <p>\(context.say(words))</p>
        </details>
        </aside>
        """
    }

    private static let words = """
        Whoever runs this arena can send you a link. Open it in this browser, then you can start \
        battles and vote.
        """
}
