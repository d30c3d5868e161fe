package import Phrases

/// `/`: where a battle begins.
package struct PromptPage: Page {
    /// What the visitor wrote before, to be sent again.
    package var draft: String
    /// Why it was not taken, in a sentence for people.
    package var problem: Saying?
    /// Who may be chosen, by short name and name for people, in the order of the names.
    package let choices: [(id: String, name: String)]

    /// An empty page, or one that gives a refused prompt back.
    package init(
        draft: String = "", problem: Saying? = nil, choices: [(id: String, name: String)] = []
    ) {
        self.draft = draft
        self.problem = problem
        self.choices = choices.sorted { $0.name < $1.name }
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Ask two models") }

    /// A refused prompt comes back at another address.
    package var home: String? { choices.isEmpty ? "/" : "/choose" }

    /// What the page has beside the common sheet.
    package var head: HTML { Layout.replyStylesheet }

    /// The promise, the field, examples.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="opening">
        <h1>\(context.say(Self.promise))</h1>
        \(form(in: context).markup(in: context))
        \(examples(in: context))
        <p class="fine">\(context.say(Self.care)) \
        <a href="/privacy">\(context.say("Privacy"))</a></p>
        </div>
        """
    }

    private static let promise = """
        Two models answer. You pick. <span>Then you see who they were.</span>
        """
    private static let care = """
        Your prompt is sent to whoever serves the two models. Prompt, answers and vote are stored \
        on this server, so do not paste secrets.
        """

    private func form(in context: PageContext) -> PromptForm {
        PromptForm(
            action: "/b", label: context.say.text("Your prompt"),
            hint: context.say.text("Ask anything you would really ask"),
            button: context.say.text("Start"), draft: draft, problem: problem, memory: "prompt",
            extra: """
                <label class="check"><input type="checkbox" name="unpublished" value="1">\
                <span>\(context.say("Do not publish this battle"))</span></label>
                """,
            options: choices.count > 1 ? options(in: context) : way(context.say),
            takesFocus: true)
    }

    private func way(_ say: Phrasebook) -> HTML {
        """
        <p class="fine"><a href="/choose">\(say("Choose the two models yourself"))</a></p>
        """
    }

    /// Choosing who answers; on a page of its own, because the first page names nobody.
    private func options(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <details class="options" open>
            <summary>\(say("Choose the two models"))</summary>
            <div class="row">
            \(picker("a", say("One model"), say))
            \(picker("b", say("Other model"), say))
            <label class="check"><input type="checkbox" name="named" value="1">\
            <span>\(say("Show their names from the start"))</span></label>
            </div>
            <p class="fine">\(say(Self.chosen))</p>
            </details>
            """
    }

    private static let chosen = """
        The sides are shuffled and hidden unless you ask for the names. Votes on a chosen pair are \
        kept, and enter no rating.
        """

    private func picker(_ name: String, _ label: HTML, _ say: Phrasebook) -> HTML {
        """
        <label>\(label) <select name="\(name)"><option value="">\(say("drawn"))</option>
        \(choices.map { "<option value=\"\($0.id)\">\($0.name)</option>" })
        </select></label>
        """
    }

    private func examples(in context: PageContext) -> HTML {
        let texts = context.isPractice ? Self.practiceExamples : Self.examples
        let heading = context.isPractice ? "Ask about the arena" : "Or try one of these"
        return """
            <form class="examples" method="post" action="/b" aria-labelledby="try">
            \(context.tokenField)
            <h2 id="try">\(context.say(heading))</h2>
            <div class="chips">
            \(texts.map { example(context.say.text($0)) })
            </div>
            </form>
            """
    }

    private func example(_ text: String) -> HTML {
        "<button name=\"prompt\" value=\"\(text)\">\(text)</button>"
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
