package import Arena

/// Settings as they were read, and where each value came from.
package struct ReadSettings: Sendable, Equatable {
    /// The settings; their data folder is an absolute path.
    package var settings: Settings
    /// Every value with its origin: first those of the general keys, then of providers and
    /// contenders.
    package var values: [SettingValue]
    /// The settings file, if one was read.
    package var file: String?
}

/// One value of the settings as text.
package struct SettingValue: Sendable, Equatable {
    /// The key, as `server.port` or `providers.local.base_url`.
    package let key: String
    /// The value; for a provider's key the name of the variable, never the key.
    package let value: String
    /// Where it came from.
    package let origin: Origin
}

/// Where a value came from; the later ones outweigh the earlier.
package enum Origin: Sendable, Equatable, CustomStringConvertible {
    /// Nobody said anything.
    case standard
    /// A line of the settings file.
    case file(String, line: Int)
    /// A variable of the environment.
    case variable(String)
    /// A flag of the command line.
    case flag(String)

    /// `default`, `arena.yaml:12`, `ARENA_PORT` or `--port`.
    package var description: String {
        switch self {
        case .standard: "default"
        case .file(let file, let line): "\(file):\(line)"
        case .variable(let name), .flag(let name): name
        }
    }
}
