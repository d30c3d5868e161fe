import Arena
import Evidence
import Foundation
import Hummingbird
import Logging
import Providers
import Ratings
import SQLiteStore
import Server
import ServiceLifecycle
import SettingsReader
import UnixSignals

/// The one place that wires the arena: settings, store, providers, services, server.
struct Assembly {
    let settings: Settings
    let log: Logger
    let keys: @Sendable (String) -> String?

    /// An arena of these settings, whose keys come from elsewhere than the environment.
    init(_ settings: Settings, log: Logger, keys: @escaping @Sendable (String) -> String?) {
        self.settings = settings
        self.log = log
        self.keys = keys
    }

    /// Reads the settings; nothing is opened yet.
    ///
    /// - Throws: ``Failure`` with code `config`, naming every mistake.
    init(_ options: ConfigOptions, flags: [String: String] = [:]) throws {
        settings = try Self.settings(options, flags: flags).settings
        var log = Logger(label: "arena")
        log.logLevel =
            ProcessInfo.processInfo.environment["ARENA_LOG"]
            .flatMap(Logger.Level.init(rawValue:)) ?? .warning
        self.log = log
        keys = { ProcessInfo.processInfo.environment[$0] }
    }

    /// The settings with where each came from.
    static func settings(
        _ options: ConfigOptions, flags: [String: String] = [:]
    ) throws -> ReadSettings {
        var flags = flags
        flags["config"] = options.config
        flags["data"] = options.data
        do {
            return try SettingsReader(
                flags: flags, environment: ProcessInfo.processInfo.environment,
                workingFolder: FileManager.default.currentDirectoryPath
            ).read()
        } catch {
            throw Failure(.badData, "config", "\(error)")
        }
    }

    /// A store to read from, beside a running server or without one.
    static func reader(_ options: ConfigOptions) throws -> SQLiteStore {
        let folder = try settings(options).settings.dataFolder
        do {
            return try SQLiteStore.openForReading(folder: folder)
        } catch {
            throw Failure(opening: error)
        }
    }

    /// Serves until the process is told to stop; `onReady` hears who plays and on which port.
    func serve(onReady: @escaping @Sendable (Field, Int) async -> Void) async throws {
        let running = try await wire(
            listen: settings.listen, access: settings.access, onReady: onReady)
        let stop = StopService(
            battles: running.battles, limits: settings.limits,
            words: await UnixSignalsSequence(trapping: [.sigterm, .sigint]))
        try await group(of: running.services, ending: stop).run()
        try running.store.close()
    }

    /// Runs the arena on a free loopback port for as long as `body` takes. Where a server already
    /// works on the data folder, that one is used.
    func withLocalServer(
        _ body: @escaping @Sendable (_ address: String, _ folder: String) async throws -> Void
    ) async throws {
        let (ports, announcer) = AsyncStream.makeStream(of: Int.self)
        let running: Running
        do {
            running = try await wire(listen: Settings.Listen(port: 0), access: .everyone) {
                _, port in
                announcer.yield(port)
                announcer.finish()
            }
        } catch let failure as Failure where failure.code == "folder-in-use" {
            let listen = settings.listen
            return try await body("http://\(listen.host):\(listen.port)", settings.dataFolder)
        }
        let (group, folder) = (group(of: running.services, ending: nil), settings.dataFolder)
        try await group.run {
            for await port in ports { try await body("http://127.0.0.1:\(port)", folder) }
        }
        try running.store.close()
    }

    private struct Running {
        let store: SQLiteStore
        let battles: BattleService
        let services: [any Service]
    }

    /// So many votes that it takes seconds to read them all.
    private static let manyVotes = 50_000

