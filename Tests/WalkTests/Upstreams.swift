import Foundation
import TestSupport

/// Two model servers on loopback that speak two protocols and put a marker into every field,
/// header and id they can.
struct Upstreams {
    /// Markers that must never reach a client before the vote.
    static let secrets = [
        "CANARY", "aspen", "birch", "Aspen", "Birch", "chatcmpl", "claude", "openai",
        "anthropic", "776655", "887766", "fingerprint", "end_turn", "x-request-id", "local-one",
        "local-two",
    ]

    let openAI: LoopbackServer
    let anthropic: LoopbackServer

    /// - Parameter gate: the first of the two ends its answers once this is open.
    init(endingAfter gate: Gate? = nil) throws {
        openAI = LoopbackServer { peer in
            peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: CANARY-A-1\r\n"
                    + "openai-organization: CANARY-A-2\r\nTransfer-Encoding: chunked\r\n\r\n")
            for word in ["The sky ", "is blue ", "because of scattering."] {
                peer.sendChunk(Self.openAIEvent(#"{"content":"\#(word)"}"#, finish: "null"))
            }
            peer.sendChunk(Self.openAIEvent("{}", finish: #""stop""#))
            peer.sendChunk(
                #"data: {"id":"chatcmpl-CANARY-A-3","model":"CANARY-A-4","choices":[],"usage":"#
                    + #"{"prompt_tokens":776655,"completion_tokens":12}}"# + "\n\n")
            gate?.waitOnThread()
            peer.sendChunk("data: [DONE]\n\n")
            peer.endChunked()
        }
        anthropic = LoopbackServer { peer in
            peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nrequest-id: CANARY-B-1\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n")
            peer.sendChunk(
                Self.anthropicEvent(
                    "message_start",
                    #""message":{"id":"msg_CANARY-B-2","type":"message","role":"assistant","#
                        + #""model":"CANARY-B-3","content":[],"stop_reason":null,"#
                        + #""usage":{"input_tokens":887766,"output_tokens":1}}"#))
            peer.sendChunk(
                Self.anthropicEvent(
                    "content_block_start",
                    #""index":0,"content_block":{"type":"text","text":""}"#))
            for word in ["Short waves ", "scatter more."] {
                peer.sendChunk(
                    Self.anthropicEvent(
                        "content_block_delta",
                        #""index":0,"delta":{"type":"text_delta","text":"\#(word)"}"#))
            }
            peer.sendChunk(Self.anthropicEvent("content_block_stop", #""index":0"#))
            peer.sendChunk(
                Self.anthropicEvent(
                    "message_delta",
                    #""delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}"#))
            peer.sendChunk(Self.anthropicEvent("message_stop", ""))
            peer.endChunked()
        }
    }

    /// The settings file of an arena with these two.
    var configuration: String {
        """
        control_share: 0
        providers:
          local-one:
            protocol: openai
            base_url: http://127.0.0.1:\(openAI.port)/v1
            api_key_env: ONE_KEY
          local-two:
            protocol: anthropic
            base_url: http://127.0.0.1:\(anthropic.port)/v1
            api_key_env: TWO_KEY
        contenders:
          - id: aspen
            name: Aspen CANARY
            provider: local-one
            upstream_model: gpt-CANARY
            system_prompt: You are CANARY-A-5.
            price: {input: "0.40", output: "1.60"}
          - id: birch
            name: Birch CANARY
            provider: local-two
            upstream_model: claude-CANARY
            system_prompt: You are CANARY-B-4.
            price: {input: "1.10", output: "4.40"}
        """
    }

    /// The keys, as the environment holds them.
    static let environment = ["ONE_KEY": "sk-CANARY-one", "TWO_KEY": "sk-CANARY-two"]

    private static func openAIEvent(_ delta: String, finish: String) -> String {
        #"data: {"id":"chatcmpl-CANARY-A-3","object":"chat.completion.chunk","created":1,"#
            + #""model":"CANARY-A-4","system_fingerprint":"fp_CANARY-A-6","choices":[{"index":0,"#
            + #""delta":\#(delta),"finish_reason":\#(finish)}]}"# + "\n\n"
    }

    private static func anthropicEvent(_ name: String, _ fields: String) -> String {
        let rest = fields.isEmpty ? "" : "," + fields
        return "event: \(name)\ndata: {\"type\":\"\(name)\"\(rest)}\n\n"
    }
}
