import Arena
import Foundation
import TestSupport
import Testing

/// `arena doctor --leaks` with every protocol; all ways of pacing at once, since a campaign mostly waits.
struct LeakCampaignTests {
    private static let keys = ["K1": "one", "K2": "two", "K3": "three"]

    private func doctor(_ pacing: String) async throws -> (
        output: String, errors: String, code: Int32
    ) {
        let folder = try TemporaryFolder()
        let providers = ["openai", "anthropic", "google"].enumerated().map { index, wire in
            "  p\(index): {protocol: \(wire), base_url: \"http://127.0.0.1:9/v1\", "
                + "api_key_env: K\(index + 1)}\n"
        }
        let settings =
            "pacing: \(pacing)\nproviders:\n" + providers.joined()
            + "contenders:\n"
            + (0..<3).map { "  - {id: c\($0), provider: p\($0), upstream_model: m\($0)}\n" }
            .joined()
        try settings.write(toFile: folder.path + "/arena.yaml", atomically: true, encoding: .utf8)
        return try await Program.run(
            [
                "doctor", "--leaks", "--config", folder.path + "/arena.yaml", "--data",
                folder.path,
            ], environment: Self.keys)
    }

    @Test(arguments: PacingMode.allCases)
    func `no marker of any upstream is sent before the vote`(mode: PacingMode) async throws {
        let run = try await doctor(mode.rawValue)
        #expect(run.code == 0, "\(run.output) \(run.errors)")
        #expect(run.output.contains(" 0 leaks"))
    }
}
