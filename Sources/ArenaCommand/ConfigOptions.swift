import ArgumentParser

/// Where the arena's settings and data are.
struct ConfigOptions: ParsableArguments {
    @Option(
        help: "The settings file (ARENA_CONFIG; default: arena.yaml in the data or working folder)."
    )
    var config: String?

    @Option(help: "The data folder (ARENA_DATA; default: ./arena-data if it exists).")
    var data: String?
}

/// In which form data is written.
struct FormatOptions: ParsableArguments {
    @Option(help: "table, json, jsonl, csv, tsv or md (default: table on a terminal, else json).")
    var format: OutputFormat?

    @Flag(help: "Short for --format json.")
    var json = false

    /// The form to write; `usual` where people do not read and nothing was said.
    func chosen(usual: OutputFormat = .json) -> OutputFormat {
        if json { return .json }
        return format ?? (Output.isTerminal ? .table : usual)
    }
}
