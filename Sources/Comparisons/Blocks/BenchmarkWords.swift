import Catalogue

/// The sentences and tables of tests.
struct BenchmarkWords {
    let material: Material
    let matching: BenchmarkMatching
    let ahead: Sides<Int>

    init(_ material: Material, _ matching: BenchmarkMatching, _ ahead: Sides<Int>) {
        self.material = material
        self.matching = matching
        self.ahead = ahead
    }

    private var shared: [BenchmarkRow] { matching.shared }
    private var names: Sides<Name> { material.names }

    var section: Section {
        Section(.benchmarks, "Benchmarks", sentences: sentences, tables: tables)
    }

    private var sentences: [Sentence] {
        guard !shared.isEmpty else { return ["No test is sourced for both."] + unlike }
        return counts + [largest].compactMap(\.self) + mixed + unlike
    }

    private var counts: [Sentence] {
        let within = shared.count - ahead.a - ahead.b
        let count: Sentence = """
            \(names.a) is ahead on \(figure(ahead.a)), \(names.b) on \(figure(ahead.b)), \
            \(figure(within)) within noise, of \(figure(shared.count)) shared \
            \(shared.count == 1 ? "test" : "tests").
            """
        return shared.count < 3 ? [count, "Too few tests to generalise."] : [count]
    }

    private var largest: Sentence? {
        guard let row = shared.first(where: { $0.ahead != nil }), let side = row.ahead else {
            return nil
        }
        let noise: Sentence = row.margin.map { "\($0)" } ?? "noise unknown"
        return """
            The largest difference is in \(row.name): \(names[side]) is \(row.size) points \
            ahead (\(noise)).
            """
    }

    private var mixed: [Sentence] {
        let rows = shared.filter(\.isMixed)
        guard !rows.isEmpty else { return [] }
        let list = rows.map { Sentence($0.name) }.listed
        return ["A maker's own figure stands against somebody else's in \(list)."]
    }

    private var unlike: [Sentence] {
        matching.hasUnlike
            ? ["Results in a different version or setting of a test are not compared."] : []
    }

    private var tables: [Table] {
        [sharedTable] + [restTable].filter { !$0.rows.isEmpty }
    }

    private var sharedTable: Table {
        Table(
            "benchmarks", "Shared tests, scores and differences in points",
            columns: [
                "Test", Sentence(names.a), Sentence(names.b), "Difference", "Finding", "Sources",
                "As of",
            ],
            rows: shared.map(row) + (shared.isEmpty ? [] : [countRow]))
    }

    private func row(_ row: BenchmarkRow) -> TableRow {
        let cells = Sides { side in
            Cell(row.scores[side], mark: row.ahead == side && row.noise != nil ? .better : .none)
        }
        let difference: Sentence = row.margin.map { "\(row.signed) \($0)" } ?? "\(row.signed)"
        return TableRow(
            row.name.text, Sentence(row.name),
            [
                cells.a, cells.b, Cell(difference, value: .decimal(row.difference)),
                Cell(Sentence(Name(word: row.finding.rawValue))), source(row), asOf(row),
            ])
    }

    private var countRow: TableRow {
        TableRow(
            "ahead", "Ahead on",
            [
                Cell(figure(ahead.a), value: .count(ahead.a)),
                Cell(figure(ahead.b), value: .count(ahead.b)),
                Cell("of \(figure(shared.count))"),
                Cell("\(figure(shared.count - ahead.a - ahead.b)) within noise"), .empty, .empty,
            ])
    }

    private func source(_ row: BenchmarkRow) -> Cell {
        let sources = [row.scores.a, row.scores.b].map { fact in
            "\(Name(fact.origin.shown.source.title)) (\(fact.origin.shown.source.kind.words))"
                as Sentence
        }
        let both = sources[0] == sources[1] ? sources[0] : sources.joined(by: "; ")
        return Cell(row.isMixed ? "\(both); different kinds" : both)
    }

    private func asOf(_ row: BenchmarkRow) -> Cell {
        let dates = [row.scores.a, row.scores.b].compactMap { fact in
            fact.origin.shown.asOf.map { Figure($0.description, .stated, of: fact.basis) }
        }
        guard let first = dates.first, let last = dates.last else { return Cell(.notSourced) }
        return Cell(first.text == last.text ? "\(first)" : "\(first), \(last)")
    }

    private var restTable: Table {
        let caption: Sentence =
            matching.hasUnlike
            ? "Not comparable: different version or setting, or sourced for one only"
            : "Sourced for one only"
        return Table(
            "single-benchmarks", caption, columns: ["Test", "Model", "Score"],
            rows: PairSide.allCases.flatMap { side in
                matching.rest[side].compactMap { single($0, side) }
            })
    }

    private func single(_ result: BenchmarkResult, _ side: PairSide) -> TableRow? {
        let subject = material.subjects[side]
        guard let score = result.score(of: subject.slug) else { return nil }
        let name = result.label(material.benchmarks[result.benchmark])
        return TableRow(
            "\(subject.slug)/\(name)", Sentence(Name(name)),
            [Cell(Sentence(subject.name)), Cell(score)])
    }

    private func figure(_ count: Int) -> Figure {
        Figure(
            Form.count(count), .counted,
            of: shared.flatMap { [$0.scores.a.basis, $0.scores.b.basis] })
    }
}

extension SourceKind {
    /// The kind in words.
    package var words: Sentence {
        switch self {
        case .vendor: "maker"
        case .provider: "provider"
        case .independent: "independent"
        case .imported: "imported list"
        case .measured: "measured here"
        case .admin: "operator"
        }
    }
}
