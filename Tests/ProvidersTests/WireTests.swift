import Arena
import Foundation
import Providers
import TestSupport
import Testing

/// What is sent, byte for byte, and how recordings come back through a real socket.
@Suite struct WireTests {
    private func server() -> LoopbackServer {
        LoopbackServer { $0.answer("{}") }
    }

    @Test func `a chat completion request is as OpenAI documents it`() async throws {
        let server = server()
        _ = await Arrival(try ProviderRig().openAI(server.url + "/v1"))
        let sent = try #require(server.requests.first)
        #expect(sent.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(sent["Authorization"] == "Bearer sk-canary")
        #expect(sent["Content-Type"] == "application/json")
        #expect(sent["Accept-Encoding"] == "identity")
        #expect(
            sent.text == #"{"max_tokens":77,"messages":[{"content":"Be brief.","role":"system"},"#
                + #"{"content":"Hi é","role":"user"},{"content":"Yes?","role":"assistant"},"#
                + #"{"content":"a\"b\n","role":"user"}],"model":"m/1","seed":3,"stream":true,"#
                + #""stream_options":{"include_usage":true},"temperature":0.5,"top_p":0.9}"#)
    }

    @Test func `what is not set is not sent, and nothing streams unless it should`() async throws {
        let server = server()
        var rig = try ProviderRig()
        rig.streams = false
        rig.key = nil
        let request = ReplyRequest(upstreamModel: "m", messages: [Message(.user, "Hi")])
        _ = await Arrival(try rig.openAI(server.url), request)
        let sent = try #require(server.requests.first)
        #expect(sent["Authorization"] == nil)
        #expect(
            sent.text == #"{"max_tokens":2048,"messages":[{"content":"Hi","role":"user"}],"#
                + #""model":"m","stream":false}"#)
    }

    @Test func `an api-version is kept, and Azure's key has its own header`() async throws {
        let server = server()
        let url = server.url + "/openai/deployments/gpt?api-version=2024-06-01"
        _ = await Arrival(try ProviderRig().openAI(url))
        let sent = try #require(server.requests.first)
        #expect(
            sent.line
                == "POST /openai/deployments/gpt/chat/completions?api-version=2024-06-01 HTTP/1.1")
        #expect(sent["api-key"] == "sk-canary")
        #expect(sent["Authorization"] == nil)
    }

    @Test(arguments: ["", "/v1", "/v1/"])
    func `an Anthropic request is as documented`(path: String) async throws {
        let server = server()
        _ = await Arrival(try ProviderRig().anthropic(server.url + path))
        let sent = try #require(server.requests.first)
        #expect(sent.line == "POST /v1/messages HTTP/1.1")
        #expect(sent["x-api-key"] == "sk-canary")
        #expect(sent["anthropic-version"] == "2023-06-01")
        #expect(
            sent.text == #"{"max_tokens":77,"messages":[{"content":"Hi é","role":"user"},"#
                + #"{"content":"Yes?","role":"assistant"},{"content":"a\"b\n","role":"user"}],"#
                + #""model":"m/1","stream":true,"system":"Be brief.","temperature":0.5,"top_p":0.9}"#
        )
    }

    @Test func `a Gemini request is as documented, its key not in the address`() async throws {
        let server = server()
        var rig = try ProviderRig()
        _ = await Arrival(try rig.google(server.url))
        rig.streams = false
        _ = await Arrival(try rig.google(server.url + "/v1beta"))
        #expect(
            server.requests.map(\.line) == [
                "POST /v1beta/models/m%2F1:streamGenerateContent?alt=sse HTTP/1.1",
                "POST /v1beta/models/m%2F1:generateContent HTTP/1.1",
            ])
        let sent = try #require(server.requests.first)
        #expect(sent["x-goog-api-key"] == "sk-canary")
        #expect(
            sent.text == #"{"contents":[{"parts":[{"text":"Hi é"}],"role":"user"},"#
                + #"{"parts":[{"text":"Yes?"}],"role":"model"},"#
                + #"{"parts":[{"text":"a\"b\n"}],"role":"user"}],"generationConfig":"#
                + #"{"maxOutputTokens":77,"seed":3,"temperature":0.5,"topP":0.9},"#
                + #""systemInstruction":{"parts":[{"text":"Be brief."}]}}"#)
    }

    @Test(arguments: Capture.all.filter { $0.status == 200 && !$0.name.hasSuffix("models") })
    func `a recording through a socket reads as by plain calls`(capture: Capture) async throws {
        let rig = try ProviderRig()
        var outcomes: [Arrival] = []
        for size in [1, 13, capture.body.count] {
            let server = LoopbackServer { peer in
                peer.beginChunked(capture.type)
                for start in stride(from: 0, to: capture.body.count, by: size) {
                    let end = min(start + size, capture.body.count)
                    peer.sendChunk(Array(capture.body[start..<end]))
                }
                peer.endChunked()
            }
            outcomes.append(
                await Arrival(try rig.provider(speaking: capture.name, at: server.url)))
        }
        for outcome in outcomes {
            #expect(outcome.text == outcomes[0].text)
            #expect(outcome.report?.usage == outcomes[0].report?.usage)
            #expect(outcome.report?.finish == outcomes[0].report?.finish)
            #expect(outcome.fault == outcomes[0].fault)
            #expect(!outcome.pieces.contains(""))
        }
        let breaks = ["truncate", "disconnect"].contains { capture.name.contains($0) }
        let isStall = capture.name.contains("stall") && !capture.name.contains("gemini")
        #expect((outcomes[0].fault != nil) == (breaks || isStall))
    }

    @Test(arguments: Capture.all.filter { $0.status != 200 })
    func `a recorded error has its kind`(capture: Capture) async throws {
        let server = LoopbackServer { peer in
            peer.answer(
                String(decoding: capture.body, as: UTF8.self), type: capture.type,
                status: "\(capture.status) X", headers: "Retry-After: 2\r\n")
        }
        let provider = try ProviderRig().provider(speaking: capture.name, at: server.url)
        let fault = try #require(await Arrival(provider).fault)
        let kinds: [(String, ReplyFault.Kind)] = [
            ("ctx", .contextTooLong), ("bad_model", .notFound), ("401", .unauthorized),
            ("404", .notFound), ("405", .notFound), ("429", .rateLimited), ("503", .unavailable),
            ("500", .unavailable), ("529", .unavailable), ("bad_role", .unavailable),
            ("nomax", .unavailable), ("bad_json", .refused), ("no_messages", .refused),
        ]
        let expected = try #require(kinds.first { capture.name.contains($0.0) }?.1)
        #expect(fault.kind == expected)
        #expect(fault.retryAfter == 2)
        #expect(fault.detail.hasPrefix("HTTP \(capture.status): "))
    }
}
