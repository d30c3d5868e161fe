import ArgumentParser
import Catalogue
import CatalogueReader
import Foundation

/// `arena facts import`.
struct FactsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a published list of models, show what is new, and keep it with --yes.",
        discussion: """
            Two forms are read: models.dev's api.json and LiteLLM's
            model_prices_and_context_window.json. What is kept goes to imports/ in the folder of
            your own facts, one file a model, each value with its source and date; files that you
            wrote are never touched. Without --only, the models that the catalogue has are taken.
            """)

    @Argument(help: "A file, or an http or https address.")
    var list: String
    @Option(help: "models.dev or litellm (default: by the name of the file or address).")
    var from: PriceList.Form?
    @Option(help: "Slugs to take, as gpt-4-1-mini or 'llama-*'; may stand several times.")
    var only: [String] = []
    @Option(help: "The folder of your own facts (default: the setting catalogue).")
    var into: String?
    @Option(help: "The day the list speaks for (default: today, or the day of the file).")
    var asOf: String?
    @Flag(help: "Write the files; without it nothing is changed.")
    var yes = false
    @Flag(help: "Show unchanged values too.")
    var all = false
    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let folder = try FactsFolder(into, config)
        let list = try await FactsDownload(list, form: from, asOf: asOf).list()
        let plan: ImportPlan
        do throws(FactProblems) {
            plan = try ImportPlan(list, into: folder.path, only: only)
        } catch {
            throw Failure(error)
        }
        guard !plan.slugs.isEmpty else {
            throw Failure(
                .noInput, "nothing-listed",
                "The list has no model that is asked for; see --only.")
        }
        try show(plan)
        guard yes else { return Output.tell("Nothing is changed. Add --yes to keep this.") }
        do throws(FactProblems) {
            let paths = try plan.apply()
            Output.tell("wrote \(paths.count) files in \(plan.folder)")
        } catch {
            throw Failure(error)
        }
    }

    private func show(_ plan: ImportPlan) throws {
        let format = output.chosen(usual: .table)
        let changes = plan.changes.filter { all || $0.kind != .unchanged }
        switch format {
        case .json: try Output.write(json: changes.map(ChangeRow.init))
        case .jsonl: for change in changes { try Output.write(json: ChangeRow(change)) }
        case .table: for change in changes { Output.write(change.description + "\n") }
        case .csv, .tsv, .md:
            let table = TextTable(
                columns: ["change", "fact", "old", "old_source", "new", "new_source"],
                rows: changes.map { ChangeRow($0).cells })
            Output.write(table.written(as: format) ?? "")
        }
        for remark in plan.remarks { Output.tell("left out: \(remark)") }
        let counts = FactChange.Kind.allCases.map { kind in
            "\(plan.changes.count { $0.kind == kind }) \(kind.rawValue)"
        }
        Output.tell("\(plan.slugs.count) models: \(counts.joined(separator: ", "))")
    }
}

extension PriceList.Form: ExpressibleByArgument {}

/// What becomes of one value.
private struct ChangeRow: Encodable {
    let change, fact: String
    let old, oldSource, oldAsOf, new, newSource, newAsOf: String?

    init(_ change: FactChange) {
        self.change = change.kind.rawValue
        fact = change.path
        old = change.old?.value.words
        oldSource = change.old?.source.title
        oldAsOf = change.old?.asOf?.description
        new = change.new?.value.words
        newSource = change.new?.source.title
        newAsOf = change.new?.asOf?.description
    }

    var cells: [String] {
        [change, fact, old ?? "", oldSource ?? "", new ?? "", newSource ?? ""]
    }
}
