import Foundation
import Testing

/// The options of `arena rate`, each seen to change what it says it changes.
struct RateOptionTests {
    /// 240 votes of three models: aspen wins two of three, whoever writes more is favoured a
    /// little, the left side wins ties.
    private static let votes: String = {
        let names = ["aspen", "birch", "cedar"]
        return (0..<240).map { number in
            let (a, b) = (number % 3, (number + 1 + number / 3 % 2) % 3)
            let winner =
                number % 7 == 0 ? "tie" : (a < b) == (number % 3 != 0) ? "model_a" : "model_b"
            let (long, short) = (200 + number % 5 * 40, 150 + number % 4 * 30)
            let time = 1_700_000_000 + number * 86_400
            return """
                {"model_a":"\(names[a])","model_b":"\(names[b])","winner":"\(winner)",\
                "judge":"voter\(number % 24)","tstamp":\(time),\
                "language":"\(number % 2 == 0 ? "English" : "French")",\
                "category_tag":{"criteria_v0.1":{},"code_v0.1":{"code":\(number % 4 == 0)}},\
                "is_code":\(number % 4 == 0),\
                "conv_metadata":{"sum_assistant_a_tokens":\(long),"sum_assistant_b_tokens":\(short),\
                "header_count_a":{"h1":\(number % 2)},"header_count_b":{"h1":0},\
                "list_count_a":{"ordered":\(number % 3),"unordered":0},\
                "list_count_b":{"ordered":0,"unordered":1},\
                "bold_count_a":{"**":1,"__":0},"bold_count_b":{"**":\(number % 5),"__":0}}}
                """
        }.joined(separator: "\n") + "\n"
    }()

    @Test func `style and side come with coefficients and their intervals`() async throws {
        let plain = try await board(["--format", "json"])
        let styled = try await board(["--style", "--side", "--format", "json"])
        let style = try #require(styled["style"] as? [[String: Any]])
        #expect(style.count == 4)
        for effect in style {
            let ends = try #require(effect["ci"] as? [Double])
            let value = try #require(effect["value"] as? Double)
            #expect(ends[0] < value && value < ends[1])
        }
        let side = try #require(styled["side"] as? [String: Any])
        #expect(side["name"] as? String == "left")
        #expect((plain["side"] as? [String: Any])?["points"] is Double)
        #expect(rating(of: "aspen", in: plain) != rating(of: "aspen", in: styled))
    }

    @Test func `a language, a time and a model left out each take their votes away`() async throws {
        #expect(try await board(["--language", "French"])["votes"] as? Int == 120)
        #expect(try await board(["--since", "2024-01-01"])["votes"] as? Int == 192)
        let without = try await board(["--leave-out", "cedar"])
        #expect((without["models"] as? [[String: Any]])?.count == 2)
        #expect(try await board(["--category", "code"])["votes"] as? Int == 60)
        let none = try await Program.run(["rate", "--min-votes", "1000"], input: Self.votes)
        #expect(none.code != 0)
        #expect(none.errors.contains("[no-votes]"), "\(none.errors)")
        #expect(none.output.isEmpty)
    }

    @Test func `votes on chosen pairs do not count unless they are asked for, and it is said`()
        async throws
    {
        let chosen = (0..<5).map { _ in
            #"{"model_a":"aspen","model_b":"birch","winner":"model_b","kind":"pair"}"# + "\n"
        }.joined()
        let plain = try await Program.run(["rate"], input: Self.votes)
        let mixed = try await Program.run(["rate"], input: Self.votes + chosen)
        #expect(mixed.output == plain.output)
        #expect(plain.errors.isEmpty)
        #expect(mixed.errors.contains("other kinds: 5 pair"), "\(mixed.errors)")
        let all = try await Program.run(
            ["rate", "--kind", "random", "--kind", "pair"], input: Self.votes + chosen)
        #expect(all.output.contains(#""votes":245"#) && all.errors.isEmpty)
        let none = try await Program.run(["rate"], input: chosen)
        #expect(none.code == 78)
        #expect(none.errors.contains("5 pair"), "\(none.errors)")
    }

