import Catalogue
package import Charts
package import Comparisons
import Phrases
import Ratings

/// The figures of a pair's page, each from the value of its block.
package struct PairFigures: Sendable {
    /// The figures of a pair's page by the name of their file.
    package enum Name: String, Sendable, CaseIterable {
        case outcomes, belief, waiting, benchmarks, categories, cost

        /// The block it stands in.
        var block: Block {
            switch self {
            case .outcomes, .belief: .votes
            case .waiting: .measured
            case .benchmarks: .benchmarks
            case .categories: .categories
            case .cost: .monthly
            }
        }
    }

    private let comparison: Comparison
    private var a: String { comparison.subjects.a.name.text }
    private var b: String { comparison.subjects.b.name.text }

    /// The figures of a comparison.
    package init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    /// One figure; `nil` where its block has nothing to draw.
    package func plot(_ name: Name) -> (any Plot)? {
        switch name {
        case .outcomes: outcomes
        case .belief: belief
        case .waiting: waiting
        case .benchmarks: benchmarks
        case .categories: categories
        case .cost: cost
        }
    }

    /// The figures of a block as they stand on the page.
    func markup(of block: Block, in say: Phrasebook) -> HTML {
        let parts = Name.allCases.filter { $0.block == block }.compactMap { name in
            plot(name).map { plot in
                PlotFigure(
                    plot, name: "p-\(name.rawValue)",
                    file: "/compare/\(comparison.slug)/\(name.rawValue).svg"
                ).markup(in: say).text
            }
        }
        return HTML(trusted: parts.joined(separator: "\n"))
    }

    private var outcomes: OutcomeBar? {
        let record = comparison.votes.record
        guard record.votes > 0 else { return nil }
        return OutcomeBar(
            a: a, b: b, wonByA: record.firstWins, ties: record.ties, bothBad: record.bothBad,
            wonByB: record.secondWins)
    }

    private var belief: BeliefCurve? {
        guard let certainty = comparison.votes.certainty, certainty.hasNumbers else { return nil }
        return BeliefCurve(
            a: a, b: b, difference: certainty.gap.points,
            standardError: certainty.gap.standardError)
    }

    private var waiting: QuantileStrip? {
        guard let sides = comparison.measured.evidence?.sides else { return nil }
        let rows = PairSide.allCases.compactMap { side -> QuantileStrip.Row? in
            guard let measured = sides[side], measured.answers >= 20, let times = measured.firstText
            else { return nil }
            return QuantileStrip.Row(
                label: comparison.subjects[side].name.text, p5: times.p5, p25: times.p25,
                p50: times.p50, p75: times.p75, p95: times.p95, count: measured.answers)
        }
        return rows.count == 2 ? QuantileStrip(rows: rows) : nil
    }

    private var benchmarks: DumbbellPlot? {
        let rows = comparison.benchmarks.shared.map { row in
            DumbbellPlot.Row(
                label: row.name.text, a: row.scores.a.value.double, b: row.scores.b.value.double,
                noise: row.noise)
        }
        return rows.isEmpty ? nil : DumbbellPlot(a: a, b: b, rows: rows)
    }

    private var categories: CategoryPlot? {
        let rows = comparison.categories.findings.filter(\.certainty.hasNumbers).map { finding in
            let gap = finding.certainty.gap
            let isAhead = finding.certainty.state == .ahead
            return CategoryPlot.Row(
                label: finding.name.text, share: gap.expectedShare,
                low: gap.expectedShareInterval.low, high: gap.expectedShareInterval.high,
                votes: finding.votes.a + finding.votes.b,
                ahead: isAhead ? finding.certainty.front == .a ? .a : .b : nil)
        }
        return rows.isEmpty ? nil : CategoryPlot(a: a, b: b, rows: rows)
    }

    private var cost: MonthlyCostPlot? {
        guard let monthly = comparison.monthly,
            monthly.dollars.a != nil || monthly.dollars.b != nil
        else { return nil }
        let each = Sides { side in
            monthly.dollars[side].map { $0.double / Double(monthly.traffic[side].requests) }
        }
        return MonthlyCostPlot(
            a: a, b: b, costOfA: each.a, costOfB: each.b,
            requests: Double(monthly.traffic.a.requests))
    }
}
