package import Phrases

/// A page of the admin side: out of search engines, with the list of its sections.
package protocol AdminPage: Page {
    /// Which section it belongs to; `nil` before anybody has entered.
    var section: AdminSection? { get }
    /// What it is called.
    var heading: Saying { get }
    /// What stands below the heading.
    func content(in context: PageContext) -> HTML
}

extension AdminPage {
    /// The tab's title.
    package func title(in context: PageContext) -> String {
        "\(context.say.text(heading)) · \(context.say.text("Admin"))"
    }

    /// The sheet of these pages; keeps them out of search engines.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.adminStylesheet)">
        <meta name="robots" content="noindex">
        """
    }

    /// The sections beside the content.
    package func main(in context: PageContext) -> HTML {
        """
        <div class="admin">
        \(navigation(in: context), when: section != nil)
        <div class="adminmain">
        <h1 tabindex="-1" autofocus>\(context.say.text(heading))</h1>
        \(content(in: context))
        </div>
        </div>
        """
    }

    /// A link to where a list goes on, below a number; nothing at its end.
    func older(from number: Int64?, at path: String, in context: PageContext) -> HTML? {
        number.map {
            """
            <p><a class="button" href="\(path)?before=\($0.description)">\
            \(context.say("Older"))</a></p>
            """
        }
    }

    private func navigation(in context: PageContext) -> HTML {
        """
        <nav class="adminnav" aria-label="\(context.say.text("Admin"))">
        \(AdminSection.allCases.map { one in
            """
            <a href="\(one.path)"\(" aria-current=\"page\"", when: one == section)>\
            \(context.say(one.words))</a>
            """
        })
        <form method="post" action="/admin/leave">\(context.tokenField)\
        <button class="quiet">\(context.say("Leave"))</button></form>
        </nav>
        """
    }
}

/// The parts of the admin side.
package enum AdminSection: String, Sendable, CaseIterable {
    /// Today in counts.
    case overview
    /// Who serves models.
    case connections
    /// Who plays.
    case contenders
    /// How pairs are drawn.
    case pairing
    /// Single votes.
    case votes
    /// Many votes of one voter.
    case bursts
    /// Voters that the detectors found.
    case integrity
    /// What visitors have against battles.
    case reports
    /// What is spent.
    case budgets
    /// Ratings as they were.
    case fits
    /// Who may vote and who administers.
    case people
    /// What was changed.
    case audit

    /// Where it is.
    package var path: String { self == .overview ? "/admin" : "/admin/\(rawValue)" }

    /// What it is called.
    package var words: String {
        switch self {
        case .overview: "Overview"
        case .connections: "Connections"
        case .contenders: "Contenders"
        case .pairing: "Pairing"
        case .votes: "Votes"
        case .bursts: "Bursts"
        case .integrity: "Integrity"
        case .reports: "Reports"
        case .budgets: "Budgets"
        case .fits: "Fits"
        case .people: "People"
        case .audit: "Audit log"
        }
    }
}
