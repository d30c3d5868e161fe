package import Phrases

/// Where one of two models is better: its expected share of a vote in each category.
package struct CategoryPlot: Plot {
    /// One category.
    package struct Row: Equatable, Sendable {
        /// The category.
        package let label: String
        /// The first model's expected share of a vote, 0 to 1.
        package let share: Double
        /// Lower end of the 95% interval of the share.
        package let low: Double
        /// Upper end of the 95% interval of the share.
        package let high: Double
        /// How many votes it rests on.
        package let votes: Int
        /// Who is ahead, by the rules of certainty; `nil` if it is too close.
        package let ahead: PlotSide?
        /// Whether there are too few votes to say anything; drawn dashed and hollow.
        package let isProvisional: Bool

        /// A row from its parts.
        package init(
            label: String, share: Double, low: Double, high: Double, votes: Int,
            ahead: PlotSide?, isProvisional: Bool = false
        ) {
            self.label = label
            self.share = share
            self.low = low
            self.high = high
            self.votes = votes
            self.ahead = ahead
            self.isProvisional = isProvisional
        }

        /// Whether the share and its interval can be drawn.
        var isKnown: Bool {
            [share, low, high].allSatisfy { $0 >= 0 && $0 <= 1 } && low <= share && share <= high
        }
    }

    /// The model whose share is drawn.
    package let a: String
    /// The other model.
    package let b: String
    /// The categories, top to bottom.
    package let rows: [Row]

    /// A plot of categories.
    package init(a: String, b: String, rows: [Row]) {
        self.a = a
        self.b = b
        self.rows = rows
    }

    /// What is drawn.
    package var saidTitle: Saying { "Expected share of a vote of \(a) against \(b), by category" }

    /// What it says: for what voters prefer whom.
    package var saidFinding: Saying {
        let firm = rows.filter { !$0.isProvisional && $0.isKnown }
        guard !firm.isEmpty else { return "Not enough votes in any category yet." }
        let close = firm.filter { $0.ahead == nil }.count
        return """
            Voters prefer \(a) for \(Self.list(firm, .a)); \(b) for \(Self.list(firm, .b)); \
            \(close) \(close == 1 ? "category" : "categories" as Saying) too close.
            """
    }

    /// The numbers behind it: category, expected share, interval, votes, verdict.
    package var table: PlotTable {
        PlotTable(
            columns: ["Category", "Expected share of \(a)", "Low", "High", "Votes", "Verdict"],
            rows: rows.map { row in
                [row.label] + [row.share, row.low, row.high].map(NumberFormat.percent)
                    + [NumberFormat.whole(Double(row.votes)), verdict(of: row).english]
            },
            sayings: ["Expected share of \(a)"] + rows.map { verdict(of: $0) })
    }

    /// The drawing as an SVG element; the same rows and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !rows.isEmpty else {
            return style.empty(self, heading: "By category", reason: "No category has votes yet.")
        }
        return CategoryDrawing(plot: self, style: style).svg
    }

    /// What a row says in words.
    func verdict(of row: Row) -> Saying {
        if !row.isKnown { return "unknown" }
        if row.isProvisional { return "too few votes" }
        switch row.ahead {
        case .a: return "\(a) ahead"
        case .b: return "\(b) ahead"
        case nil: return "too close"
        }
    }

    private static func list(_ rows: [Row], _ side: PlotSide) -> Saying {
        let names = rows.filter { $0.ahead == side }.map { Saying(phrase: $0.label) }
        return names.isEmpty ? "none" : names.listed
    }
}
