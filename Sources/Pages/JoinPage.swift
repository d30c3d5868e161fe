package import Arena
import Phrases

/// `/join/{code}`: an invitation, before it is taken.
package struct JoinPage: Page {
    private let admission: Admission
    private let code: String

    /// The page of a link; `code` stands in its form only while the link is open.
    package init(_ admission: Admission, code: String) {
        self.admission = admission
        self.code = code
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Invitation") }

    /// Keeps links out of search engines.
    package var head: HTML { "<meta name=\"robots\" content=\"noindex\">" }

    /// A button, or why there is none.
    package func main(in context: PageContext) -> HTML {
        guard admission == .open else {
            return """
                <div class="problem">
                <h1 tabindex="-1" autofocus>\(context.say("This link lets nobody in"))</h1>
                <p class="lede">\(context.say(reason))</p>
                <p class="row"><a class="button" href="/leaderboard">\
                \(context.say("Leaderboard"))</a></p>
                </div>
                """
        }
        return """
            <div class="opening">
            <h1>\(context.say("You are invited to vote"))</h1>
            <p class="lede">\(context.say(promise))</p>
            <form method="post" action="/join/\(code)">
            \(context.tokenField)
            <button class="primary">\(context.say("Join with this browser"))</button>
            </form>
            <p class="fine">\(context.say(cookie))</p>
            </div>
            """
    }

    private let promise = """
        Two models answer your prompt without their names. You pick the better answer, then you see \
        who they were.
        """
    private let cookie = """
        A cookie makes this browser a voter. Nobody asks for your name, and nothing is stored of this \
        device besides.
        """

    private var reason: String {
        switch admission {
        case .open, .unknown: "The address may be mistyped. Ask whoever sent it for a new one."
        case .expired: "Its time is over. Ask whoever sent it for a new one."
        case .usedUp: "As many people have joined by it as may. Ask for a new one."
        case .revoked: "It was taken back."
        }
    }
}
