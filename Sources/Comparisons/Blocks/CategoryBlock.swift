import Ratings

/// One category of prompts with what its votes say, all categories tested together.
package struct CategoryFinding: Sendable, Equatable {
    /// The category's name.
    package let name: Name
    /// What the votes say, by Holm's adjustment over all categories with enough votes.
    package let certainty: Certainty
    /// The votes of each model.
    package let votes: Sides<Int>
}

/// What voters prefer by category of prompt (B12).
package struct CategoryBlock: Sendable, Equatable {
    /// The categories: those with enough votes first, then by name.
    package let findings: [CategoryFinding]
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        findings = Self.findings(
            material.votes?.categories ?? [], minimum: material.settings.minimumVotes)
        section = CategoryWords(material, findings).section
    }

    /// The categories that a model is ahead in, surely or probably.
    package func ahead(_ side: PairSide) -> [CategoryFinding] {
        findings.filter { $0.certainty.state == .ahead && $0.certainty.front == side }
    }

    private static func findings(_ gaps: [CategoryGap], minimum: Int) -> [CategoryFinding] {
        let sorted = gaps.sorted {
            ($0.category.lowercased(), $0.category) < ($1.category.lowercased(), $1.category)
        }
        let plain = sorted.map { Certainty($0.gap, votes: $0.votes, minimum: minimum) }
        let tested = plain.indices.filter { plain[$0].hasNumbers }
        let adjusted = Holm.adjust(tested.map { 2 * (1 - plain[$0].pFront) })
        var certainties = plain
        for (index, p) in zip(tested, adjusted) {
            certainties[index] = Certainty(
                sorted[index].gap, votes: sorted[index].votes, minimum: minimum, pFront: 1 - p / 2)
        }
        let all = zip(sorted, certainties).map { gap, certainty in
            CategoryFinding(name: Name(word: gap.category), certainty: certainty, votes: gap.votes)
        }
        return all.filter(\.certainty.hasNumbers) + all.filter { !$0.certainty.hasNumbers }
    }
}

/// Many tests at once.
package enum Holm {
    /// The adjusted p-values, in the order given: with the k-th smallest multiplied by how many are
    /// left, never falling, at most 1 (Holm 1979).
    package static func adjust(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var adjusted = values
        var largest = 0.0
        for (rank, index) in order.enumerated() {
            largest = max(largest, min(1, Double(values.count - rank) * values[index]))
            adjusted[index] = largest
        }
        return adjusted
    }
}

/// The sentences and the table of categories.
private struct CategoryWords {
    let material: Material
    let findings: [CategoryFinding]

    init(_ material: Material, _ findings: [CategoryFinding]) {
        self.material = material
        self.findings = findings
    }

    private var path: String { "votes/\(material.votes?.snapshot ?? "")/categories" }

    var section: Section {
        Section(
            .categories, "Categories", sentences: sentences,
            tables: findings.isEmpty ? [] : [table])
    }

    private var sentences: [Sentence] {
        guard !findings.isEmpty else { return [] }
        let known = findings.filter(\.certainty.hasNumbers)
        guard !known.isEmpty else { return ["No category has enough votes yet."] }
        let sides = Sides { side in
            known.filter { $0.certainty.state == .ahead && $0.certainty.front == side }
                .map { Sentence($0.name) }
        }
        let close = known.count - sides.a.count - sides.b.count
        let names = material.names
        let first: Sentence = sides.a.isEmpty ? "none" : sides.a.listed
        let second: Sentence = sides.b.isEmpty ? "none" : sides.b.listed
        return [
            """
            Voters prefer \(names.a) for \(first); \(names.b) for \(second); \(count(close)) \
            \(close == 1 ? "category" : "categories") too close.
            """
        ]
    }

    private var table: Table {
        Table(
            "categories", "Expected share of votes by category, adjusted for testing many",
            columns: [
                "Category", Sentence(material.names.a), Sentence(material.names.b), "Finding",
                "Votes",
            ],
            rows: findings.map(row) + [closeRow].compactMap(\.self))
    }

    private func row(_ finding: CategoryFinding) -> TableRow {
        let words = CertaintyWords(
            finding.certainty, material.names, path: "\(path)/\(finding.name.text)")
        let cells = Sides { side -> Cell in
            guard let share = words.shares?[side], let range = words.interval(of: side) else {
                return Cell(finding.certainty.state == .unmet ? .notMet : .tooFewVotes)
            }
            let gap = side == .a ? finding.certainty.gap : finding.certainty.gap.swapped
            return Cell(
                "\(share) (\(range))", value: .number(gap.expectedShare),
                mark: finding.certainty.mark(side))
        }
        let state: Sentence =
            finding.certainty.hasNumbers
            ? "\(Name(word: finding.certainty.state.rawValue)), \(words.sure) sure"
            : Sentence(Name(word: finding.certainty.state.rawValue))
        return TableRow(
            finding.name.text, Sentence(finding.name),
            [cells.a, cells.b, Cell(state), votes(finding.votes)])
    }

    private var closeRow: TableRow? {
        let close = findings.count {
            $0.certainty.hasNumbers && $0.certainty.state != .ahead
        }
        return TableRow(
            "close", "Too close",
            [.empty, .empty, Cell(count(close), value: .count(close)), .empty])
    }

    private func votes(_ votes: Sides<Int>) -> Cell {
        let figures = votes.map { Figure(Form.count($0), .counted, of: .votes(path)) }
        return Cell("\(figures.a) and \(figures.b)")
    }

    private func count(_ number: Int) -> Figure {
        Figure(Form.count(number), .counted, of: .votes(path))
    }
}
