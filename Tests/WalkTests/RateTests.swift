import Foundation
import Testing

/// `arena rate`, run as a person runs it.
struct RateTests {
    private static let votes = """
        {"model_a":"aspen","model_b":"birch","winner":"model_a"}
        {"model_a":"birch","model_b":"aspen","winner":"model_a"}
        {"model_a":"aspen","model_b":"birch","winner":"tie (bothbad)"}
        {"model_a":"aspen","model_b":"cedar","winner":"model_a"}
        {"model_a":"cedar","model_b":"aspen","winner":"tie"}
        {"model_a":"cedar","model_b":"birch","winner":"model_b"}
        {"model_a":"birch","model_b":"cedar","winner":"model_b"}

        """

    @Test func `a board is one JSON object of the API's shape in a pipe`() async throws {
        let run = try await Program.run(["rate"], input: Self.votes)
        #expect(run.code == 0, "\(run.errors)")
        let board = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(board["votes"] as? Int == 7)
        let models = try #require(board["models"] as? [[String: Any]])
        #expect(models.count == 3)
        let ratings = models.compactMap { $0["rating"] as? Double }
        #expect(abs(ratings.reduce(0, +) / 3 - 1000) < 1e-9)
        #expect(models[0]["id"] as? String == "aspen")
        #expect((models[0]["ci"] as? [Double])?.count == 2)
        #expect(models[0]["rank_lo"] as? Int == 1)
    }

    @Test func `an anchor gets the points it is given`() async throws {
        let run = try await Program.run(
            ["rate", "--anchor", "birch=1114", "--format", "csv"], input: Self.votes)
        let line = run.output.split(whereSeparator: \.isNewline).first { $0.contains("birch") }
        #expect(line?.contains("1114") == true, "\(run.output)")
    }

    @Test func `a vote that cannot be read is named by its line and stops the run`() async throws {
        let bad = Self.votes + #"{"model_a":"aspen","model_b":"birch","winner":"both"}"# + "\n"
        let run = try await Program.run(["rate"], input: bad)
        #expect(run.code == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("8") && run.errors.contains("both"), "\(run.errors)")
        let skipped = try await Program.run(["rate", "--skip-bad"], input: bad)
        #expect(skipped.code == 0)
        #expect(skipped.output.contains(#""votes":7"#))
        #expect(skipped.errors.contains("1"))
    }

    @Test func `the same seed gives the same digits on any number of threads`() async throws {
        let options = ["rate", "--ci", "bootstrap", "--bootstrap", "50", "--seed", "7"]
        let one = try await Program.run(options + ["--threads", "1"], input: Self.votes)
        let two = try await Program.run(options + ["--threads", "2"], input: Self.votes)
        #expect(one.code == 0, "\(one.errors)")
        #expect(one.output == two.output && !one.output.isEmpty)
    }

    @Test func `compressed files are read, and what moved between two boards is told`() async throws
    {
        let folder = try TemporaryFolder()
        let file = folder.path + "/votes.jsonl"
        try Self.votes.write(toFile: file, atomically: true, encoding: .utf8)
        let before = try await Program.run(["rate", file, "--format", "csv"])
        try before.output.write(
            toFile: folder.path + "/before.csv", atomically: true, encoding: .utf8)
        let gzip = try Child("/usr/bin/env", ["gzip", file]) { process in
            process.standardInput = FileHandle.nullDevice
        }
        #expect(await gzip.exitCode() == 0)
        let after = try await Program.run([
            "rate", file + ".gz", "--compare", folder.path + "/before.csv", "--format", "csv",
        ])
        #expect(after.code == 0, "\(after.errors)")
        #expect(after.output.split(whereSeparator: \.isNewline).count == 4)
    }

    @Test(arguments: [(["rate", "/nowhere/votes.jsonl"], 66), (["rate", "--anchor", "x"], 64)])
    func `wrong use ends with the code of its kind`(arguments: [String], code: Int) async throws {
        #expect(try await Program.run(arguments, input: "").code == Int32(code))
    }
}
