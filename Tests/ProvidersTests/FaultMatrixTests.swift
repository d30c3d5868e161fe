import Arena
import Foundation
import Providers
import Synchronization
import TestSupport
import Testing

/// One misbehaviour of a server, and what it must come to.
struct Misbehaviour: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: LoopbackServer.Script
    let kind: ReplyFault.Kind?
    let text: String

    init(
        _ name: String, _ kind: ReplyFault.Kind?, text: String = "",
        _ script: @escaping LoopbackServer.Script
    ) {
        testDescription = name
        self.script = script
        self.kind = kind
        self.text = text
    }

    /// A stream of chat completion chunks.
    static func stream(_ parts: String...) -> LoopbackServer.Script {
        { $0.stream(Array(parts.joined().utf8), inPiecesOf: 5) }
    }

    /// A chunk with text.
    static func delta(_ json: String) -> String {
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\(json)}}]}\n\n"
    }

    static let stop = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    static let done = "data: [DONE]\n\n"
    static let hi = delta("\"Hi\"")
}

@Suite struct FaultMatrixTests {
    private static let matrix: [Misbehaviour] = statuses + streams + bodies

    private static let statuses: [Misbehaviour] = [
        (400, .refused), (401, .unauthorized), (402, .rateLimited), (403, .unauthorized),
        (404, .notFound), (408, .unavailable), (413, .contextTooLong), (422, .refused),
        (429, .rateLimited), (500, .unavailable), (502, .unavailable), (503, .unavailable),
        (529, .unavailable), (301, .malformed), (307, .malformed),
    ].map { (status: Int, kind: ReplyFault.Kind) in
        Misbehaviour("status \(status)", kind) { peer in
            peer.answer(
                "<html>x</html>", type: "text/html", status: "\(status) X",
                headers: "Location: /\r\n")
        }
    }

    private static let streams: [Misbehaviour] = [
        Misbehaviour(
            "no [DONE]", .brokeOff, text: "Hi",
            Misbehaviour.stream(Misbehaviour.hi, Misbehaviour.stop)),
        Misbehaviour(
            "[DONE] twice, data after it", nil, text: "Hi",
            Misbehaviour.stream(
                Misbehaviour.hi, Misbehaviour.done, Misbehaviour.hi, Misbehaviour.done)),
        Misbehaviour(
            "[DONE] without a line end", nil, text: "Hi",
            Misbehaviour.stream(Misbehaviour.hi, "data: [DONE]")),
        Misbehaviour("empty stream", .brokeOff, Misbehaviour.stream()),
        Misbehaviour("[DONE] alone", .empty, Misbehaviour.stream(Misbehaviour.done)),
        Misbehaviour(
            "heartbeats only", .malformed, Misbehaviour.stream(": ping\n\n", ": ping\n\n")),
        Misbehaviour(
            "byte order mark, comments, CR LF", nil, text: "Hi",
            Misbehaviour.stream(
                "\u{FEFF}: x\r\n\r\n", Misbehaviour.hi, "data: [DONE]\r\n\r\n")),
        Misbehaviour(
            "bad JSON", .malformed, text: "Hi",
            Misbehaviour.stream(Misbehaviour.hi, "data: {\"choices\":\n\n")),
        Misbehaviour(
            "NaN", .malformed,
            Misbehaviour.stream("data: {\"choices\":[{\"index\":NaN}]}\n\n")),
        Misbehaviour(
            "delta null, unknown fields, duplicate keys, tool calls", nil, text: "Hi",
            Misbehaviour.stream(
                "data: {\"x\":{\"y\":[1]},\"model\":\"a\",\"choices\":[{\"delta\":null}]}\n\n",
                "data: {\"choices\":[{\"delta\":{\"content\":null,\"tool_calls\":[{}]}}]}\n\n",
                "data: {\"choices\":[],\"choices\":[]}\n\n", Misbehaviour.hi, Misbehaviour.done)),
        Misbehaviour(
            "a thousand empty deltas", nil, text: "Hi",
            Misbehaviour.stream(
                String(repeating: Misbehaviour.delta("\"\""), count: 1_000), Misbehaviour.hi,
                Misbehaviour.done)),
        Misbehaviour(
            "usage negative, huge, of the wrong type", nil, text: "Hi",
            Misbehaviour.stream(
                Misbehaviour.hi,
                "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":-1,"
                    + "\"completion_tokens\":1e99}}\n\n",
                "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":\"a\","
                    + "\"completion_tokens\":3}}\n\n", Misbehaviour.done)),
        Misbehaviour(
            "an error inside the stream", .unavailable, text: "Hi",
            Misbehaviour.stream(
                Misbehaviour.hi, "data: {\"error\":{\"code\":502,\"message\":\"sk-canary\"}}\n\n",
                Misbehaviour.done)),
        Misbehaviour(
            "an error as a text", .contextTooLong,
            Misbehaviour.stream("data: {\"error\":\"maximum context length is 8\"}\n\n")),
        Misbehaviour(
            "NUL and surrogates", nil, text: "a😀b",
            Misbehaviour.stream(
                Misbehaviour.delta("\"a\\u0000\\ud83d\\ude00b\""), Misbehaviour.done)),
        Misbehaviour(
            "half a surrogate pair", .malformed,
            Misbehaviour.stream(Misbehaviour.delta("\"\\ud83d\""), Misbehaviour.done)),
        Misbehaviour("bad UTF-8", .malformed) { peer in
            peer.stream(
                Array("data: {\"choices\":[{\"delta\":{\"content\":\"".utf8) + [0xFF, 0xC3]
                    + Array("\"}}]}\n\n".utf8))
        },
        Misbehaviour(
            "reasoning beside and before the text", nil, text: "Hi",
            Misbehaviour.stream(
                "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"R\"}}]}\n\n",
                "data: {\"choices\":[{\"delta\":{\"reasoning\":\"R\",\"content\":\"\"}}]}\n\n",
                Misbehaviour.delta("[{\"type\":\"thinking\",\"thinking\":[]}]"),
                Misbehaviour.delta("\"<thi\""), Misbehaviour.delta("\"nk>R</think>\\n\\n\""),
                Misbehaviour.delta("[{\"type\":\"text\",\"text\":\"Hi\"}]"), Misbehaviour.done)),
        Misbehaviour(
            "filtered", .filtered,
            Misbehaviour.stream(
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n",
                Misbehaviour.done)),
        Misbehaviour("a line without end", .tooLarge) { peer in
            peer.beginChunked()
            while peer.sendChunk([UInt8](repeating: 0x78, count: 4_096)) {}
        },
        Misbehaviour("an answer without end", .tooLarge) { peer in
            peer.beginChunked()
            while peer.sendChunk(Misbehaviour.delta("\"\(String(repeating: "x", count: 500))\"")) {}
        },
    ]

