import Foundation
import TestSupport
import Testing

/// A provider's key goes to its provider, and nowhere else.
struct KeyTests {
    private static let keys = Upstreams.environment.values.flatMap { key in
        [
            key, Data(key.utf8).base64EncodedString(),
            key.utf8.map { String($0, radix: 16) }.joined(),
        ]
    }

    @Test func `neither proxies nor a netrc of the environment change where a request goes`()
        async throws
    {
        let trap = LoopbackServer { $0.answer("trapped") }
        let folder = try TemporaryFolder()
        try "machine 127.0.0.1 login canary password canary\ndefault login canary password canary\n"
            .write(toFile: folder.path + "/.netrc", atomically: true, encoding: .utf8)
        let upstreams = try Upstreams()
        var environment = ["HOME": folder.path, "no_proxy": "", "NO_PROXY": ""]
        for name in [
            "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY",
        ] {
            environment[name] = trap.url
        }
        let arena = try await Arena(
            settings: upstreams.configuration, upstreams: [upstreams.openAI, upstreams.anthropic],
            environment: environment)
        defer { arena.program.end() }
        let visitor = try Visitor(arena.address)
        let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"]).field("id")
        _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        #expect(try await visitor.get("/api/v1/battles/\(id)").field("state") == "ready")
        #expect(trap.accepted == 0)
        let sent = upstreams.openAI.requests + upstreams.anthropic.requests
        #expect(sent.count == 2)
        for request in sent {
            #expect(!request.head.contains("Basic "), "\(request.head)")
            #expect(request["Accept-Encoding"] == "identity")
        }
        #expect(upstreams.openAI.requests.first?["Authorization"] == "Bearer sk-CANARY-one")
        #expect(upstreams.anthropic.requests.first?["x-api-key"] == "sk-CANARY-two")
    }

    @Test func `no key stands in a log, a page, a file, an export or an argument`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/log"
        #expect(FileManager.default.createFile(atPath: file, contents: nil))
        let log = try #require(FileHandle(forWritingAtPath: file))
        let refusing = LoopbackServer { peer in
            peer.answer(
                #"{"error":{"message":"bad key sk-CANARY-one"}}"#, status: "401 Unauthorized",
                headers: "x-echo: sk-CANARY-one\r\n")
        }
        let echoing = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk("data: {\"error\":{\"message\":\"\(peer.request.head)\"}}\n\n")
            peer.endChunked()
        }
        let arena = try await Arena(
            settings: """
                providers:
                  local-one: {protocol: openai, base_url: "\(refusing.url)/v1", api_key_env: ONE_KEY}
                  local-two: {protocol: anthropic, base_url: "\(echoing.url)/v1", api_key_env: TWO_KEY}
                contenders:
                  - {id: aspen, provider: local-one, upstream_model: one}
                  - {id: birch, provider: local-two, upstream_model: two}
                """, upstreams: [refusing, echoing], environment: ["ARENA_LOG": "trace"], log: log)
        let visitor = try Visitor(arena.address)
        for _ in 0..<3 {
            let id = try await visitor.post("/api/v1/battles", json: ["prompt": "Hello?"])
                .field("id")
            _ = try await visitor.get("/api/v1/battles/\(id)/stream")
        }
        let admin = try await Administrator(arena)
        for path in ["", "/connections", "/budgets", "/contenders", "/audit", "/votes"] {
            _ = try await admin.visitor.get("/admin" + path)
        }
        #if os(Linux)
            for name in ["cmdline", "limits"] {
                let text = try String(
                    contentsOfFile: "/proc/\(arena.program.number)/\(name)", encoding: .utf8)
                #expect(!Self.keys.contains { text.contains($0) }, "\(name)")
                if name == "limits" {
                    let core = text.split(separator: "\n").first { $0.hasPrefix("Max core file") }
                    #expect(core?.split(separator: " ").dropFirst(4).first == "0")
                }
            }
        #endif
        let export = try await Program.run(["export", "battles", "--data", arena.folder.path])
        _ = await arena.program.stop()
        var places = [("pages", visitor.received + admin.visitor.received)]
        places.append(("export", export.output + export.errors))
        places.append(("log", try String(contentsOfFile: file, encoding: .utf8)))
        for name in try FileManager.default.subpathsOfDirectory(atPath: arena.folder.path) {
            let bytes = FileManager.default.contents(atPath: arena.folder.path + "/" + name)
            places.append((name, String(decoding: bytes ?? Data(), as: UTF8.self)))
        }
        for (place, text) in places {
            for key in Self.keys { #expect(!text.contains(key), "\(place) holds a key") }
        }
        #expect(places.contains { $0.0 == "log" && $0.1.contains("a reply failed") })
    }

    @Test(arguments: [
        ("sk-\r\nX-Evil: 1", "ONE_KEY"), ("sk-\u{7F}", "ONE_KEY"), ("sk-a\nb", "ONE_KEY"),
        ("sk-é", "ONE_KEY"),
    ]) func `a key that could write a header is refused at start, by its variable's name`(
        key: String, variable: String
    ) async throws {
        let folder = try TemporaryFolder()
        let upstreams = try Upstreams()
        let file = folder.path + "/arena.yaml"
        try upstreams.configuration.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try await Program.run(
            ["serve", "--config", file, "--data", folder.path, "--port", "0"],
            environment: Upstreams.environment.merging([variable: key]) { $1 })
        #expect(run.code != 0)
        #expect(run.errors.contains(variable) && run.errors.contains("local-one"), "\(run.errors)")
        #expect(!run.errors.contains("Evil") && !run.errors.contains(key))
    }
}
