package import Phrases

/// Any answer that is not what was asked for, 404 to 503, in words.
package struct ProblemPage: Page {
    /// The HTTP status.
    package var status: Int
    /// The kind, as a heading.
    let heading: Saying
    /// This case, and what to do.
    package var detail: Saying
    /// What the visitor had written, given back so that it is not lost.
    package var keptText: String?
    /// Finds the case in the operator's log.
    package var reference: String?
    /// Seconds after which the page asks again by itself; for a server that is starting.
    package var retryAfter: Int?

    /// Pages that may have been meant.
    package var nearest: [Near]

    /// A page that may have been meant.
    package struct Near: Equatable, Sendable {
        let name: String
        let path: String

        /// A page by its name and path.
        package init(name: String, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// A problem from its parts.
    package init(
        status: Int, title: Saying, detail: Saying, keptText: String? = nil,
        reference: String? = nil, retryAfter: Int? = nil, nearest: [Near] = []
    ) {
        self.status = status
        heading = title
        self.detail = detail
        self.keptText = keptText
        self.reference = reference
        self.retryAfter = retryAfter
        self.nearest = nearest
    }

    /// The page of an address that leads nowhere.
    package static let notFound = ProblemPage(
        status: 404, title: "There is no such page",
        detail: "The address may be mistyped, or the battle belongs to another browser.")

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text(heading) }

    /// Asks again by itself, where that may help and nothing written can be lost.
    package var head: HTML {
        guard status == 503, keptText == nil, let retryAfter else { return .empty }
        return "<meta http-equiv=\"refresh\" content=\"\(retryAfter)\">"
    }

    /// What went wrong, and the ways on.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="problem">
        <p class="code" aria-hidden="true">\(status)</p>
        <h1 tabindex="-1" autofocus\(context.say.mark(heading))>\(context.say.text(heading))</h1>
        <p class="lede"\(context.say.mark(detail))>\(context.say.text(detail))</p>
        \(wait(in: context))
        \(kept(in: context))
        \(meant(in: context), when: !nearest.isEmpty)
        <p class="row"><a class="button" href="/">\(context.say("Start a battle"))</a> \
        <a class="button quiet" href="/leaderboard">\(context.say("Leaderboard"))</a></p>
        \(reference.map { reference in
            """
            <p class="fine">\(context.say("Reference for the operator:")) <code>\(reference)</code></p>
            """
        })
        </div>
        """
    }

    private func meant(in context: PageContext) -> HTML {
        """
        <nav aria-label="\(context.say.text("Did you mean"))">
        <p>\(context.say("Did you mean"))</p>
        <ul>\(nearest.map { "<li><a href=\"\($0.path)\"><bdi>\($0.name)</bdi></a></li>" as HTML })</ul>
        </nav>
        """
    }

    private func wait(in context: PageContext) -> HTML? {
        retryAfter.map { seconds in
            let words = context.say.count(
                seconds, "Try again in {n} second.", "Try again in {n} seconds.")
            return "<p>\(words)</p>"
        }
    }

    private func kept(in context: PageContext) -> HTML? {
        guard let keptText else { return nil }
        return PromptForm(
            action: "/b", label: context.say.text("Your prompt, as you wrote it"), hint: "",
            button: context.say.text("Try again"), draft: keptText, memory: "prompt"
        ).markup(in: context)
    }
}
