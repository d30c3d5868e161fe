import Phrases

/// The amber lines that stand on every page while practice guides answer.
enum PracticeBanner {
    static func markup(in context: PageContext) -> HTML {
        """
        <aside class="practice" aria-label="\(context.say.text("Practice"))">
        <details>
        <summary>\(Symbol.warning)<span><strong>\(context.say("Practice."))</strong> \
        \(context.say(
            "No language model is connected yet, so two built-in guides answer.")) \
        <u>\(context.say("What this means"))</u></span></summary>
        <p>\(context.say(words))
        <a href="/methodology#connect">\(context.say("Connect a model"))</a></p>
        </details>
        </aside>
        """
    }

    private static let words = """
        They are small programs that search this arena’s own manual. They are not language models. \
        Practice votes have their own board and never enter the real ratings.
        """
}
