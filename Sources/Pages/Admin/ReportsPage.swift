package import Arena
package import Phrases

/// `/admin/reports`: what visitors have against battles.
package struct ReportsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .reports
    /// What it is called.
    package let heading: Saying = "Reports"
    private let reports: [NumberedReport]

    /// Reports, open ones first.
    package init(_ reports: [NumberedReport]) { self.reports = reports }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>\(context.say("""
            A shared battle that is taken down can no longer be read by its link, and its texts \
            stay out of exports. Its vote stays.
            """))</p>
        \(AdminTable(
            caption: "Reports",
            columns: ["No.", "When (UTC)", "Battle", "What is wrong", "In their words", "State"],
            rows: reports.map { cells($0, in: context.say) },
            empty: "Nobody has reported anything."
        ).markup(in: context))
        """
    }

    private func cells(_ numbered: NumberedReport, in say: Phrasebook) -> [HTML] {
        let report = numbered.report
        let battle: HTML =
            numbered.isShared
            ? "<a href=\"/b/\(report.battle.text)\">\(report.battle.text.prefix(8).description)</a>"
            : "\(report.battle.text.prefix(8).description)"
        return [
            "\(numbered.number.description)", "\(report.at.minuteText.replacing(" UTC", with: ""))",
            battle, say(report.kind.words), "<bdi>\(report.note)</bdi>", state(numbered, in: say),
        ]
    }

    private func state(_ numbered: NumberedReport, in say: Phrasebook) -> HTML {
        guard numbered.closedAt == nil else { return say("closed") }
        let address = "/admin/reports/close?number=\(numbered.number)"
        return """
            <a href="\(address)">\(say("Close it"))</a> · \
            <a href="\(address + "&down=1")">\(say("Take down"))</a>
            """
    }
}
