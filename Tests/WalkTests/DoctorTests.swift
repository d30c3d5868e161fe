import Foundation
import Testing

/// `arena doctor --leaks` on machines that give few open files.
struct DoctorTests {
    private func run(descriptors: Int) async throws -> (
        output: String, errors: String, code: Int32
    ) {
        let folder = try TemporaryFolder()
        let settings = """
            pacing: live
            providers:
              p: {protocol: openai, base_url: "http://127.0.0.1:9/v1"}
            contenders:
              - {id: c0, provider: p, upstream_model: m0}
              - {id: c1, provider: p, upstream_model: m1}
            """
        try settings.write(toFile: folder.path + "/arena.yaml", atomically: true, encoding: .utf8)
        return try await Program.run(
            [
                "doctor", "--leaks", "--config", folder.path + "/arena.yaml", "--data",
                folder.path,
            ], descriptors: descriptors)
    }

    @Test func `a thousand open files are enough for the campaign`() async throws {
        let run = try await run(descriptors: 1024)
        #expect(run.code == 0, "\(run.output) \(run.errors)")
        #expect(run.output.contains(" 0 leaks"))
    }

    @Test func `a campaign that cannot be played ends, and says so`() async throws {
        let run = try await run(descriptors: 80)
        #expect(run.code == 1, "\(run.output) \(run.errors)")
        #expect(!run.output.contains(" 0 leaks"))
        // Which connection finds no descriptor first, chance decides.
        #expect(run.output.contains("could not be played: HTTP: "))
        #expect(run.errors.contains("[doctor]"))
    }
}
