package import Arena
import Foundation
package import Hummingbird
package import Logging
import NIOCore
import Practice

/// The practice guides behind an OpenAI-compatible address on loopback, so that a battle without
/// any model still takes the whole way: two requests through libcurl, two streams, a vote.
package struct PracticeEndpoint: Sendable {
    /// What the endpoint is called among the providers.
    package static let provider = "practice"

    private let log: Logger

    /// An endpoint that is not listening yet.
    package init(log: Logger) {
        self.log = log
    }

    /// The guides as contenders.
    package static var contenders: [Contender] {
        Guides.all.compactMap { guide in
            ContenderID(guide.model).map { id in
                Contender(
                    id: id, name: guide.name, provider: provider, upstreamModel: guide.model,
                    pool: .practice)
            }
        }
    }

    /// The service; `onReady` is told the port, which the system chooses.
    package func application(
        onReady: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let router = Router()
        router.post("v1/chat/completions", use: complete)
        return Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            logger: log)
    }

    private struct Question: Decodable {
        struct Message: Decodable {
            let role: String
            let content: String
        }

        let model: String
        let messages: [Message]
    }

    @Sendable
    private func complete(
        _ request: Request, context: BasicRequestContext
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: 1_048_576)
        let question = try JSONDecoder().decode(
            Question.self, from: Data(body.readableBytesView))
        guard let guide = Guides.guide(question.model),
            let asked = question.messages.last(where: { $0.role == "user" })
        else { throw HTTPError(.notFound) }
        let pieces = Guides.pieces(of: guide.answer(to: asked.content))
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: ResponseBody { writer in
                for piece in pieces {
                    try await writer.write(try Self.event(Chunk(piece)))
                    try await Task.sleep(for: Self.wordPause)
                }
                try await writer.write(try Self.event(Chunk.end))
                try await writer.write(ByteBuffer(string: "data: [DONE]\n\n"))
                try await writer.finish(nil)
            })
    }

    /// The guides write word by word at the speed of a fast reader, so that there is something to
    /// watch.
    private static let wordPause = Duration.milliseconds(12)

    private static func event(_ chunk: Chunk) throws -> ByteBuffer {
        let data = try JSONForm.encoder.encode(chunk)
        return ByteBuffer(string: "data: " + String(decoding: data, as: UTF8.self) + "\n\n")
    }
}

/// One event of an OpenAI-compatible stream.
private struct Chunk: Encodable {
    struct Delta: Encodable {
        var content: String?
    }

    struct Choice: Encodable {
        var index = 0
        var delta: Delta
        var finishReason: String?
    }

    var object = "chat.completion.chunk"
    var choices: [Choice]

    /// A piece of text.
    init(_ text: String) {
        choices = [Choice(delta: Delta(content: text))]
    }

    private init(choices: [Choice]) {
        self.choices = choices
    }

    /// The end. Guides have no tokens, so no usage is claimed.
    static let end = Chunk(choices: [Choice(delta: Delta(), finishReason: "stop")])
}
