package import Arena
import Phrases

/// Tells the operator of a battle, folded away.
struct ReportForm {
    let battle: BattleID

    func markup(in context: PageContext) -> HTML {
        """
        <details class="reasons report">
        <summary>\(context.say("Report this battle"))</summary>
        <form method="post" action="/b/\(battle.text)/report">
        \(context.tokenField)
        <label for="kind">\(context.say("What is wrong"))</label>
        <select id="kind" name="kind">
        \(Report.Kind.allCases.map { kind in
            "<option value=\"\(kind.rawValue)\">\(context.say(kind.words))</option>" as HTML
        })
        </select>
        <label for="report-note">\(context.say("In your own words, up to 500 characters"))</label>
        <input id="report-note" name="note" maxlength="500" autocomplete="off" dir="auto">
        <button>\(context.say("Send to the operator"))</button>
        </form>
        </details>
        """
    }
}

extension Report.Kind {
    /// What people read.
    var words: String {
        switch self {
        case .illegal: "Against the law"
        case .harmful: "Dangerous or hateful"
        case .personal: "Somebody’s private matters"
        case .broken: "It does not work"
        case .other: "Something else"
        }
    }
}

/// The page after a report.
package struct ReportedPage: Page {
    private let battle: BattleID

    /// For whoever reported this battle.
    package init(_ battle: BattleID) { self.battle = battle }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Reported") }

    /// Keeps it out of search engines.
    package var head: HTML { "<meta name=\"robots\" content=\"noindex\">" }

    /// Thanks, and the way back.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="problem">
        <h1 tabindex="-1" autofocus>\(context.say("The operator has your report"))</h1>
        <p class="row"><a class="button" href="/b/\(battle.text)">\
        \(context.say("Back to the battle"))</a></p>
        </div>
        """
    }
}
