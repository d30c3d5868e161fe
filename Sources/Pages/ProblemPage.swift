/// Any answer that is not what was asked for, 404 to 503, in words.
package struct ProblemPage: Page {
    /// The HTTP status.
    package var status: Int
    /// The kind, as a heading.
    package var title: String
    /// This case, and what to do.
    package var detail: String
    /// What the visitor had written, given back so that it is not lost.
    package var keptText: String?
    /// Finds the case in the operator's log.
    package var reference: String?
    /// Seconds after which the page asks again by itself; for a server that is starting.
    package var retryAfter: Int?

    /// A problem from its parts.
    package init(
        status: Int, title: String, detail: String, keptText: String? = nil,
        reference: String? = nil, retryAfter: Int? = nil
    ) {
        self.status = status
        self.title = title
        self.detail = detail
        self.keptText = keptText
        self.reference = reference
        self.retryAfter = retryAfter
    }

    /// The page of an address that leads nowhere.
    package static let notFound = ProblemPage(
        status: 404, title: "There is no such page",
        detail: "The address may be mistyped, or the battle belongs to another browser.")

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
        <h1 tabindex="-1" autofocus>\(title)</h1>
        <p class="lede">\(detail)</p>
        \(wait)
        \(kept(in: context))
        <p class="row"><a class="button" href="/">Start a battle</a> \
        <a class="button quiet" href="/leaderboard">Leaderboard</a></p>
        \(reference.map { "<p class=\"fine\">Reference for the operator: <code>\($0)</code></p>" })
        </div>
        """
    }

    private var wait: HTML? {
        retryAfter.map { "<p>Try again in \($0.counted("second", "seconds")).</p>" }
    }

    private func kept(in context: PageContext) -> HTML? {
        guard let keptText else { return nil }
        return PromptForm(
            action: "/b", label: "Your prompt, as you wrote it", hint: "", button: "Try again",
            draft: keptText, memory: "prompt"
        ).markup(in: context)
    }
}
