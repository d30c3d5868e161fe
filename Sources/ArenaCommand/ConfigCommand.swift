import Arena
import ArgumentParser
import Foundation
import SettingsReader

/// `arena config`: the settings in force.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings in force.",
        subcommands: [Show.self, Path.self], defaultSubcommand: Show.self)

    /// `arena config show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print every setting; with --origin, where each came from.")

        @OptionGroup var config: ConfigOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Also say where each value came from.")
        var origin = false

        func run() async throws {
            let rows = try Assembly.settings(config).values
            let format = output.chosen()
            if format == .json || format == .jsonl {
                return try Output.write(
                    json: rows.map {
                        ["key": $0.key, "value": $0.value, "origin": $0.origin.description]
                    })
            }
            let table = TextTable(
                columns: origin ? ["key", "value", "origin"] : ["key", "value"],
                rows: rows.map {
                    origin ? [$0.key, $0.value, $0.origin.description] : [$0.key, $0.value]
                })
            Output.write(table.written(as: format) ?? "")
        }
    }

    /// `arena config path`.
    struct Path: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print where the settings file and the data are.")

        @OptionGroup var config: ConfigOptions

        func run() async throws {
            let read = try Assembly.settings(config)
            Output.write("config  \(read.file ?? "none")\ndata    \(read.settings.dataFolder)\n")
        }
    }
}
