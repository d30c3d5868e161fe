package import Phrases

/// Who met whom: models on a circle, a line for every pair that battled, thicker for more battles.
package struct BattleGraph: Plot {
    /// One model.
    package struct Node: Equatable, Sendable {
        /// The model.
        package let label: String
        /// How many votes it took part in.
        package let votes: Int
        /// Models linked by battles bear the same number; 0 is the largest group.
        package let group: Int

        /// A node from its parts.
        package init(label: String, votes: Int, group: Int) {
            self.label = label
            self.votes = votes
            self.group = group
        }
    }

    /// The battles of one pair.
    package struct Edge: Equatable, Sendable {
        /// The index of one model.
        package let one: Int
        /// The index of the other.
        package let other: Int
        /// How many battles they had.
        package let battles: Int

        /// An edge from its parts.
        package init(one: Int, other: Int, battles: Int) {
            self.one = one
            self.other = other
            self.battles = battles
        }
    }

    /// The models.
    package let nodes: [Node]
    /// The pairs that met.
    package let edges: [Edge]

    /// A graph; edges that lead nowhere or have no battle are left out.
    package init(nodes: [Node], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges.filter { edge in
            nodes.indices.contains(edge.one) && nodes.indices.contains(edge.other)
                && edge.one != edge.other && edge.battles > 0
        }
    }

    /// More models than these are in the table only.
    package static let most = 25

    /// What is drawn.
    package var saidTitle: Saying {
        .count(
            nodes.count, "Battles between {n} model, as a graph",
            "Battles between {n} models, as a graph")
    }

    /// What it says: whether all are linked, and how many pairs met.
    package var saidFinding: Saying {
        guard !edges.isEmpty else { return Saying(phrase: Self.unknown) }
        let pairs = nodes.count * (nodes.count - 1) / 2
        let met: Saying = """
            \(figure: NumberFormat.whole(Double(edges.count))) of \
            \(figure: NumberFormat.whole(Double(pairs))) pairs have met.
            """
        let groups = Set(nodes.map(\.group)).count
        return groups == 1
            ? "All models are linked by battles. \(met)"
            : "The models fall into \(groups) groups that have never met. \(met)"
    }

    /// The numbers behind it: the pairs that met, most battles first.
    package var table: PlotTable {
        PlotTable(
            columns: ["Model", "Against", "Battles", "Group"],
            rows: edges.sorted { $0.battles > $1.battles }.map { edge in
                [
                    nodes[edge.one].label, nodes[edge.other].label,
                    NumberFormat.whole(Double(edge.battles)), String(nodes[edge.one].group + 1),
                ]
            })
    }

    /// The drawing as an SVG element; the same graph and style give the same bytes.
    package func svg(_ style: PlotStyle) -> String {
        guard !edges.isEmpty else {
            return style.empty(self, heading: Self.heading, reason: Self.unknown)
        }
        return GraphDrawing(plot: self, style: style).svg
    }

    static let heading = "Who met whom"
    private static let unknown = "No two models have met yet."

    /// The models that are drawn: those with the most votes, by group and then as given.
    var drawn: [Int] {
        let byVotes = nodes.indices.sorted { (nodes[$1].votes, $0) < (nodes[$0].votes, $1) }
        return byVotes.prefix(Self.most).sorted { (nodes[$0].group, $0) < (nodes[$1].group, $1) }
    }
}
