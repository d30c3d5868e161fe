package import Arena
import Phrases

/// `/me/delete`: what an erasure does, and the one button that does it.
package struct ErasePage: Page {
    /// The page.
    package init() {}

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Delete my data") }

    /// Keeps it out of search engines, and brings its own style.
    package var head: HTML { MyVotesPage().head }

    /// What goes, what stays, the button.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <div class="own">
            <h1>\(say("Delete my data"))</h1>
            <p class="lede">\(say("This cannot be undone."))</p>
            <ul>
            <li>\(say("The texts of your prompts, of the answers to them and of your comments are erased."))</li>
            <li>\(say("Your votes are withdrawn, and the ratings are computed without them."))</li>
            <li>\(say("In what is left, a number without meaning stands in your place, another in each battle."))</li>
            <li>\(say("The cookie ends: this browser is a new voter then."))</li>
            </ul>
            <p class="fine">\(say(
                "What stays are counts: that there was a battle, which models answered, how long it took. Copies that the operator saved before, and what the models’ providers keep, are out of reach of this page."
            ))</p>
            <form class="row" method="post" action="/me/delete">
            \(context.tokenField)
            <button class="primary">\(say("Erase everything"))</button>
            <a class="button quiet" href="/me">\(say("Keep it"))</a>
            </form>
            </div>
            """
    }
}

/// The answer to ``ErasePage``'s form.
package struct ErasedPage: Page {
    /// What was done.
    package let erasure: Erasure

    /// The page of an erasure.
    package init(_ erasure: Erasure) {
        self.erasure = erasure
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String {
        context.say.text("Your data is deleted")
    }

    /// Where a change of colours leads back to.
    package var home: String? { "/me" }

    /// Keeps it out of search engines, and brings its own style.
    package var head: HTML { MyVotesPage().head }

    /// The counts.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        let battles = say.count(
            erasure.battles, "{n} battle was erased.", "{n} battles were erased.")
        let votes = say.count(
            erasure.votes, "{n} vote was withdrawn.", "{n} votes were withdrawn.")
        return """
            <div class="own">
            <h1 tabindex="-1" autofocus>\(say("Your data is deleted"))</h1>
            <p class="lede">\(battles) \(votes)</p>
            <p><a class="button" href="/">\(say("Start a battle"))</a></p>
            </div>
            """
    }
}
