import ArgumentParser

/// `arena facts`: what is known of models, with sources.
struct FactsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "Check, list and import what is known of models.",
        discussion: """
            arena facts check                    your own files, beside those shipped
            arena facts list o3-mini             every value with its source and date
            arena facts import https://models.dev/api.json
            arena facts import prices.json --from litellm --only 'gpt-4-1-*' --yes

            Your own files are YAML, one a model, in the folder of the setting `catalogue`
            (default: catalogue in the data folder). They extend the shipped record of the same name;
            `replace: true` in a file puts the shipped one aside.
            """,
        subcommands: [FactsCheckCommand.self, FactsListCommand.self, FactsImportCommand.self],
        defaultSubcommand: FactsListCommand.self)
}
