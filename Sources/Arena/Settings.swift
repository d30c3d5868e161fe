/// How this arena is set up: who serves, who plays, where things are.
///
/// Read by `SettingsReader` from flags, the environment and one file, in this order of weight.
package struct Settings: Sendable, Equatable {
    /// The file's version of providers, by name.
    package var providers: [ProviderSettings]
    /// Who plays.
    package var contenders: [Contender]
    /// Where the server listens.
    package var listen: Listen
    /// The folder of the database.
    package var dataFolder: String
    /// The folder of the operator's own model facts; `nil` for `catalogue` in the data folder.
    package var catalogue: String?
    /// How answers are released to the voter.
    package var pacing: PacingMode
    /// Votes a contender needs before it is ranked.
    package var minimumVotes: Int
    /// The share of drawn battles that are one contender against itself, 0 to 1.
    package var controlShare: Double
    /// Whether a vote counts only when the voter is not known to have missed an answer.
    package var requiresBothSeen: Bool
    /// Limits on replies.
    package var limits: Limits
    /// Limits on who asks.
    package var traffic = Traffic()
    /// Whether to look for model servers on loopback when no contender is configured.
    package var detects: Bool
    /// When public pages show newer ratings; `nil` to go by the address.
    package var counters: Publication?
    /// Who may vote, where that was said; see ``access``.
    package var chosenAccess: Access?
    /// Who may read the pages.
    package var reading = Reading.everyone
    /// Proxies besides this machine that may name a user.
    package var trustedProxies: [AddressRange] = []
    /// Whether votes are guarded against being bought; see ``integrityRules``.
    package var integrity = Integrity.auto
    /// Counted votes of one voter in a day (UTC), where votes are guarded.
    package var countedVotesPerDay = 30
    /// Zero bits of the work that a vote is asked for, where votes are guarded; 0 for none.
    package var voteWorkBits = 14
    /// Days for which texts are kept; `nil` for as long as nobody erases them.
    package var textDays: Int?
    /// The operator's own categories.
    package var tags: [Tag] = []
    /// What the data folder must offer.
    package var storage = Storage()
    /// What may be spent in all.
    package var ceilings = Ceilings()
    /// What the battles of one voter may cost.
    package var voterCeilings = Ceilings()
    /// What becomes of contenders without a price while there is a ceiling.
    package var unpriced = Budget.Unpriced.refuse

    /// Settings with their defaults where nothing is said.
    package init(
        providers: [ProviderSettings] = [], contenders: [Contender] = [],
        listen: Listen = Listen(), dataFolder: String = "arena-data", catalogue: String? = nil,
        pacing: PacingMode = .even, minimumVotes: Int = 30, controlShare: Double = 0.02,
        requiresBothSeen: Bool = true, limits: Limits = Limits(), detects: Bool = true,
        counters: Publication? = nil
    ) {
        self.providers = providers
        self.contenders = contenders
        self.listen = listen
        self.dataFolder = dataFolder
        self.catalogue = catalogue
        self.pacing = pacing
        self.minimumVotes = minimumVotes
        self.controlShare = controlShare
        self.requiresBothSeen = requiresBothSeen
        self.limits = limits
        self.detects = detects
        self.counters = counters
    }

    /// Where the operator's own model facts are, named or not.
    package var catalogueFolder: String { catalogue ?? dataFolder + "/catalogue" }

    /// Who may vote: as it was said, else anyone while the server listens on loopback, and people
    /// with an invitation otherwise.
    package var access: Access {
        chosenAccess ?? (listen.isLoopback ? .everyone : .invited)
    }

    /// Address and port of the server.
    package struct Listen: Sendable, Equatable {
        /// Host name or address; loopback unless told otherwise.
        package var host: String
        /// Port; 0 takes a free one.
        package var port: Int
        /// The address people reach it by, as `https://arena.example`; `nil` for that of each
        /// request.
        package var publicURL: String?

        /// Whether nobody but this machine can reach it.
        package var isLoopback: Bool {
            host == "localhost" || AddressRange.loopback.contains { $0.contains(host) }
        }

        /// Where to listen.
        package init(host: String = "127.0.0.1", port: Int = 4141, publicURL: String? = nil) {
            self.host = host
            self.port = port
            self.publicURL = publicURL
        }
    }

    /// Limits on replies, all enforced by the arena itself.
    package struct Limits: Sendable, Equatable {
        /// Seconds to connect.
        package var connectSeconds: Double
        /// Seconds from the request to the first byte of the answer.
        package var firstByteSeconds: Double
        /// Seconds a stream may pause.
        package var stallSeconds: Double
        /// Seconds for a whole reply.
        package var totalSeconds: Double
        /// Bytes of one line of a stream.
        package var lineBytes: Int
        /// Bytes of one answer's text.
        package var answerBytes: Int
        /// Replies that may be written at the same time.
        package var concurrentReplies: Int
        /// Seconds without a watcher after which a battle's replies are cancelled.
        package var unwatchedSeconds: Double
        /// Seconds for a reader whose stream broke to come back before replies are cancelled.
        package var leaveGraceSeconds = 5.0
        /// Seconds that what is under way may go on once the server is told to stop.
        package var stopSeconds = 30.0

        /// The limits, with their defaults.
        package init(
            connectSeconds: Double = 5, firstByteSeconds: Double = 60, stallSeconds: Double = 30,
            totalSeconds: Double = 180, lineBytes: Int = 65_536, answerBytes: Int = 524_288,
            concurrentReplies: Int = 64, unwatchedSeconds: Double = 120
        ) {
            self.connectSeconds = connectSeconds
            self.firstByteSeconds = firstByteSeconds
            self.stallSeconds = stallSeconds
            self.totalSeconds = totalSeconds
            self.lineBytes = lineBytes
            self.answerBytes = answerBytes
            self.concurrentReplies = concurrentReplies
            self.unwatchedSeconds = unwatchedSeconds
        }
    }
}

