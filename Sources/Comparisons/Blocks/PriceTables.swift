import Catalogue

/// The tables of prices.
struct PriceTables {
    let material: Material
    let blended: PriceComparison?
    let read: PriceComparison?
    let written: PriceComparison?
    let perAnswer: PriceComparison?

    init(
        _ material: Material, _ blended: PriceComparison?, _ read: PriceComparison?,
        _ written: PriceComparison?, _ perAnswer: PriceComparison?
    ) {
        self.material = material
        self.blended = blended
        self.read = read
        self.written = written
        self.perAnswer = perAnswer
    }

    var all: [Table] {
        [
            Table(
                "price", "Prices in US dollars on the routes compared",
                columns: material.columns("Price"),
                rows: perMillion + [route, shared, tokens, answer].compactMap(\.self)),
            RouteTable.table(PairSide.allCases.map { material.subjects[$0] }),
        ]
    }

    private var mix: Mix { material.prices.mix }

    private var perMillion: [TableRow] {
        [
            row("price_in", "Per million tokens in", read, \.readAmount),
            row("price_out", "Per million tokens out", written, \.writtenAmount),
            row("blend", "Per million tokens \(mix.words)", blended) { $0.amount(mix) },
        ]
    }

    private func row(
        _ id: String, _ label: Sentence, _ comparison: PriceComparison?,
        _ amount: (PricedRoute) -> Amount
    ) -> TableRow {
        let cells = material.prices.cheapest.map { route in
            route.map { Cell(amount($0)) } ?? Cell(.notSourced)
        }
        return TableRow(
            id, label, cells.marked(comparison?.cheaper),
            between: material.prices.between(comparison))
    }

    private var route: TableRow? {
        let routes = material.prices.cheapest
        guard routes.a != nil || routes.b != nil else { return nil }
        return TableRow(
            "route", "Route",
            routes.map { $0.map { Cell(Sentence($0.name)) } ?? Cell(.notSourced) })
    }

    private var shared: TableRow? {
        guard let shared = material.prices.shared else { return nil }
        let amounts = shared.map { $0.amount(mix) }
        let comparison = PriceComparison(amounts, material.names, per: mix.perToken)
        return TableRow(
            "shared", "The same on \(Name(shared.a.route.provider))",
            amounts.map { Cell($0) }.marked(comparison.cheaper), between: Cell(comparison.short))
    }

    private var tokens: TableRow? {
        material.measures.pairedTokens.map {
            TableRow(
                "tokens", "Tokens written on the same prompts, mean", $0.cells,
                between: $0.between)
        }
    }

    private var answer: TableRow? {
        guard let perAnswer, let costs = material.measures.pairedCost else { return nil }
        return TableRow(
            "answer", "Per answer here", costs.map { Cell($0) }.marked(perAnswer.cheaper),
            between: Cell(perAnswer.short))
    }
}

extension ChosenPrices {
    /// What lies between two prices, for a table.
    func between(_ comparison: PriceComparison?) -> Cell {
        if let comparison { return Cell(comparison.short) }
        return cheapest.a == nil && cheapest.b == nil ? .empty : Cell(.notComparable)
    }
}

extension Cell {
    /// An amount of money.
    init(_ amount: Amount) {
        self.init(amount.figure, value: .decimal(amount.dollars))
    }
}

extension Sides where Value == Cell {
    /// The cells with a mark on the better one.
    func marked(_ better: PairSide?, _ mark: Mark = .better) -> Sides {
        guard let better else { return self }
        var sides = self
        sides[better].mark = mark
        return sides
    }
}
