import ArgumentParser
import Catalogue
import CatalogueReader
import Foundation

/// `arena facts list`.
struct FactsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the models of the catalogue, or every value of one.")

    @Argument(help: "A model's slug, name or alias.")
    var model: String?
    @Option(help: "The folder of your own files (default: the setting catalogue).")
    var folder: String?
    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let catalogue = try FactsFolder(folder, config).catalogue()
        guard let name = model else { return try write(catalogue.sorted.map(ModelRow.init)) }
        guard let model = catalogue.model(named: name) else {
            let near = catalogue.closest(to: name, limit: 3).joined(separator: ", ")
            let hint = near.isEmpty ? "" : " Did you mean \(near)?"
            throw Failure(
                .noInput, "no-such-model", "There is no model \(name) in the catalogue.\(hint)")
        }
        try write(FactRow.rows(of: model))
    }

    private func write(_ rows: [some ListRow]) throws {
        let format = output.chosen()
        switch format {
        case .json: try Output.write(json: rows)
        case .jsonl: for row in rows { try Output.write(json: row) }
        case .table, .csv, .tsv, .md:
            guard let first = rows.first else { return }
            let columns = first.cells.map(\.name)
            let table = TextTable(columns: columns, rows: rows.map { $0.cells.map(\.text) })
            Output.write(table.written(as: format) ?? "")
        }
    }
}

/// A row with named cells.
protocol ListRow: Encodable {
    var cells: [(name: String, text: String)] { get }
}

/// A model of the catalogue.
struct ModelRow: ListRow {
    let slug, name, kind: String
    let maker: String?
    let values, routes, scores: Int

    init(_ model: ModelRecord) {
        slug = model.slug
        name = model.name
        kind = model.kind.rawValue
        maker = model.fact(.maker, as: String.self)?.value
        values = model.observations.values.reduce(0) { $0 + $1.count }
        routes = model.routes.count
        scores = model.results.count
    }

    var cells: [(name: String, text: String)] {
        [
            ("slug", slug), ("name", name), ("kind", kind), ("maker", maker ?? "not sourced"),
            ("values", "\(values)"), ("routes", "\(routes)"), ("scores", "\(scores)"),
        ]
    }
}

/// One value of one source.
struct FactRow: ListRow {
    let field, value: String
    /// Whether it is the one that is shown.
    let shown: Bool
    let source, kind: String
    let url, asOf, note: String?

    /// Every observation of a model, by field, those of a field in the order of belief.
    static func rows(of model: ModelRecord) -> [FactRow] {
        let fields = Catalogue.Field.allCases.map { field in
            (field.rawValue, model.observations[field] ?? [], SourceKind.standardOrder)
        }
        let routes = model.routes.flatMap { route in
            [("routes/\(route.label)/listed", route.listings, SourceKind.routeOrder)]
                + RouteField.allCases.map { field in
                    (
                        "routes/\(route.label)/\(field.rawValue)",
                        route.observations[field] ?? [], SourceKind.routeOrder
                    )
                }
        }
        let results = model.results.map { ($0.path, $0.scores, SourceKind.standardOrder) }
        return (fields + routes + results).flatMap { field, observations, order in
            observations.believed(order).enumerated().map { FactRow(field, $1, shown: $0 == 0) }
        }
    }

    private init(_ field: String, _ observation: Observation, shown: Bool) {
        self.field = field
        self.shown = shown
        value = observation.value.words
        source = observation.source.title
        kind = observation.source.kind.rawValue
        url = observation.source.url
        asOf = observation.asOf?.description
        note = observation.note
    }

    var cells: [(name: String, text: String)] {
        [
            ("field", field), ("value", value), ("shown", shown ? "yes" : ""),
            ("source", source), ("as_of", asOf ?? ""), ("note", note ?? ""),
        ]
    }
}
