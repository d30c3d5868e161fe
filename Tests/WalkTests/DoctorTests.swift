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

    @Test(arguments: [512, 1024])
    func `half a thousand open files are enough for the campaign`(count: Int) async throws {
        let run = try await run(descriptors: count)
        #expect(run.code == 0, "\(run.output) \(run.errors)")
        #expect(run.output.contains(" 0 leaks"))
    }

    @Test func `with too few open files nothing begins, and what to do is said`() async throws {
        let run = try await run(descriptors: 511)
        #expect(run.code == 1, "\(run.output) \(run.errors)")
        #expect(!run.output.contains(" 0 leaks"))
        #expect(run.output.contains("may have 511 files open at once, and the campaign needs 512"))
        let folder = try TemporaryFolder()
        let server = try await Program.run(
            ["serve", "--data", folder.path, "--port", "0", "--no-detect"], descriptors: 255)
        #expect(server.code == 78)
        #expect(server.errors.contains("needs 256") && server.errors.contains("[open-files]"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/arena.db"))
    }
}
