import Catalogue

/// Where models are sold and for how much, each route a row.
enum RouteTable {
    /// The routes of some models, those with prices first.
    static func table(_ subjects: [Subject]) -> Table {
        Table(
            "routes", "Routes we know of, in US dollars per million tokens",
            columns: ["Route", "Tier", "In", "Out", "Cached in", "As of", "Source"],
            rows: subjects.flatMap(rows))
    }

    private static func rows(_ subject: Subject) -> [TableRow] {
        subject.record.routes.sorted {
            ($0.label.lowercased(), $0.label) < ($1.label.lowercased(), $1.label)
        }
        .map { row($0, subject) }
    }

    private static func row(_ route: Route, _ subject: Subject) -> TableRow {
        let read: Fact<Money>? = route.fact(.priceIn, of: subject.slug)
        let shown =
            read?.origin.shown ?? route.listings.believed(SourceKind.routeOrder).first
        func price(_ field: RouteField) -> Cell {
            (route.fact(field, of: subject.slug, as: Money.self)).map { Cell($0) }
                ?? Cell(.notSourced)
        }
        let asOf = shown?.asOf.map { date in
            Figure(date.description, .stated, of: read.map { [$0.basis] } ?? [])
        }
        return TableRow(
            "\(subject.slug)/\(route.label)", "\(subject.name) on \(route.name)",
            [
                Cell(Sentence(Name(word: route.tier.rawValue))), price(.priceIn), price(.priceOut),
                price(.priceCachedIn), asOf.map { Cell($0) } ?? Cell(.notSourced),
                shown.map { Cell(Sentence(Name($0.source.title))) } ?? Cell(.notSourced),
            ])
    }
}

extension Route {
    /// Its label; that of a route whose provider no source names is words.
    var name: Name { isNamed ? Name(label) : Name(word: label) }
}
