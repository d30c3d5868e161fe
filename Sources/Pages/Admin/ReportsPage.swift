package import Arena

/// `/admin/reports`: what visitors have against battles.
package struct ReportsPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .reports
    /// What it is called.
    package let heading = "Reports"
    private let reports: [NumberedReport]

    /// Reports, open ones first.
    package init(_ reports: [NumberedReport]) { self.reports = reports }

    /// The list.
    package func content(in context: PageContext) -> HTML {
        """
        <p>A shared battle that is taken down can no longer be read by its link, and its texts stay \
        out of exports. Its vote stays.</p>
        \(AdminTable(
            caption: "Reports",
            columns: ["No.", "When (UTC)", "Battle", "What is wrong", "In their words", "State"],
            rows: reports.map(cells), empty: "Nobody has reported anything.").markup)
        """
    }

    private func cells(_ numbered: NumberedReport) -> [HTML] {
        let report = numbered.report
        let battle: HTML =
            numbered.isShared
            ? "<a href=\"/b/\(report.battle.text)\">\(report.battle.text.prefix(8).description)</a>"
            : "\(report.battle.text.prefix(8).description)"
        return [
            "\(numbered.number.description)", "\(report.at.minuteText.replacing(" UTC", with: ""))",
            battle, "\(report.kind.words)", "<bdi>\(report.note)</bdi>", state(numbered),
        ]
    }

    private func state(_ numbered: NumberedReport) -> HTML {
        guard numbered.closedAt == nil else { return "closed" }
        let address = "/admin/reports/close?number=\(numbered.number)"
        return """
            <a href="\(address)">Close</a> · <a href="\(address + "&down=1")">Take down</a>
            """
    }
}