/// Who serves models: an address, the protocol spoken there, and the name of a key.
package struct ProviderSettings: Sendable, Equatable {
    /// The wire protocols spoken.
    package enum WireProtocol: String, Sendable, CaseIterable {
        /// OpenAI-compatible chat completions.
        case openai
        /// Anthropic messages.
        case anthropic
        /// Google Gemini streamGenerateContent.
        case google
    }

    /// The name contenders refer to.
    package let name: String
    /// The protocol.
    package let wireProtocol: WireProtocol
    /// Base URL without a trailing slash, as `https://api.openai.com/v1`.
    package let baseURL: String
    /// The environment variable that holds the key; the key itself is never kept in settings.
    package let apiKeyVariable: String?
    /// Whether to ask for a stream.
    package let streams: Bool
    /// What may be spent there.
    package let ceilings: Ceilings
    /// Whether it asks for nothing; `nil` to go by the address: a server on this machine does not.
    package let free: Bool?
    /// What a request that was cut is taken to cost.
    package let onCancel: CancelCost

    /// What a request is booked with that broke off or was cancelled.
    package enum CancelCost: String, Sendable, CaseIterable {
        /// What was sent and what came of the answer.
        case estimate
        /// All that was set aside for it.
        case full
    }
    /// Whether a public name may turn out to be an address of a private network.
    package let allowsPrivate: Bool

    /// Where and how it is asked, in one text: the protocol and the base URL.
    package var endpoint: String { "\(wireProtocol.rawValue) \(baseURL)" }

    /// A provider's address.
    package init(
        name: String, wireProtocol: WireProtocol, baseURL: String, apiKeyVariable: String? = nil,
        streams: Bool = true, ceilings: Ceilings = Ceilings(), free: Bool? = nil,
        onCancel: CancelCost = .full, allowsPrivate: Bool = false
    ) {
        self.allowsPrivate = allowsPrivate
        self.name = name
        self.wireProtocol = wireProtocol
        self.baseURL = baseURL
        self.apiKeyVariable = apiKeyVariable
        self.streams = streams
        self.ceilings = ceilings
        self.free = free
        self.onCancel = onCancel
    }
}
