/// `/`: where a battle begins.
package struct PromptPage: Page {
    /// What the visitor wrote before, to be sent again.
    package var draft: String
    /// Why it was not taken, in a sentence for people.
    package var problem: String?

    /// An empty page, or one that gives a refused prompt back.
    package init(draft: String = "", problem: String? = nil) {
        self.draft = draft
        self.problem = problem
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { "Ask two models" }

    /// A refused prompt comes back at another address.
    package var home: String? { "/" }

    /// The promise, the field, examples.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="opening">
        <h1>Two models answer. You pick. <span>Then you see who they were.</span></h1>
        \(form.markup(in: context))
        \(examples(in: context))
        <p class="fine">Your prompt is sent to whoever serves the two models. Prompt, answers \
        and vote are stored on this server, so do not paste secrets. <a href="/privacy">Privacy</a></p>
        </div>
        """
    }

    private var form: PromptForm {
        PromptForm(
            action: "/b", label: "Your prompt", hint: "Ask anything you would really ask",
            button: "Start", draft: draft, problem: problem, memory: "prompt", takesFocus: true)
    }

    private func examples(in context: PageContext) -> HTML {
        let texts = context.isPractice ? Self.practiceExamples : Self.examples
        return """
            <form class="examples" method="post" action="/b" aria-labelledby="try">
            \(context.tokenField)
            <h2 id="try">\(context.isPractice ? "Ask about the arena" : "Or try one of these")</h2>
            <div class="chips">
            \(texts.map { "<button name=\"prompt\" value=\"\($0)\">\($0)</button>" })
            </div>
            </form>
            """
    }

    private static let examples = [
        "Explain what a deadlock is, with an example from a kitchen.",
        "Rewrite this politely: I need the report today, you promised it.",
        "Plan three rainy days in Lisbon for two people who like old books.",
    ]

    private static let practiceExamples = [
        "How are ratings computed?", "What does ±20 mean?", "Is my prompt public?",
    ]
}
