import Arena
import ArgumentParser
import Catalogue
import Comparisons
import Evidence
import Foundation
import SQLiteStore

/// `arena compare A B`: two models side by side, in a terminal or for a script.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Put two models side by side.",
        discussion: """
            A and B are slugs or names of models; arena facts list has them. With --assert the exit \
            code is 1 when a claim does not hold: ahead(A), leaning(A), even, open, settled, \
            cheaper(A), faster(A), sooner(A), longer(A), with A and B the two as they were asked \
            for, or a slug.
            """)

    @OptionGroup var config: ConfigOptions
    @Argument(help: "One model.")
    var a: String
    @Argument(help: "The other.")
    var b: String
    @Option(help: "How tokens in and out are weighed: 3:1, 70:30, arena.")
    var blend: String?
    @Option(help: "Requests a month.")
    var requests: Int?
    @Option(name: .customLong("in"), help: "Tokens in a request.")
    var tokensIn: Int?
    @Option(name: .customLong("out"), help: "Tokens out of a request.")
    var tokensOut: Int?
    @Option(name: .customLong("assert"), help: "A claim to check; may be repeated.")
    var claims: [String] = []
    @Flag(help: "Every block of the page, not only the scorecard.")
    var long = false
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let claims = try self.claims.map(claim)
        let catalogue = try FactsFolder(nil, config).catalogue()
        let desk = try await FactDesk.reading(config, catalogue: catalogue)
        let pair: Pair
        do throws(PairError) {
            pair = try desk.pair(a, b)
        } catch {
            throw Failure(.usage, "no-such-pair", error.message)
        }
        let comparison = try await desk.comparison(of: pair, settings: try settings(desk))
        try write(comparison)
        let isSwapped = catalogue.model(named: a)?.slug != pair.a.slug
        let failed = try claims.filter { try !holds($0, in: comparison, isSwapped: isSwapped) }
        guard failed.isEmpty else {
            for claim in failed { Output.tell("arena: \(claim) does not hold.") }
            throw ExitCode(1)
        }
    }

    private func write(_ comparison: Comparison) throws {
        switch output.chosen(usual: .table) {
        case .json, .jsonl: try Output.write(json: ComparisonDocument(comparison))
        case .md: Output.write(Markdown.page(comparison))
        case .csv, .tsv: Output.write(TableCSV.text(comparison.sections))
        case .table where !claims.isEmpty && !long:
            Output.write(TerminalText.headline(comparison) + "\n")
        case .table:
            Output.write(long ? TerminalText.long(comparison) : TerminalText.short(comparison))
        }
    }

    private func settings(_ desk: FactDesk) throws -> ComparisonSettings {
        var settings = ComparisonSettings(today: desk.today, minimumVotes: desk.minimumVotes)
        if let blend {
            guard let parts = Blend(blend) else {
                throw ValidationError("--blend is like 3:1, 70:30 or arena.")
            }
            settings.blend = parts
        }
        guard requests != nil || tokensIn != nil || tokensOut != nil else { return settings }
        guard
            let traffic = Traffic(
                requests: requests ?? 100_000, tokensIn: tokensIn ?? 500,
                tokensOut: tokensOut ?? 300)
        else {
            throw ValidationError(
                "--requests is 1 to 100 million, --in and --out are up to 10 million tokens.")
        }
        settings.traffic = traffic
        return settings
    }

    private func claim(_ text: String) throws -> Assertion {
        do throws(AssertionError) {
            return try Assertion(text)
        } catch {
            throw Failure(.usage, "bad-claim", "--assert \(text): \(error.message)")
        }
    }

    private func holds(
        _ claim: Assertion, in comparison: Comparison, isSwapped: Bool
    ) throws -> Bool {
        do throws(AssertionError) {
            return try claim.holds(in: comparison, isSwapped: isSwapped)
        } catch {
            throw Failure(.usage, "bad-claim", "--assert \(claim): \(error.message)")
        }
    }
}
