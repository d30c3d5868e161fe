import Arena
import Catalogue
import Foundation
import SettingsReader
import Testing

@Suite struct ReadingTests {
    @Test func `a file is read as it is written`() throws {
        let folder = try WorkingFolder(correct)
        let read = try folder.read()
        let cool = Contender(
            id: try #require(ContenderID("smollm2-cool")), name: "SmolLM2 cool",
            model: "smollm2-135m", provider: "local", upstreamModel: "smollm2-135m",
            settings: Sampling(temperature: 0.2, topP: 0.9, maxTokens: 64, seed: 7),
            systemPrompt: "Answer in one sentence.",
            price: Price(
                input: Money(picodollars: 400_000_000_000),
                output: Money(picodollars: 1_600_000_000_000)))
        let plain = Contender(
            id: try #require(ContenderID("smollm2")), provider: "local",
            upstreamModel: "smollm2-135m")
        let provider = ProviderSettings(
            name: "local", wireProtocol: .openai, baseURL: "http://127.0.0.1:18081/v1",
            apiKeyVariable: "LOCAL_KEY", streams: false)
        var limits = Settings.Limits()
        limits.stallSeconds = 2.5
        limits.lineBytes = 4096
        #expect(
            read.settings
                == Settings(
                    providers: [provider],
                    contenders: [cool, plain].map { $0.asked(of: [provider]) },
                    listen: Settings.Listen(host: "0.0.0.0", port: 4242),
                    dataFolder: folder.path + "/home/.local/share/arena", pacing: .hold,
                    minimumVotes: 5, limits: limits, detects: false))
        #expect(read.file == folder.path + "/arena.yaml")
    }

    @Test(arguments: ["", "# nothing\n", "providers:\ncontenders:\nserver:\nlimits:\n", "{}"])
    func `a file that says nothing gives the defaults`(yaml: String) throws {
        let folder = try WorkingFolder(yaml)
        var expected = Settings()
        expected.dataFolder = folder.path + "/home/.local/share/arena"
        #expect(try folder.read().settings == expected)
    }

    @Test func `without a file there are the defaults`() throws {
        let folder = try WorkingFolder()
        let read = try folder.read()
        #expect(read.file == nil)
        #expect(read.settings.listen == Settings.Listen())
        #expect(read.values.allSatisfy { $0.origin == .standard })
    }

    @Test func `flags outweigh the environment, which outweighs the file`() throws {
        let folder = try WorkingFolder("server: {host: filehost, port: 1}\nminimum_votes: 2\n")
        let read = try folder.read(
            flags: ["server.port": "3"],
            environment: ["ARENA_PORT": "2", "ARENA_HOST": "envhost", "ARENA_PACING": ""])
        #expect(read.settings.listen == Settings.Listen(host: "envhost", port: 3))
        #expect(read.settings.minimumVotes == 2)
        let origins = Dictionary(uniqueKeysWithValues: read.values.map { ($0.key, $0.origin) })
        #expect(origins["server.port"]?.description == "--port")
        #expect(origins["server.host"]?.description == "ARENA_HOST")
        #expect(origins["minimum_votes"]?.description == "arena.yaml:2")
        #expect(origins["pacing"]?.description == "default")
    }

    @Test func `every variable sets its key`() throws {
        let folder = try WorkingFolder()
        var usual = Settings()
        usual.dataFolder = try folder.read().settings.dataFolder
        for key in SettingKey.general {
            guard let variable = key.variable, key.name != "config" else { continue }
            let value =
                switch key.name {
                case "pacing": "live"
                case "counters": "batched"
                case "detect", "require_both_seen": "false"
                case "control_share": "0.25"
                case "data", "server.host": "elsewhere"
                case "server.public_url": "https://arena.example"
                case "access": "header:X-Forwarded-User"
                case "trusted_proxies": "10.0.0.7 fd00::/8"
                case "reading": "members"
                case "storage.allow_network": "true"
                case "unpriced": "allow"
                case "integrity": "on"
                case "vote_work_bits": "9"
                default: "4321"
                }
            let read = try folder.read(environment: [variable: value])
            #expect(read.settings != usual, "\(variable)")
            let found = try #require(read.values.first { $0.key == key.name })
            #expect(found.origin == .variable(variable))
            #expect(found.value.hasSuffix(value))
            #expect(try folder.read(flags: [key.name: value]).settings == read.settings)
        }
    }

    @Test func `values of providers and contenders tell their line, and never a key`() throws {
        let folder = try WorkingFolder(correct)
        let read = try folder.read(environment: ["LOCAL_KEY": "sk-secret0123456789"])
        let values = Dictionary(uniqueKeysWithValues: read.values.map { ($0.key, $0) })
        #expect(values["providers.local.api_key_env"]?.value == "LOCAL_KEY")
        #expect(values["providers.local.api_key_env"]?.origin.description == "arena.yaml:5")
        #expect(values["contenders.smollm2-cool.price.output"]?.value == "1.60")
        let seed = try #require(values["contenders.smollm2-cool.settings.seed"])
        #expect(seed.origin.description == "arena.yaml:13")
        #expect(values["contenders.smollm2.provider"]?.origin.description == "arena.yaml:17")
        #expect(!read.values.contains { $0.value.contains("sk-secret") })
    }

    @Test func `the settings file is found where it was named, with the data, or here`() throws {
        let folder = try WorkingFolder("minimum_votes: 1\n")
        #expect(try folder.read().settings.minimumVotes == 1)
        try folder.write("minimum_votes: 2\n", to: "arena-data/arena.yaml")
        #expect(try folder.read().settings.minimumVotes == 2)
        try folder.write("minimum_votes: 3\n", to: "other/arena.yaml")
        #expect(try folder.read(flags: ["data": "other"]).settings.minimumVotes == 3)
        try folder.write("minimum_votes: 4\n", to: "named.yaml")
        let read = try folder.read(environment: ["ARENA_CONFIG": "named.yaml"])
        #expect(read.settings.minimumVotes == 4)
        let votes = try #require(read.values.first { $0.key == "minimum_votes" })
        #expect(votes.origin.description == "named.yaml:1")
        #expect(
            try folder.read(
                flags: ["config": "arena.yaml"], environment: ["ARENA_CONFIG": "named.yaml"]
            ).settings.minimumVotes == 1)
    }

    @Test func `data is kept where it is said, here, or in the home folder`() throws {
        let folder = try WorkingFolder()
        let shared = ["XDG_DATA_HOME": "/srv/share"]
        #expect(try folder.read(environment: shared).settings.dataFolder == "/srv/share/arena")
        #expect(
            try folder.read().settings.dataFolder == folder.path + "/home/.local/share/arena")
        try folder.write("data: ./mine\n", to: "conf/arena.yaml")
        let named = try folder.read(flags: ["config": "conf/arena.yaml"])
        #expect(named.settings.dataFolder == folder.path + "/conf/mine")
        try folder.write("", to: "arena-data/nothing")
        let here = try folder.read(environment: shared)
        #expect(here.settings.dataFolder == folder.path + "/arena-data")
        let said = try folder.read(flags: ["data": "~/x"], environment: ["ARENA_DATA": "/y"])
        #expect(said.settings.dataFolder == folder.path + "/home/x")
    }
}
