import Arena
import Foundation
import Providers
import Synchronization
import TestSupport
import Testing

@Suite struct ProviderTests {
    @Test func `text is handed over as it comes, with the times of the socket`() async throws {
        let seen = Gate()
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi)
            seen.waitOnThread()
            peer.sendChunk(Misbehaviour.delta("\" you\"") + Misbehaviour.stop + Misbehaviour.done)
            peer.endChunked()
        }
        let pieces = Mutex<[String]>([])
        let report = try await ProviderRig().openAI(server.url).reply(to: ProviderRig.request) {
            let text = $0
            pieces.withLock { $0.append(text) }
            seen.open()
        }
        #expect(pieces.withLock(\.self) == ["Hi", " you"])
        let first = try #require(report.timing.firstText)
        #expect(first > 0)
        #expect(report.timing.total > first)
        #expect(report.finish == .stop)
    }

    @Test func `cancelling while the receiver is busy closes the upstream`() async throws {
        let (busy, closed) = (Gate(), Gate())
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi)
            if peer.waitForClose() { closed.open() }
        }
        let provider = try ProviderRig().openAI(server.url)
        let task = Task {
            do throws(ReplyFault) {
                _ = try await provider.reply(to: ProviderRig.request) { _ in
                    busy.open()
                    await closed.wait()
                }
                return ReplyFault.Kind?.none
            } catch {
                return error.kind
            }
        }
        await busy.wait()
        task.cancel()
        #expect(await task.value == .cancelled)
    }

    @Test func `a receiver that is behind holds the provider back`() async throws {
        let stuck = Gate()
        let piece = Misbehaviour.delta("\"\(String(repeating: "x", count: 8_000))\"")
        let server = LoopbackServer { peer in
            peer.beginChunked()
            var sent = 0
            while peer.canSend(within: 300), peer.sendChunk(piece) { sent += piece.utf8.count }
            #expect(sent < 16 * 1_048_576)
            stuck.open()
            peer.sendChunk(Misbehaviour.done)
            peer.endChunked()
        }
        var rig = try ProviderRig()
        rig.limits.answerBytes = 100_000_000
        let report = try await rig.openAI(server.url).reply(to: ProviderRig.request) { _ in
            await stuck.wait()
        }
        #expect(report.timing.total > 0)
    }

    @Test func `a server that refuses stream_options is asked without, from then on`() async throws
    {
        let server = LoopbackServer { peer in
            if peer.request.text.contains("stream_options") {
                peer.answer(
                    #"{"error":{"message":"Unknown field: stream_options"}}"#,
                    status: "400 Bad Request")
            } else {
                peer.stream(Array((Misbehaviour.hi + Misbehaviour.done).utf8))
            }
        }
        let provider = try ProviderRig().openAI(server.url)
        #expect(await Arrival(provider).text == "Hi")
        #expect(server.requests.count == 2)
        #expect(await Arrival(provider).text == "Hi")
        #expect(server.requests.count == 3)
    }

    @Test func `a model that wants max_completion_tokens gets it`() async throws {
        let server = LoopbackServer { peer in
            if peer.request.text.contains("\"max_tokens\"") {
                peer.answer(
                    #"{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported"#
                        + #" with this model. Use 'max_completion_tokens' instead."}}"#,
                    status: "400 Bad Request")
            } else {
                peer.stream(Array((Misbehaviour.hi + Misbehaviour.done).utf8))
            }
        }
        #expect(await Arrival(try ProviderRig().openAI(server.url)).text == "Hi")
        #expect(server.requests.last?.text.contains("\"max_completion_tokens\":77") == true)
    }

    @Test func `a refusal for any other reason is not sent again`() async throws {
        let server = LoopbackServer { peer in
            peer.answer(#"{"error":{"message":"temperature"}}"#, status: "400 Bad Request")
        }
        let fault = await Arrival(try ProviderRig().openAI(server.url)).fault
        #expect(fault?.kind == .refused)
        #expect(server.requests.count == 1)
    }

    @Test func `replies one after another share a connection`() async throws {
        let server = LoopbackServer { peer in
            peer.stream(Array((Misbehaviour.hi + Misbehaviour.done).utf8))
        }
        let provider = try ProviderRig().openAI(server.url)
        for _ in 0..<4 { #expect(await Arrival(provider).text == "Hi") }
        #expect(server.accepted <= 2)
    }

    @Test func `a connection whose end comes after the protocol's is used again`() async throws {
        let (read, ended) = (Gate(), Gate())
        let server = LoopbackServer { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.hi + Misbehaviour.done)
            read.waitOnThread()
            peer.endChunked()
            ended.open()
        }
        let other = LoopbackServer { $0.answer("ok") }
        let rig = try ProviderRig()
        let provider = try rig.openAI(server.url)
        #expect(await Arrival(provider).text == "Hi")
        read.open()
        await ended.wait()
        // What was in the socket before this exchange is read before its answer.
        _ = try await rig.loop.send(CurlRequest(.get, try WebAddress(other.url)))
        #expect(await Arrival(provider).text == "Hi")
        #expect(server.accepted == 1)
    }

    @Test func `Anthropic thinking is never handed over`() async throws {
        let events = """
            event: content_block_start
            data: {"type":"content_block_start","content_block":{"type":"thinking","thinking":""}}

            data: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"R"}}

            data: {"type":"content_block_delta","delta":{"type":"signature_delta","signature":"R"}}

            data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"Hi"}}

            data: {"type":"message_delta","delta":{"stop_reason":"refusal"}}

            data: {"type":"message_stop"}


            """
        let server = LoopbackServer { $0.stream(Array(events.utf8), inPiecesOf: 3) }
        let outcome = await Arrival(try ProviderRig().anthropic(server.url))
        #expect(outcome.text == "Hi")
        #expect(outcome.report?.finish == .filtered)
    }

    @Test func `an Anthropic error event ends the reply with its kind`() async throws {
        let event = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":"
        let kinds: [(String, ReplyFault.Kind)] = [
            ("overloaded_error", .unavailable), ("rate_limit_error", .rateLimited),
            ("authentication_error", .unauthorized), ("invalid_request_error", .refused),
        ]
        for (name, kind) in kinds {
            let server = LoopbackServer { peer in
                peer.stream(Array((event + "\"\(name)\",\"message\":\"m\"}}\n\n").utf8))
            }
            let fault = await Arrival(try ProviderRig().anthropic(server.url)).fault
            #expect(fault?.kind == kind)
            #expect(fault?.detail == "\(name): m")
        }
    }

    @Test func `Gemini thoughts are never handed over but counted`() async throws {
        let event = """
            data: {"candidates":[{"content":{"parts":[{"text":"R","thought":true},{"text":"Hi"}]},\
            "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":5,\
            "candidatesTokenCount":2,"thoughtsTokenCount":9}}


            """
        let server = LoopbackServer { $0.stream(Array(event.utf8)) }
        let outcome = await Arrival(try ProviderRig().google(server.url))
        #expect(outcome.text == "Hi")
        #expect(outcome.report?.usage == TokenUsage(input: 5, output: 11, reasoning: 9))
    }

    @Test func `a prompt that Gemini blocks is filtered`() async throws {
        let server = LoopbackServer { peer in
            peer.stream(Array("data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n".utf8))
        }
        #expect(await Arrival(try ProviderRig().google(server.url)).fault?.kind == .filtered)
    }
}