    @Test func `Elo has no intervals, Davidson a tie parameter, clusters wider intervals`()
        async throws
    {
        let elo = try await board(["--method", "elo"])
        #expect((elo["method"] as? String)?.hasPrefix("elo") == true)
        #expect((elo["models"] as? [[String: Any]])?.allSatisfy { $0["ci"] == nil } == true)
        #expect(try await board(["--method", "davidson"])["tie_parameter"] is Double)
        let clustered = try await board(["--ci", "cluster"])
        #expect((clustered["method"] as? String)?.contains("cluster") == true)
        let plain = try await board([])
        #expect(rating(of: "birch", in: clustered) == rating(of: "birch", in: plain))
    }

    @Test func `JSON arrays and CSV hold the same votes as JSON lines`() async throws {
        let lines = Self.votes.split(separator: "\n")
        let array = "[\n" + lines.joined(separator: ",\n") + "\n]\n"
        let asLines = try await Program.run(["rate"], input: Self.votes)
        #expect(try await Program.run(["rate"], input: array).output == asLines.output)
        let rows = try lines.map { line in
            let vote = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return ["model_a", "model_b", "winner"].map { "\(vote?[$0] ?? "")" }
                .joined(separator: ",")
        }
        let table = "model_a,model_b,winner\n" + rows.joined(separator: "\n") + "\n"
        #expect(try await Program.run(["rate"], input: table).output == asLines.output)
    }

    @Test func `Markdown and tables are for people, with the same order as the numbers`()
        async throws
    {
        let table = try await Program.run(["rate", "--format", "table"], input: Self.votes)
        let markdown = try await Program.run(["rate", "--format", "md"], input: Self.votes)
        #expect(table.output.contains("240 votes"), "\(table.output)")
        #expect(table.output.contains("left side"), "\(table.output)")
        #expect(markdown.output.hasPrefix("|"), "\(markdown.output)")
    }

    @Test func `a file that cannot be read further ends with 74, an interrupt with 130`()
        async throws
    {
        let broken = try await Program.run(["rate", "/proc/self/mem"], input: "")
        #expect(broken.code == 74, "\(broken.errors)")
        let source = Pipe()
        let child = try Child(Program.path, ["rate"]) { process in
            process.standardInput = source
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
        }
        // More than a pipe holds: when this returns, the program is reading.
        source.fileHandleForWriting.write(Data(String(repeating: Self.votes, count: 20).utf8))
        child.signal(SIGINT)
        #expect(await child.exitCode() == 130)
        #expect(!child.wasKilled)
    }

    @Test func `a long file shows on a terminal how far its reading is`() async throws {
        let folder = try TemporaryFolder()
        let (pipe, shown) = (folder.path + "/votes.jsonl", folder.path + "/shown")
        #expect(mkfifo(pipe, 0o600) == 0)
        // Opened for both, so that neither opening nor writing waits for a reader that never comes.
        let descriptor = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        try #require(descriptor >= 0)
        let terminal = try Child(
            "/usr/bin/env",
            ["script", "-qefc", "\(Program.path) rate --format csv \(pipe)", shown]
        ) { process in
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
        }
        // Whole lines that a pipe takes at once or not at all.
        let lines = Self.votes.split(separator: "\n").prefix(8).map { $0 + "\n" }
        let block = Array(lines.joined().utf8)
        try #require(block.count <= PIPE_BUF)
        var isShown = false
        for round in 0..<200_000 where !isShown {
            if write(descriptor, block, block.count) < 0 {
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, 20)
            }
            guard round.isMultiple(of: 50), let text = FileManager.default.contents(atPath: shown)
            else { continue }
            isShown = String(decoding: text, as: UTF8.self).contains("reading ")
        }
        close(descriptor)
        if !isShown { terminal.signal(SIGKILL) }
        #expect(await terminal.exitCode() == 0)
        #expect(isShown)
    }

    private func board(_ options: [String]) async throws -> [String: Any] {
        let run = try await Program.run(["rate"] + options, input: Self.votes)
        #expect(run.code == 0, "\(options): \(run.errors)")
        let board = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(board as? [String: Any])
    }

    private func rating(of model: String, in board: [String: Any]) -> Double? {
        (board["models"] as? [[String: Any]])?.first { $0["id"] as? String == model }?["rating"]
            as? Double
    }
}
