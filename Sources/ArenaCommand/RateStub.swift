import ArgumentParser

struct RateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rate")
    func run() async throws {}
}
