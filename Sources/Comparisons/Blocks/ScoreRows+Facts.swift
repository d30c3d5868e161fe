import Catalogue

/// The rows of the scorecard about sourced facts.
extension ScoreRows {
    static func priceIn(_ material: Material, _ price: PriceBlock) -> ScoreEntry {
        entry("price_in", "Price in", price.read, material, \.readAmount)
    }

    static func priceOut(_ material: Material, _ price: PriceBlock) -> ScoreEntry {
        entry("price_out", "Price out", price.written, material, \.writtenAmount)
    }

    private static func entry(
        _ id: String, _ label: Sentence, _ comparison: PriceComparison?, _ material: Material,
        _ amount: (PricedRoute) -> Amount
    ) -> ScoreEntry {
        let cells = material.prices.cheapest.map { route in
            route.map { route in
                Cell(
                    "\(amount(route).figure) (\(route.name))",
                    value: .decimal(amount(route).dollars))
            } ?? Cell(.notSourced)
        }
        return ScoreEntry(
            id, label, cells, between: material.prices.between(comparison),
            lead: comparison?.lead(id))
    }

    static func context(_ material: Material) -> ScoreEntry {
        limit("context", "Context, tokens", material.context, .hardContext, material) {
            $0.cell(.contextTokens, as: Int.self)
        } told: {
            LimitWords(material).context
        }
    }

    static func output(_ material: Material) -> ScoreEntry {
        limit("output", "Longest answer, tokens", material.output, .hardOutput, material) {
            $0.output.map { Cell($0) } ?? Cell($0.missingOutput)
        } told: {
            LimitWords(material).outputs.joined()
        }
    }

    private static func limit(
        _ id: String, _ label: Sentence, _ limits: Limits, _ threshold: Rational,
        _ material: Material, _ cell: (Subject) -> Cell, told: () -> Sentence
    ) -> ScoreEntry {
        let lead = limits.larger(by: threshold).flatMap { side in
            limits.ratio.map { Lead(id, side, size: $0.logarithm, told()) }
        }
        return ScoreEntry(
            id, label, material.subjects.map(cell), between: limits.between, lead: lead)
    }

    static func openWeights(_ material: Material) -> ScoreEntry {
        let cells = material.subjects.map { subject -> Cell in
            guard let open = subject.openWeights else { return Cell(subject.missing(.openWeights)) }
            guard open.value, let licence: Fact<String> = subject.fact(.licenseName) else {
                return Cell(open)
            }
            return Cell("\(open) (\(licence))", value: .flag(true))
        }
        let lead = material.onlyOpen.map { side in
            Lead(
                "open_weights", side, size: 1,
                material.openness(of: side))
        }
        return ScoreEntry("open_weights", "Open weights", cells, lead: lead)
    }

    static func routes(_ material: Material) -> ScoreEntry {
        let cells = material.subjects.map { subject in
            subject.providers.isEmpty
                ? Cell(.notSourced)
                : Cell(subject.providerCount, value: .count(subject.providers.count))
        }
        let lead = ProviderBlock.wider(material).map { side in
            let counts = material.subjects.map(\.providers.count)
            let ratio = Rational(Int128(counts[side]), over: Int128(max(1, counts[side.other])))
            return Lead(
                "routes", side, size: ratio.logarithm,
                """
                \(material.names[side]) is served by more providers we know of \
                (\(cells[side].words) against \(cells[side.other].words)).
                """)
        }
        return ScoreEntry("routes", "Providers we know of", cells, lead: lead)
    }

    static func benchmarks(_ material: Material, _ block: BenchmarkBlock) -> ScoreEntry {
        guard !block.shared.isEmpty else {
            return ScoreEntry(
                "benchmarks", "Shared tests", Sides { _ in Cell(.notSourced) })
        }
        let bases = block.shared.flatMap { [$0.scores.a.basis, $0.scores.b.basis] }
        func figure(_ number: Int) -> Figure { Figure(Form.count(number), .counted, of: bases) }
        return ScoreEntry(
            "benchmarks", "Shared tests",
            Sides { side in
                Cell("ahead on \(figure(block.ahead[side]))", value: .count(block.ahead[side]))
            },
            between: Cell(
                "\(figure(block.withinNoise)) within noise of \(figure(block.shared.count))"))
    }
}

extension Material {
    /// The side that alone has open weights, where both are sourced.
    var onlyOpen: PairSide? {
        let open = subjects.map { $0.openWeights?.value }
        return PairSide.allCases.first { open[$0] == true && open[$0.other] == false }
    }

    /// That one side alone has open weights.
    func openness(of side: PairSide) -> Sentence {
        "\(names[side]) has \(openWeights), \(names[side.other]) has not."
    }

    /// The words with the facts they rest on.
    var openWeights: Figure {
        let facts = [subjects.a.openWeights, subjects.b.openWeights].compactMap { $0?.basis }
        return Figure("open weights", .stated, of: facts, as: .word)
    }
}
