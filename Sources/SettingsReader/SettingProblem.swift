/// One mistake in the settings: where, which key, what is wrong and what to do.
package struct SettingProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// `arena.yaml:12:7`, `ARENA_PORT` or `--port`.
    package let place: String
    /// The key, as `contenders.smollm2-cool.price.input`; empty for the file as a whole.
    package let key: String
    /// What is wrong; never holds a value that may be secret.
    package let reason: String
    /// What to do.
    package let advice: String

    /// `arena.yaml:12:7: server.port: It is not a whole number. Write one from 0 to 65535.`
    package var description: String {
        [place, key, "\(reason) \(advice)"].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

/// Every mistake found in the settings, in the order of the file, then of the environment and the
/// flags.
package struct SettingProblems: Error, Sendable, Equatable, CustomStringConvertible {
    /// The mistakes; at least one.
    package let problems: [SettingProblem]

    /// One line for each mistake.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