    private func wire(
        listen: Settings.Listen, access: Access,
        onReady: @escaping @Sendable (Field, Int) async -> Void
    ) async throws -> Running {
        let descriptors = try OpenFiles.raised(toAtLeast: OpenFiles.server, for: "the arena")
        let store = try openStore()
        let field = try await Field(settings, loop: try CurlLoop(), keys: keys)
        try await settle(store, field)
        let ratings = RatingService(
            store: store, contenders: field.roster.contenders,
            minimumVotes: settings.minimumVotes, publication: settings.publication,
            tags: settings.tags, log: log)
        try await ratings.load()
        let lineup = try await lineup(of: field, in: store)
        let battles = battles(of: field.roster, lineup: lineup, store: store, ratings: ratings)
        let aside = QuietWork()
        let measurements = MeasurementService(
            store: store, pause: settings.publication == .batched ? Publication.seconds : nil,
            aside: aside)
        let directory = ModelDirectory(
            try FactsFolder(settings).catalogue(), contenders: field.roster.contenders)
        let desk = desk(
            directory, field.roster, store: store, ratings: ratings, measurements: measurements)
        let parts = ServerParts(
            battles: battles, ratings: ratings, store: store, roster: field.roster,
            key: try SigningKey.kept(in: settings.dataFolder),
            minimumVotes: settings.minimumVotes, version: Version.number, desk: desk,
            boards: BoardDesk(
                store: store, ratings: ratings, measurements: measurements, directory: directory,
                roster: field.roster, settings: settings, aside: aside),
            publicURL: settings.listen.publicURL,
            phrasebooks: try LanguageFolder.phrasebooks(in: settings.dataFolder),
            operation: operation(of: field, lineup: lineup, in: store, access: access),
            traffic: settings.traffic.fitting(
                descriptors: descriptors, replies: settings.limits.concurrentReplies),
            aside: aside)
        if await ratings.snapshot(of: field.roster.pool)?.votes ?? 0 > Self.manyVotes {
            aside.add { await parts.readAhead(measurements) }
        }
        let server = ArenaServer(parts, listen: listen, log: log).application { port in
            await onReady(field, port)
        }
        return Running(
            store: store, battles: battles,
            services: guides(of: field)
                + [StoreWatch(store: store, log: log), ratings, battles, aside]
                + (await watch(store, ratings: ratings)) + [server])
    }

    /// Notes who plays, and ends what the last run of the program left open.
    private func settle(_ store: SQLiteStore, _ field: Field) async throws {
        guard await isWritable(store) else { return }
        try await store.register(field.roster.contenders, at: Date())
        _ = try await store.recover(expiringBefore: Date() - 3600 * BattleService.votingHours)
        _ = try await store.settleAbandoned()
    }

    private func desk(
        _ directory: ModelDirectory, _ roster: Roster, store: SQLiteStore,
        ratings: RatingService, measurements: MeasurementService
    ) -> FactDesk {
        let pool = roster.pool
        return FactDesk(
            directory, roster: roster, minimumVotes: settings.minimumVotes, store: store,
            pool: pool,
            holdings: {
                let rated = await ratings.published(of: pool)
                return Holdings(
                    snapshot: rated?.snapshot, tally: rated?.tally ?? Tally(),
                    categories: (try? await ratings.categoryBoards(of: pool))?.map {
                        ($0.category.name, $0.snapshot)
                    } ?? [],
                    measures: try? await measurements.measures(of: pool))
            })
    }

    private func battles(
        of roster: Roster, lineup: Lineup, store: SQLiteStore, ratings: RatingService
    ) -> BattleService {
        BattleService(
            store: store, roster: roster, lineup: lineup, ratings: ratings,
            limits: settings.limits, pacing: settings.pacing,
            rules: BattleService.Rules(
                controlShare: settings.controlShare,
                requiresBothSeen: settings.requiresBothSeen, tags: settings.tags,
                integrity: settings.integrityRules),
            log: log)
    }

    private func guides(of field: Field) -> [any Service] {
        guard let practice = field.practice else { return [] }
        return [
            PracticeEndpoint(log: log).application { port in await practice.listen(on: port) }
        ]
    }

    private func openStore() throws -> SQLiteStore {
        do {
            return try SQLiteStore.open(
                folder: settings.dataFolder,
                rules: SQLiteStore.Rules(
                    minimumFree: Int64(settings.storage.minimumFree) << 20,
                    allowsNetwork: settings.storage.allowsNetwork))
        } catch {
            throw Failure(opening: error)
        }
    }

    /// Whether the store takes anything; says aloud why not.
    private func isWritable(_ store: SQLiteStore) async -> Bool {
        guard let damage = await store.damage() else { return true }
        Output.tell(
            "arena: READ-ONLY: \(damage) Pages are shown, nothing is written. "
                + "Look with: arena verify --data \(settings.dataFolder) [read-only]")
        return false
    }

    /// The services as one; when `stop` returns, the others stop too.
    private func group(of services: [any Service], ending stop: StopService?) -> ServiceGroup {
        var entries = services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        if let stop {
            entries.append(
                .init(service: stop, successTerminationBehavior: .gracefullyShutdownGroup))
        }
        var configuration = ServiceGroupConfiguration(services: entries, logger: log)
        configuration.maximumGracefulShutdownDuration = .seconds(stop == nil ? 30 : 1)
        return ServiceGroup(configuration: configuration)
    }
}
