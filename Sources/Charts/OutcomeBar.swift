package import Phrases

/// The direct record of two models as one bar: won, tied, both bad, lost.
package struct OutcomeBar: Plot {
    /// The model named first.
    package let a: String
    /// The model named second.
    package let b: String
    /// Battles the first won.
    package let wonByA: Int
    /// Battles called a tie.
    package let ties: Int
    /// Battles in which both were called bad.
    package let bothBad: Int
    /// Battles the second won.
    package let wonByB: Int

    /// A bar of counts; none is below zero.
    package init(a: String, b: String, wonByA: Int, ties: Int, bothBad: Int, wonByB: Int) {
        self.a = a
        self.b = b
        self.wonByA = max(wonByA, 0)
        self.ties = max(ties, 0)
        self.bothBad = max(bothBad, 0)
        self.wonByB = max(wonByB, 0)
    }

    /// What is drawn.
    package var saidTitle: Saying {
        let number = NumberFormat.whole(total)
        return total == 1
            ? "Outcomes of \(figure: number) direct battle of \(a) and \(b)"
            : "Outcomes of \(figure: number) direct battles of \(a) and \(b)"
    }

    /// What it says: the four counts.
    package var saidFinding: Saying {
        guard total > 0 else { return "No battle between \(a) and \(b) yet." }
        return """
            \(a) won \(figure: Self.text(wonByA)), \(b) won \(figure: Self.text(wonByB)), \
            \(figure: Self.text(ties)) tied and in \(figure: Self.text(bothBad)) both were bad.
            """
    }

    /// The numbers behind it: outcome, battles, share.
    package var table: PlotTable {
        PlotTable(
            columns: ["Outcome", "Battles", "Share"],
            rows: segments.map { [$0.said.english, Self.text($0.count), $0.share] },
            sayings: segments.map(\.said))
    }

    /// The drawing as an SVG element; the same counts and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard total > 0 else {
            return style.empty(
                self, heading: "Direct battles", reason: "No battle between these two yet.")
        }
        return OutcomeDrawing(plot: self, style: style).svg
    }

    /// One part of the bar.
    struct Segment {
        let kind: Kind
        let said: Saying
        let count: Int
        let share: String
    }

    enum Kind { case a, tie, bothBad, b }

    /// The parts from left to right; the names no wider than `room`.
    func segments(names room: Double) -> [Segment] {
        let names = [a, b].map {
            TextWidth.shortened($0, toFit: room, size: PlotStyle.fontSize)
        }
        return [
            segment(.a, "\(names[0]) won", wonByA), segment(.tie, "Tie", ties),
            segment(.bothBad, "Both bad", bothBad), segment(.b, "\(names[1]) won", wonByB),
        ]
    }

    /// As a number, because a sum of counts may pass the largest integer.
    var total: Double { [wonByA, ties, bothBad, wonByB].reduce(0) { $0 + Double($1) } }

    var battles: Saying {
        let number = NumberFormat.whole(total)
        return total == 1 ? "\(figure: number) direct battle" : "\(figure: number) direct battles"
    }

    static func text(_ count: Int) -> String { NumberFormat.whole(Double(count)) }

    private var segments: [Segment] { segments(names: .infinity) }

    private func segment(_ kind: Kind, _ said: Saying, _ count: Int) -> Segment {
        Segment(kind: kind, said: said, count: count, share: share(of: count))
    }

    /// A whole percentage that says neither none of some nor all of not quite all.
    private func share(of count: Int) -> String {
        guard total > 0 else { return "–" }
        let share = Double(count) / total
        if share > 0, share < 0.005 { return "<1%" }
        return share < 1 && share >= 0.995 ? ">99%" : NumberFormat.percent(share)
    }
}
