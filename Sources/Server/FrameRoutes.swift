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

    private func body(
        of document: StreamDocument, battle: BattleID, voter: VoterID, channel: any Channel
    ) -> ResponseBody {
        ResponseBody { [battles = frame.parts.battles] writer in
            var frames = FrameQueue(of: battles.pacing.frameBytes, filledBy: .markup)
            frames.add(ByteBuffer(bytes: document.head.bytes))
            try await writer.write(frames.next())
            var side = GrowingSide(document)
            try await channel.whileOpen(nudging: battle, of: battles) {
                try await battles.follow(battle, by: voter, from: FeedCursor()) { news in
                    for item in news { frames.add(side.markup(of: item.event)) }
                    if frames.hasFrame { try await writer.write(frames.next()) }
                    if news.isEmpty, !channel.isActive { throw CancellationError() }
                }
            }
            frames.add(side.end())
            try await frames.sendRest(in: battles.pacing) { try await writer.write($0) }
            try await writer.finish(nil)
        }
    }
}

/// One side's answer as markup that grows.
private struct GrowingSide {
    private let document: StreamDocument
    private var state = ReplyState.writing
    private var rendering = MarkdownStream(headingsFrom: 3)

    init(_ document: StreamDocument) {
        self.document = document
    }

    /// What an event adds; nothing for one of the other side.
    mutating func markup(of event: FeedEvent) -> ByteBuffer {
        switch event {
        case .delta(document.side, let text) where document.context.preferences.isPlain:
            return ByteBuffer(bytes: ("\(text)" as HTML).bytes)
        case .delta(document.side, let text):
            return ByteBuffer(string: rendering.feed(text).map(\.html).joined())
        case .state(document.side, let now): state = now
        default: break
        }
        return ByteBuffer()
    }

    /// What is still open, and the document's end.
    mutating func end() -> ByteBuffer {
        var buffer = ByteBuffer(string: rendering.finish().map(\.html).joined())
        buffer.writeBytes(document.tail(state).bytes)
        return buffer
    }
}
