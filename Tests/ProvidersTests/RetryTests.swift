import Arena
import Foundation
import Providers
import TestSupport
import Testing

@Suite struct RetryTests {
    private let rule = RetryRule(usualPause: .zero, longestPause: .seconds(1))

    /// A server that fails at first in one way and then answers.
    private func server(_ fail: @escaping LoopbackServer.Script) -> LoopbackServer {
        let failed = Gate()
        return LoopbackServer { peer in
            if failed.isOpen {
                peer.stream(Array((Misbehaviour.hi + Misbehaviour.done).utf8))
            } else {
                failed.open()
                fail(peer)
            }
        }
    }

    private func outcome(at server: LoopbackServer) async throws -> Arrival {
        await Arrival(RetryingProvider(try ProviderRig().openAI(server.url), by: rule))
    }

    @Test func `what fails for a moment before any text is asked once more`() async throws {
        let failures: [LoopbackServer.Script] = [
            { $0.answer("", status: "503 X") },
            { $0.answer("", status: "429 X", headers: "Retry-After: 0\r\n") },
            {
                $0.beginChunked()
                $0.end()
            },
            { $0.end() },
        ]
        for fail in failures {
            let server = server(fail)
            #expect(try await outcome(at: server).text == "Hi")
            #expect(server.requests.count == 2)
        }
    }

    @Test func `after text nothing is asked again`() async throws {
        let server = server { peer in
            peer.beginChunked()
            peer.sendChunk(Misbehaviour.delta("\"One\""))
            peer.end()
        }
        let outcome = try await outcome(at: server)
        #expect(outcome.fault?.kind == .brokeOff)
        #expect(outcome.text == "One")
        #expect(server.requests.count == 1)
    }

    @Test func `a second failure stands`() async throws {
        let server = LoopbackServer { $0.answer("", status: "500 X") }
        #expect(try await outcome(at: server).fault?.kind == .unavailable)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: ReplyFault.Kind.allCases)
    func `only what passes by itself is worth another request`(kind: ReplyFault.Kind) {
        let passing: [ReplyFault.Kind] = [.rateLimited, .unavailable, .unreachable, .brokeOff]
        #expect((rule.pause(after: ReplyFault(kind)) != nil) == passing.contains(kind))
    }

    @Test func `the provider's wish is heeded, unless it is too long`() {
        #expect(rule.pause(after: ReplyFault(.rateLimited, retryAfter: 0.5)) == .seconds(0.5))
        #expect(rule.pause(after: ReplyFault(.rateLimited, retryAfter: 2)) == nil)
    }
}
