package import Arena
package import Evidence
import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Phrases
import ServiceLifecycle

/// The arena over HTTP: pages, API and streams on one port.
package struct ArenaServer: Sendable {
    private let settings: Settings.Listen
    private let context: ServerParts
    private let log: Logger

    /// A server over the arena's services; nothing listens yet.
    package init(_ parts: ServerParts, listen: Settings.Listen, log: Logger) {
        context = parts
        settings = listen
        self.log = log
    }

    /// The service that listens; `onReady` is told the port once it does.
    package func application(
        onReady: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        Application(
            router: router,
            server: guarded,
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    context.traffic.connections + ConnectionTally.spare)),
            onServerRunning: { channel in
                await onReady(channel.localAddress?.port ?? 0)
            },
            logger: log)
    }

    /// HTTP/1.1 with limits on what is read and on who connects.
    private var guarded: HTTPServerBuilder {
        let gate = ConnectionGate(context.traffic, rule: context.operation.rule)
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: .seconds(75),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 64))
        return HTTPServerBuilder { responder in
            EdgeChannel(
                http: HTTP1Channel(responder: responder, configuration: configuration), gate: gate)
        }
    }

    /// Method and path of every route, as the documents of the API must have them.
    package var routes: [(method: String, path: String)] {
        router.routes.map { ($0.method.rawValue, "\($0.path)") }
    }

    /// The routes that the documents of the API tell of.
    package static var described: [(method: String, path: String)] {
        RouteNote.all.map { ($0.method, $0.path) }
    }

    /// The problems' codes that have a page.
    package static var explained: [String] { ProblemMeaning.all.map(\.code) }

    /// All routes.
    private var router: Router<ArenaContext> {
        let router = Router(context: ArenaContext.self)
        let cookie = VoterCookie(key: context.key)
        let frame = PageFrame(parts: context)
        addMiddleware(to: router, frame: frame, cookie: cookie)
        HealthRoutes(
            store: context.store, lineup: context.operation.lineup, battles: context.battles
        ).add(to: router)
        StaticRoutes().add(to: router)
        PageRoutes(frame: frame, cookie: cookie).add(to: router)
        BattlePageRoutes(frame: frame, cookie: cookie).add(to: router)
        FrameRoutes(frame: frame).add(to: router)
        let compare = CompareRoutes(frame: frame, desk: context.desk, cookie: cookie)
        let models = ModelRoutes(frame: frame, desk: context.desk)
        compare.add(to: router)
        models.add(to: router)
        let boards = LeaderboardRoutes(frame: frame, boards: context.boards)
        boards.add(to: router)
        JoinRoutes(frame: frame, cookie: cookie).add(to: router)
        let admin = AdminFrame(frame: frame)
        AdminRoutes(admin: admin).add(to: router)
        SitemapRoute(frame: frame, desk: context.desk).add(to: router)
        let own = OwnRoutes(frame: frame, cookie: cookie)
        own.add(to: router)
        TextRoutes(frame: frame).add(to: router)
        MachineRoutes(frame: frame, desk: context.desk).add(to: router)
        FeedRoutes(
            frame: frame, desk: context.desk,
            news: NewsService(store: context.store, minimumVotes: context.minimumVotes)
        ).add(to: router)
        let api = router.group("api/v1")
        ReceiptRoutes(store: context.store).add(to: api)
        let registry = RegistryRoute(desk: context.registryDesk, frame: frame)
        registry.add(to: api)
        registry.addPage(to: router)
        BattleRoutes(battles: context.battles, cookie: cookie, work: context.workDesk)
            .add(to: api.group("battles"))
        SharedBattleRoutes(frame: frame, cookie: cookie).addAPI(to: api.group("battles"))
        BoardRoutes(pages: boards, boards: context.boards).add(to: api)
        AdminRoutes(admin: admin).addAPI(to: api)
        compare.addAPI(to: api)
        models.addAPI(to: api)
        ModelListRoute(desk: context.desk).add(to: api)
        FactRoutes(desk: context.desk).add(to: api)
        own.addAPI(to: api)
        ExportRoutes(store: context.store, ratings: context.ratings, roster: context.roster)
            .addAPI(to: api)
        return router
    }

    /// The order is the one in which a request passes.
    private func addMiddleware(
        to router: Router<ArenaContext>, frame: PageFrame, cookie: VoterCookie
    ) {
        router.add(
            middleware: ClientMiddleware(
                rule: context.operation.rule, isPublicByTLS: context.operation.isSecure))
        router.add(middleware: SecureCookies())
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ErrorMiddleware(pages: frame))
        router.add(middleware: TrafficLimit(context.traffic))
        router.add(middleware: SameOrigin(publicURL: context.publicURL))
        router.add(middleware: VoterMiddleware(cookie: cookie))
        router.add(middleware: AccessMiddleware(gate: context.gate))
    }
}

/// What the server needs of the arena.
package struct ServerParts: Sendable {
    let battles: BattleService
    let ratings: RatingService
    let store: any Store
    let roster: Roster
    let key: SigningKey
    let minimumVotes: Int
    let version: String
    let desk: FactDesk
    let boards: BoardDesk
    let publicURL: String?
    let phrasebooks: Phrasebooks
    let operation: Administration
    let traffic: Settings.Traffic
    private let registry: Registry

    /// The parts, wired elsewhere.
    package init(
        battles: BattleService, ratings: RatingService, store: any Store, roster: Roster,
        key: SigningKey, minimumVotes: Int, version: String, desk: FactDesk,
        boards: BoardDesk,
        publicURL: String? = nil, phrasebooks: Phrasebooks = Phrasebooks(),
        operation: Administration, traffic: Settings.Traffic = Settings.Traffic(),
        aside: QuietWork = QuietWork()
    ) {
        self.traffic = traffic
        registry = Registry(aside: aside) { () async throws(ArenaError) in
            try await operation.store.registry()
        }
        self.battles = battles
        self.ratings = ratings
        self.store = store
        self.roster = roster
        self.key = key
        self.minimumVotes = minimumVotes
        self.version = version
        self.desk = desk
        self.boards = boards
        self.publicURL = publicURL
        self.phrasebooks = phrasebooks
        self.operation = operation
    }

    /// Reads what takes long where votes are many, so that the first to come finds it read.
    package func readAhead(_ measurements: MeasurementService) async {
        _ = try? await measurements.measures(of: roster.pool)
        _ = try? await registry.lines()
    }

    /// Battles that were opened to others.
    var sharing: SharingService { SharingService(store: store, under: roster.veil) }

    /// Asks for the work of votes; `nil` where none is asked for.
    var workDesk: WorkDesk? { WorkDesk(key: key, bits: operation.integrity?.workBits ?? 0) }

    /// Every version that was ever in play, as it stands now.
    var registryDesk: RegistryDesk {
        RegistryDesk(
            registry: registry, lineup: operation.lineup, directory: desk.directory,
            isOpen: operation.integrity != nil)
    }

    /// Who may do what.
    var gate: AccessGate {
        AccessGate(rule: operation.rule, store: operation.store, key: key)
    }
}
