import Arena
import Foundation
import SettingsReader

/// A working folder with a settings file in it, removed with this value's last copy.
final class WorkingFolder: Sendable {
    let path = NSTemporaryDirectory() + "arena-settings-" + UUID().uuidString

    init(_ yaml: String? = nil) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        if let yaml { try write(yaml, to: "arena.yaml") }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path).appending(path: name))
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(
        flags: [String: String] = [:], environment: [String: String] = [:]
    ) throws(SettingProblems) -> ReadSettings {
        var environment = environment
        environment["HOME"] = environment["HOME"] ?? path + "/home"
        return try SettingsReader(
            flags: flags, environment: environment, workingFolder: path
        ).read()
    }
}

/// The mistakes in a settings file.
func problems(
    in yaml: String, flags: [String: String] = [:], environment: [String: String] = [:]
) throws -> [SettingProblem] {
    let folder = try WorkingFolder(yaml)
    do throws(SettingProblems) {
        _ = try folder.read(flags: flags, environment: environment)
        return []
    } catch {
        return error.problems
    }
}

/// A correct file, for tests that spoil it.
let correct = """
    providers:
      local:
        protocol: openai
        base_url: http://127.0.0.1:18081/v1/
        api_key_env: LOCAL_KEY
        stream: false
    contenders:
      - id: smollm2-cool
        name: SmolLM2 cool
        model: smollm2-135m
        provider: local
        upstream_model: smollm2-135m
        settings: {temperature: 0.2, max_tokens: 64, top_p: 0.9, seed: 7}
        system_prompt: Answer in one sentence.
        price: {input: "0.40", output: 1.60}
      - id: smollm2
        provider: local
        upstream_model: smollm2-135m
    server: {host: 0.0.0.0, port: 4242}
    pacing: hold
    minimum_votes: 5
    detect: false
    limits: {stall_seconds: 2.5, line_bytes: 4096}

    """
