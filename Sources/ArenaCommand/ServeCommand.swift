import Arena
import ArgumentParser
import CProcess
import Foundation
import Providers
import Server

/// `arena serve`: the arena on a port of this machine.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Start the arena.",
        discussion: """
            arena serve
            arena serve --port 8100 --data /srv/arena

            Without a settings file the arena looks for model servers on this machine (Ollama,
            llama.cpp, LM Studio, vLLM); where there is none, practice guides answer. Models that
            cost money are never put in play by themselves.
            """)

    @OptionGroup var config: ConfigOptions
    @Option(help: "The address to listen on (ARENA_HOST; default: 127.0.0.1).")
    var host: String?
    @Option(help: "The port (ARENA_PORT; default: 4141; 0 takes a free one).")
    var port: Int?
    @Flag(help: "Do not look for model servers on this machine.")
    var noDetect = false

    func run() async throws {
        _ = cprocess_keep_memory_private()
        var flags: [String: String] = [:]
        flags["server.host"] = host
        flags["server.port"] = port.map(String.init)
        flags["detect"] = noDetect ? "false" : nil
        let assembly = try Assembly(config, flags: flags)
        let settings = assembly.settings
        let isNew = !FileManager.default.fileExists(atPath: settings.dataFolder + "/arena.db")
        do {
            try await assembly.serve { field, port in
                let greeting = Greeting(
                    settings, field: field, port: port, isNew: isNew,
                    admin: Self.adminLink(settings, port: port))
                Output.write(greeting.text)
            }
        } catch let error where Self.isPortTaken(error) {
            throw Failure(
                .unreachable, "port-taken",
                "Port \(settings.listen.port) on \(settings.listen.host) is taken. "
                    + "Stop what listens there, or choose another with --port.")
        }
    }

    /// A link into the admin side, or why there is none.
    private static func adminLink(_ settings: Settings, port: Int) -> String {
        let links = AdminLinks(dataFolder: settings.dataFolder)
        let address = settings.listen.address(port: port)
        links.tidy()
        do throws(ArenaError) {
            try links.note(address: address)
            return AdminLinks.link(to: address, try links.make())
        } catch {
            return "no link: the data folder cannot be written"
        }
    }

    private static func isPortTaken(_ error: any Error) -> Bool {
        "\(error)".contains("Address already in use")
    }
}

/// What the terminal says once the arena listens.
struct Greeting {
    private let settings: Settings
    private let field: Field
    private let port: Int
    private let isNew: Bool
    private let admin: String

    init(_ settings: Settings, field: Field, port: Int, isNew: Bool, admin: String) {
        self.admin = admin
        self.settings = settings
        self.field = field
        self.port = port
        self.isNew = isNew
    }

    /// The lines.
    var text: String {
        let lines = [
            "arena \(Version.number)",
            "data      \(folder)\(isNew ? " (new)" : "")",
            looking.map { "looking   \($0)" },
            "in play   \(inPlay)",
            "open      http://\(settings.listen.host):\(port)",
            "admin     \(admin)",
            "stop with Ctrl-C",
        ]
        return lines.compactMap(\.self).joined(separator: "\n") + "\n"
    }

    /// The data folder as people write it, the home folder as `~`.
    private var folder: String {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
        guard home.count > 1, settings.dataFolder.hasPrefix(home + "/") else {
            return settings.dataFolder
        }
        return "~" + settings.dataFolder.dropFirst(home.count)
    }

    private var looking: String? {
        guard field.origin != .configured, settings.detects else { return nil }
        let servers = ProviderDetection.Server.allCases.map { server in
            let models = field.found.first { $0.server == server }?.models.count
            let answer = models.map { "✓ \($0) \($0 == 1 ? "model" : "models")" } ?? "–"
            return "\(server.rawValue) \(server.usualPort) \(answer)"
        }
        let keys = WellKnownKey.present(in: ProcessInfo.processInfo.environment)
            .map { "\($0.variable) ✓" }
        return (servers + keys).joined(separator: "   ")
    }

    private var inPlay: String {
        let names = field.roster.inPlay.map(\.name).joined(separator: " · ")
        switch field.origin {
        case .configured: return names
        case .detected: return names + " (local, free)"
        case .practice:
            return names + " (practice: no model server found; see README, \"Connect a model\")"
        }
    }
}
