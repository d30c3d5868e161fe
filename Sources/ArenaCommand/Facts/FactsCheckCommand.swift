import ArgumentParser
import Catalogue
import CatalogueReader
import Evidence
import Foundation

/// `arena facts check`.
struct FactsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the files of model facts.",
        discussion: """
            Every mistake is named with file, line and key (exit code 65). Flags are what cannot be
            right or is old: they are shown on pages beside the values, and are listed here.
            """)

    @Argument(help: "The folder to check (default: the setting catalogue).")
    var folder: String?
    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions
    @Flag(help: "End with exit code 1 when there are flags.")
    var strict = false
    @Flag(help: "Check the folder alone, without the shipped records below it.")
    var alone = false

    func run() async throws {
        let named = folder
        let folder = try FactsFolder(named, config)
        guard named == nil || folder.isThere else {
            throw Failure(.noInput, "no-such-folder", "There is no folder \(folder.path).")
        }
        let format = output.chosen()
        let report: FactsReport
        do throws(FactProblems) {
            let catalogue =
                alone
                ? try ModelCatalogue.read(folder: folder.path)
                : try ModelCatalogue.shipped(extendedBy: folder.isThere ? folder.path : nil)
            report = FactsReport(catalogue, today: CalendarDate(Date()))
        } catch {
            if format == .json { try Output.write(json: FactsReport(error)) }
            throw Failure(error)
        }
        try report.write(as: format)
        guard !strict || report.flags.isEmpty else {
            throw Failure(.no, "flags", "\(report.flags.count) flags.")
        }
    }
}

/// What a check found.
struct FactsReport: Encodable {
    /// A mistake in a file.
    struct Problem: Encodable {
        let code, file: String
        let line, column: Int?
        let key, reason, advice: String
    }

    /// A value that cannot be right, or that is old.
    struct Flag: Encodable {
        /// One of the values that do not go together.
        struct Value: Encodable {
            let value, source: String
            let url, asOf: String?
        }

        let kind, model, field, sentence: String
        let values: [Value]
    }

    let models, benchmarks: Int
    let problems: [Problem]
    let flags: [Flag]

    /// The report on a catalogue that could be read.
    init(_ catalogue: ModelCatalogue, today: CalendarDate) {
        models = catalogue.models.count
        benchmarks = catalogue.benchmarks.count
        problems = []
        flags = catalogue.conflicts(today: today).map { conflict in
            Flag(
                kind: conflict.kind.rawValue, model: conflict.subject, field: conflict.field,
                sentence: conflict.sentence,
                values: conflict.observations.map { observation in
                    Flag.Value(
                        value: observation.value.words, source: observation.source.title,
                        url: observation.source.url, asOf: observation.asOf?.description)
                })
        }
    }

    /// The report on files that could not be read.
    init(_ found: FactProblems) {
        models = 0
        benchmarks = 0
        flags = []
        problems = found.problems.map {
            Problem(
                code: $0.code.rawValue, file: $0.file, line: $0.line, column: $0.column,
                key: $0.key, reason: $0.reason, advice: $0.advice)
        }
    }

    /// Writes the flags, and how many models there are.
    func write(as format: OutputFormat) throws {
        switch format {
        case .json: try Output.write(json: self)
        case .jsonl: for flag in flags { try Output.write(json: flag) }
        case .table, .csv, .tsv, .md:
            let table = TextTable(
                columns: ["flag", "model", "field", "sentence"],
                rows: flags.map { [$0.kind, $0.model, $0.field, $0.sentence] })
            Output.write(table.written(as: format) ?? "")
            Output.tell(
                "\(models) models, \(benchmarks) tests, no mistake; \(flags.count) flags.")
        }
    }
}
