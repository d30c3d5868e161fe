import Arena
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import ReplyMarkdown

/// One side of a battle as a document that grows while it is written, for browsers without script.
///
/// The page that holds the two frames puts a key into their addresses; no cookie is needed.
struct FrameRoutes: Sendable {
    let frame: PageFrame

    /// Adds the route.
    func add(to router: Router<ArenaContext>) {
        router.get("b/{id}/stream/{side}", use: show)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ BattleID($0) }),
            let side = context.parameters.get("side").flatMap(Side.init),
            frame.parts.key.verify(
                request.uri.queryParameters["k"].map(String.init) ?? "", of: id.text, for: .frame)
        else { throw ArenaError.noSuchBattle }
        let voter = try await frame.parts.battles.voter(of: id)
        let document = StreamDocument(
            side: side, context: await frame.context(request, voter: nil))
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
            .contentSecurityPolicy: SecurityHeaders.framePolicy,
        ]
        if let name = HTTPField.Name.frameOptions { headers[name] = "SAMEORIGIN" }
        if let name = HTTPField.Name.accelBuffering { headers[name] = "no" }
        return Response(
            status: .ok, headers: headers,
            body: body(of: document, battle: id, voter: voter, channel: context.channel))
    }

    private static func write(
        _ blocks: [MarkdownBlock], to writer: inout any ResponseBodyWriter
    ) async throws {
        guard !blocks.isEmpty else { return }
        try await writer.write(ByteBuffer(string: blocks.map(\.html).joined()))
    }

    private func body(
        of document: StreamDocument, battle: BattleID, voter: VoterID, channel: any Channel
    ) -> ResponseBody {
        ResponseBody { [battles = frame.parts.battles] writer in
            try await writer.write(ByteBuffer(bytes: document.head.bytes))
            var state = ReplyState.writing
            var rendering = MarkdownStream(headingsFrom: 3)
            try await channel.whileOpen(nudging: battle, of: battles) {
                try await battles.follow(battle, by: voter, from: FeedCursor()) { news in
                    for item in news {
                        switch item.event {
                        case .delta(document.side, let text):
                            try await Self.write(rendering.feed(text), to: &writer)
                        case .state(document.side, let now): state = now
                        default: break
                        }
                    }
                    if news.isEmpty, !channel.isActive { throw CancellationError() }
                }
            }
            try await Self.write(rendering.finish(), to: &writer)
            try await writer.write(ByteBuffer(bytes: document.tail(state).bytes))
            try await writer.finish(nil)
        }
    }
}
