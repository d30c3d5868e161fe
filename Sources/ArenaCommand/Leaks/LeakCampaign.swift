import Arena
import Foundation
import Logging
import Providers
import ServiceLifecycle

/// Plays battles against loopback upstreams that put a marker into all they say, with the
/// configured wire protocols and pacing, and looks for a marker in whatever is sent before a vote.
struct LeakCampaign {
    /// Seconds an upstream of the campaign may pause; shorter than in earnest.
    static let stallSeconds = 1.0

    /// Replies at once, enough for all visitors; more would take descriptors from their connections.
    private static let replies = 4 * CanaryFault.allCases.count * CanaryContender.allCases.count

    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    /// How many answers were looked at, and what leaked where.
    struct Result: Sendable {
        var checks = 0
        var leaks: [String] = []
    }

    /// Runs the campaign; nothing leaves this machine, and no data folder is touched.
    ///
    /// - Throws: ``Failure`` where the process may have too few files open.
    func run() async throws -> Result {
        _ = try OpenFiles.raised(toAtLeast: OpenFiles.campaign, for: "the campaign")
        var log = Logger(label: "arena.leaks")
        log.logLevel = .critical
        let (ports, announcer) = AsyncStream.makeStream(of: Int.self)
        let endpoint = CanaryEndpoint(log: log).application { port in
            announcer.yield(port)
            announcer.finish()
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [endpoint], logger: log))
        return try await group.run { [log] in
            var result = Result()
            for await port in ports {
                for pair in pairs { try await play(pair, port: port, log: log, into: &result) }
            }
            return result
        }
    }

    /// Who meets whom: each kind of configured provider, and one of the next kind.
    private var pairs: [(ProviderSettings, ProviderSettings)] {
        var kinds: [ProviderSettings] = []
        for provider in settings.providers
        where !kinds.contains(where: {
            $0.wireProtocol == provider.wireProtocol && $0.streams == provider.streams
        }) {
            kinds.append(provider)
        }
        if kinds.isEmpty {
            kinds = [ProviderSettings(name: "practice", wireProtocol: .openai, baseURL: "")]
        }
        return kinds.indices.map { (kinds[$0], kinds[($0 + 1) % kinds.count]) }
    }

    private func play(
        _ pair: (ProviderSettings, ProviderSettings), port: Int, log: Logger,
        into result: inout Result
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "arena-leaks-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let assembly = Assembly(
            settings(for: pair, port: port, folder: folder), log: log,
            keys: { "sk-CANARY-key-\($0)" })
        let (parts, collector) = AsyncStream.makeStream(of: Result.self)
        try await assembly.withLocalServer { address, _ in
            collector.yield(try await visit(address))
            collector.finish()
        }
        for await part in parts {
            result.checks += part.checks
            result.leaks += part.leaks
        }
    }

    /// The configured settings with markers for names and loopback for addresses.
    private func settings(
        for pair: (ProviderSettings, ProviderSettings), port: Int, folder: String
    ) -> Settings {
        var settings = settings
        settings.dataFolder = folder
        settings.limits.stallSeconds = Self.stallSeconds
        settings.limits.concurrentReplies = Self.replies
        let contenders = zip(CanaryContender.allCases, [pair.0, pair.1])
        settings.providers = contenders.map { contender, provider in
            ProviderSettings(
                name: "canary-provider-\(contender.rawValue)", wireProtocol: provider.wireProtocol,
                baseURL: CanaryEndpoint.base(provider.wireProtocol, port: port),
                apiKeyVariable: contender.rawValue, streams: provider.streams)
        }
        settings.contenders = contenders.compactMap { contender, _ in
            ContenderID("canary-\(contender.rawValue)").map { id in
                Contender(
                    id: id, name: "CANARY \(contender.rawValue)",
                    provider: "canary-provider-\(contender.rawValue)",
                    upstreamModel: contender.upstreamModel,
                    systemPrompt: "You are CANARY-system-\(contender.rawValue).")
            }
        }
        return settings
    }

    /// All battles at once, each by a visitor of its own.
    private func visit(_ address: String) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { tasks in
            for fault in CanaryFault.allCases {
                for victim in CanaryContender.allCases {
                    tasks.addTask { try await visit(address, fault, victim) }
                }
            }
            var result = Result()
            for try await part in tasks {
                result.checks += part.checks
                result.leaks += part.leaks
            }
            return result
        }
    }

    private func visit(
        _ address: String, _ fault: CanaryFault, _ victim: CanaryContender
    ) async throws -> Result {
        let scan = LeakScan.beforeVote
        let visit = LeakVisit(address, loop: try CurlLoop())
        let id = try await visit.look(
            prompt: fault.prompt(for: victim), turns: fault.isVotable ? 2 : 1)
        var result = Result(checks: visit.sent.count)
        for sent in visit.sent {
            guard let word = scan.finding(in: sent.text) else { continue }
            let view = sent.view.replacing(id, with: "{id}")
            let leak = "\(view) told \"\(word)\" (case \(fault.rawValue))"
            if !result.leaks.contains(leak) { result.leaks.append(leak) }
        }
        if fault.isVotable, scan.finding(in: try await visit.vote(on: id)) == nil {
            result.leaks.append("the campaign is blind: the vote revealed no marker")
        }
        return result
    }
}