    private static let bodies: [Misbehaviour] = [
        Misbehaviour("HTML with status 200", .malformed) { peer in
            peer.answer("<html>Sign in</html>", type: "text/html; charset=utf-8")
        },
        Misbehaviour("HTML called an event stream", .malformed) { peer in
            peer.answer("<html>Sign in</html>", type: "text/event-stream")
        },
        Misbehaviour("JSON instead of a stream", nil, text: "Hi") { peer in
            peer.answer("{\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}")
        },
        Misbehaviour("JSON of another kind", .malformed) { $0.answer("{\"ok\":true}") },
        Misbehaviour("an empty body", .malformed) { $0.answer("") },
        Misbehaviour("gzip though not asked", .malformed) { peer in
            peer.answer(
                "{\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}",
                headers: "Content-Encoding: gzip\r\n")
        },
        Misbehaviour("closed before the head", .brokeOff) { $0.end() },
        Misbehaviour("reset within the head", .brokeOff) {
            $0.send("HTTP/1.1 2")
            $0.reset()
        },
        Misbehaviour("reset within an event", .brokeOff, text: "Hi") { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi + "data: {\"cho")
            peer.end()
        },
        Misbehaviour("cut within UTF-8", .brokeOff, text: "Hi") { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi)
            peer.sendChunk(Array("data: {\"choices\":[{\"delta\":{\"content\":\"".utf8) + [0xC3])
            peer.endChunked()
        },
        Misbehaviour("Content-Length too long", .brokeOff) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
            peer.send("Content-Length: 900\r\n\r\n{}")
            peer.end()
        },
        Misbehaviour("silence", .firstByteTimeout) { _ = $0.waitForClose() },
        Misbehaviour("a stall", .stalled, text: "Hi") { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi)
            _ = peer.waitForClose()
        },
        Misbehaviour("a connection kept open after [DONE]", nil, text: "Hi") { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi + Misbehaviour.stop + Misbehaviour.done)
            _ = peer.waitForClose()
        },
    ]

    @Test(arguments: matrix)
    func `a misbehaving server comes to one kind of the closed set`(
        misbehaviour: Misbehaviour
    ) async throws {
        var rig = try ProviderRig()
        rig.limits = Settings.Limits(
            connectSeconds: 600,
            firstByteSeconds: misbehaviour.kind == .firstByteTimeout ? 0.3 : 600,
            stallSeconds: misbehaviour.kind == .stalled ? 0.3 : 600, totalSeconds: 600,
            lineBytes: 16_384,
            answerBytes: 65_536)
        let server = LoopbackServer(misbehaviour.script)
        let outcome = await Arrival(try rig.openAI(server.url))
        #expect(outcome.fault?.kind == misbehaviour.kind, "\(outcome)")
        if misbehaviour.kind != .tooLarge { #expect(outcome.text == misbehaviour.text) }
        #expect(outcome.text.utf8.count <= 65_536)
        #expect(outcome.fault?.detail.contains("canary") != true)
        #expect(server.requests.count == 1)
        #expect((outcome.report == nil) == (outcome.fault != nil))
    }

    @Test func `a total over the limit ends a stream that never stalls`() async throws {
        var rig = try ProviderRig()
        rig.limits = Settings.Limits(
            connectSeconds: 600, firstByteSeconds: 600, totalSeconds: 0.3, answerBytes: .max / 100)
        let server = LoopbackServer { peer in
            peer.beginChunked()
            while peer.sendChunk(Misbehaviour.delta("\"\"")) {}
        }
        #expect(await Arrival(try rig.openAI(server.url)).fault?.kind == .totalTimeout)
    }

    @Test func `the provider's words are short, plain and without the key`() async throws {
        let words = "no\u{1B}[31m sk-canary \u{2028}" + String(repeating: "x", count: 9_000)
        let server = LoopbackServer { $0.answer(words, type: "text/plain", status: "500 X") }
        let fault = try #require(await Arrival(try ProviderRig().openAI(server.url)).fault)
        #expect(fault.detail.hasPrefix("HTTP 500: no [31m [key] xxx"))
        #expect(fault.detail.count <= 301)
    }
}
