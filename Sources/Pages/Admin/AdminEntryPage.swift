package import Phrases

/// `/admin/enter`: opens the admin side with a link's code. Looking at it uses nothing up.
package struct AdminEntryPage: AdminPage {
    /// Nobody has entered yet.
    package let section: AdminSection? = nil
    private let code: String
    private let problem: Saying?

    /// The page of a link; without a code it says how to get one.
    package init(code: String, problem: Saying? = nil) {
        self.code = code
        self.problem = problem
    }

    /// What it is called.
    package var heading: Saying { "Administer this arena" }

    /// A button, or where to find a link.
    package func content(in context: PageContext) -> HTML {
        guard !code.isEmpty else {
            return """
                \(problem.map { "<p class=\"error\"\(context.say.mark($0))>\(context.say.text($0))</p>" as HTML })
                <p class="lede">\(context.say("The admin side opens by a link that works once, for 15 minutes."))</p>
                <p>\(context.say(
                    "The server prints one when it starts. For a fresh one, run this where the arena runs:"
                ))</p>
                <p><code>arena admin-link</code></p>
                """
        }
        return """
            <p class="lede">\(context.say(
                "This link works once. It makes this browser an administrator’s for 12 hours."))</p>
            <form class="adminform" method="post" action="/admin/enter">
            <input type="hidden" name="code" value="\(code)">
            \(context.field("name", "Your name, for the audit log", "", kind: """
                 maxlength="80" autocomplete="name"
                """))
            <button class="primary">\(context.say("Enter"))</button>
            </form>
            """
    }
}
