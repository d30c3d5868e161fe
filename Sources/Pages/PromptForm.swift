import Phrases

/// A form with one text to send to both contenders: the first prompt, or a follow-up.
struct PromptForm {
    /// Where it is sent.
    let action: String
    /// What the field is called for people.
    let label: String
    /// What stands in the empty field.
    let hint: String
    /// What the button says.
    let button: String
    /// What has been written already.
    var draft = ""
    /// Why the last attempt was refused.
    var problem: Saying?
    /// Under which name the script keeps the draft in this tab.
    let memory: String
    /// How it is styled.
    var kind = "first"
    /// What else the form asks, below the field.
    var extra = HTML.empty
    /// What can be chosen before sending, on lines of its own.
    var options = HTML.empty
    /// Whether the page opens with the field in focus.
    var takesFocus = false

    /// The form, with the page's token.
    func markup(in context: PageContext) -> HTML {
        """
        <form class="composer \(kind)" method="post" action="\(action)" data-draft="\(memory)">
        \(context.tokenField)
        <label for="prompt">\(label)</label>
        \(problem.map { problem in
            """
            <p class="error" id="prompt-error"\(context.say.mark(problem))>\
            \(context.say.text(problem))</p>
            """
        })
        <textarea id="prompt" name="prompt" rows="3" required maxlength="32768" dir="auto" \
        placeholder="\(hint)"\(Self.invalid, when: problem != nil)\
        \(" autofocus", when: problem != nil || takesFocus)>
        \(draft)</textarea>
        <div class="row">
        \(extra)
        <span class="hint keyhint">\(context.say(Self.keys))</span>
        <button class="primary">\(button)</button>
        </div>
        \(options)
        </form>
        """
    }

    private static let keys = """
        <kbd>Enter</kbd> sends, <kbd>Shift</kbd> <kbd>Enter</kbd> makes a new line
        """

    private static let invalid: HTML = " aria-describedby=\"prompt-error\" aria-invalid=\"true\""
}
