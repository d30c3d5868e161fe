import ArgumentParser
import Foundation
import Ratings

/// How votes become ratings.
struct RateModelOptions: ParsableArguments {
    /// The models.
    enum Method: String, ExpressibleByArgument, CaseIterable {
        case bt, elo, davidson
    }

    /// The intervals.
    enum IntervalKind: String, ExpressibleByArgument, CaseIterable {
        case sandwich, cluster, bootstrap
    }

    /// How votes are weighted.
    enum Weights: String, ExpressibleByArgument, CaseIterable {
        case inverse
    }

    @Option(help: "Bradley–Terry, online Elo or Davidson's model with ties.")
    var method = Method.bt

    @Option(name: .customLong("ci"), help: "Intervals: robust, clustered by voter, or resampled.")
    var intervals: IntervalKind?

    @Option(help: "The level of the intervals.")
    var level = 0.95

    @Option(help: "Rounds of the bootstrap (default: 1000).")
    var bootstrap: Int?

    @Option(help: "Seed of the bootstrap.")
    var seed: UInt64 = 1

    @Option(help: "Standard deviation of a normal prior on every strength, in log-odds.")
    var prior: Double?

    @Option(help: "Give one model a rating, as NAME=1114, instead of a mean of 1000.")
    var anchor: String?

    @Flag(help: "Take out the style of the answers (conv_metadata).")
    var style = false

    @Flag(help: "Take out the advantage of the left side.")
    var side = false

    @Option(help: "inverse: weight each vote by one over the probability of its pair.")
    var weights: Weights?

    @Option(help: "The largest weight given.")
    var weightCap = 100.0

    @Option(name: .customLong("threads"), help: "Cores to use (default: all).")
    var threads: Int?

    func validate() throws {
        guard level > 0, level < 1 else { throw ValidationError("--level is above 0 and below 1.") }
        if let bootstrap, bootstrap < 2 { throw ValidationError("--bootstrap is at least 2.") }
        if let prior, !(prior > 0) { throw ValidationError("--prior is above 0.") }
        if let threads, threads < 1 { throw ValidationError("--threads is at least 1.") }
        guard weightCap >= 1 else { throw ValidationError("--weight-cap is at least 1.") }
        if bootstrap != nil, let intervals, intervals != .bootstrap {
            throw ValidationError("--bootstrap and --ci \(intervals.rawValue) exclude each other.")
        }
        if anchor != nil, namedAnchor == nil {
            throw ValidationError("--anchor is written as NAME=POINTS.")
        }
        try validateCombination()
    }

    private func validateCombination() throws {
        let special = [
            style ? "--style" : nil, side ? "--side" : nil, weights.map { _ in "--weights" },
        ].compactMap { $0 }
        if special.count == 2, style, side { return }
        guard special.count < 2 else {
            throw ValidationError("\(special.joined(separator: " and ")) exclude each other.")
        }
        guard method == .bt || special.isEmpty else {
            throw ValidationError("\(special[0]) goes with --method bt only.")
        }
        guard special.isEmpty || kind == .sandwich else {
            throw ValidationError("\(special[0]) goes with --ci sandwich only.")
        }
        guard method == .bt || intervals == nil && bootstrap == nil else {
            throw ValidationError("--ci goes with --method bt only.")
        }
        guard method != .elo || anchor == nil && prior == nil else {
            throw ValidationError("Elo knows neither --anchor nor --prior.")
        }
        guard method != .davidson || anchor == nil else {
            throw ValidationError("--anchor goes with --method bt only.")
        }
    }

    /// The kind of interval.
    var kind: IntervalKind { bootstrap == nil ? intervals ?? .sandwich : .bootstrap }

    /// The anchor; the last `=` parts name and points.
    var namedAnchor: Anchor? {
        guard let anchor, let mark = anchor.lastIndex(of: "="), mark > anchor.startIndex,
            let points = Double(anchor[anchor.index(after: mark)...]), points.isFinite
        else { return nil }
        return Anchor(String(anchor[..<mark]), at: points)
    }

    /// The fit.
    var parameters: BradleyTerry {
        let interval: IntervalMethod? =
            switch kind {
            case .sandwich: prior == nil || intervals != nil ? .sandwich : nil
            case .cluster: .clustered
            case .bootstrap: .bootstrap(rounds: bootstrap ?? 1000, seed: seed)
            }
        return BradleyTerry(prior: prior, anchor: namedAnchor, level: level, interval: interval)
    }

    /// What must be kept of each vote.
    var details: VoteReading.Details {
        if method == .elo { return .order }
        if style { return .style }
        if weights != nil { return .probability }
        return kind == .cluster ? .voter : []
    }

    /// How many slabs are read and how many rounds drawn at the same time.
    var tasks: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
