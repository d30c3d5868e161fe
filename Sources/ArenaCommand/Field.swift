import Arena
import Foundation
import Providers
import Server

/// Who plays: the configured contenders, else model servers found on this machine, else the
/// practice guides.
struct Field: Sendable {
    /// Where the contenders come from.
    enum Origin: Equatable, Sendable {
        case configured
        case detected
        case practice
    }

    let origin: Origin
    let roster: Roster
    let found: [ProviderDetection.Found]
    /// Where the guides will be, once their endpoint listens; only in practice.
    let practice: PracticeProvider?

    /// Gathers the field.
    ///
    /// - Throws: ``Failure`` with code `provider` when a configured provider cannot be used.
    init(
        _ settings: Settings, loop: CurlLoop,
        keys: @Sendable @escaping (String) -> String? = {
            ProcessInfo.processInfo.environment[$0]
        }
    ) async throws {
        if !settings.contenders.isEmpty {
            found = []
            origin = .configured
            practice = nil
            roster = try Self.roster(
                settings.contenders, settings.providers, settings, loop, keys)
            return
        }
        found = settings.detects ? await ProviderDetection(loop: loop).look() : []
        let contenders = Self.contenders(of: found)
        guard contenders.isEmpty else {
            origin = .detected
            practice = nil
            roster = try Self.roster(
                contenders, found.map(Self.provider), settings, loop, keys)
            return
        }
        let guides = PracticeProvider(limits: settings.limits, loop: loop)
        origin = .practice
        practice = guides
        roster = Roster(
            contenders: PracticeEndpoint.contenders,
            providers: [PracticeEndpoint.provider: guides])
    }

    private static func roster(
        _ contenders: [Contender], _ providers: [ProviderSettings], _ settings: Settings,
        _ loop: CurlLoop, _ keys: @escaping @Sendable (String) -> String?
    ) throws -> Roster {
        do {
            let registry = try ProviderRegistry(
                providers, limits: settings.limits,
                keys: keys, loop: loop)
            var roster = Roster(
                contenders: contenders, providers: try registry.providers(for: contenders))
            roster.veil = LinkVeil(addresses: providers.map(\.baseURL))
            return roster
        } catch {
            throw Failure(.badData, "provider", "\(error)")
        }
    }

    /// The model servers that were found, as if they had been set up.
    var providers: [ProviderSettings] { found.map(Self.provider) }

    /// A model server that was found, as if it had been set up.
    static func provider(of found: ProviderDetection.Found) -> ProviderSettings {
        ProviderSettings(
            name: slug(found.server.rawValue), wireProtocol: .openai, baseURL: found.baseURL)
    }

    /// One contender a model; a single model plays against itself with other settings, so that one
    /// local model already makes an arena.
    static func contenders(of found: [ProviderDetection.Found]) -> [Contender] {
        let models = found.flatMap { server in server.models.map { (server, $0) } }
        if models.count == 1, let (server, model) = models.first {
            return [("steady", 0.2), ("lively", 1.0)].compactMap { word, temperature in
                contender(
                    model + " " + word, model, of: server,
                    settings: Sampling(temperature: temperature))
            }
        }
        return models.compactMap { server, model in
            contender(model, model, of: server, settings: Sampling())
        }
    }

    private static func contender(
        _ name: String, _ model: String, of server: ProviderDetection.Found, settings: Sampling
    ) -> Contender? {
        ContenderID(slug(name)).map { id in
            Contender(
                id: id, name: name, provider: slug(server.server.rawValue), upstreamModel: model,
                settings: settings, endpoint: provider(of: server).endpoint)
        }
    }

    /// A name as a slug: lower case, everything else a single dash.
    static func slug(_ name: String) -> String {
        let parts = name.lowercased().utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
}
