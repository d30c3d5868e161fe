import Arena
import HTTPTypes
import Hummingbird
import NIOCore

/// One turn of a battle as server-sent events, both sides in it, resumable by event id.
struct EventStream: Sendable {
    let battles: BattleService
    let battle: BattleID
    let voter: VoterID
    let start: FeedCursor
    /// What the reader has been sent of each side up to `start`.
    let seen: Sides<String>
    /// Whether the reader wants text alone, without markup.
    let isPlain: Bool
    /// The reader's connection.
    let channel: any Channel

    /// Where a reader wants to go on: its `Last-Event-ID`, or the beginning.
    static func start(of request: Request) -> FeedCursor {
        HTTPField.Name.lastEventID.flatMap { request.headers[$0] }.flatMap { FeedCursor($0) }
            ?? FeedCursor()
    }

    /// The response; it ends with the turn.
    func response() -> Response {
        var headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
        ]
        if let name = HTTPField.Name.accelBuffering { headers[name] = "no" }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                var frames = FrameQueue(of: battles.pacing.frameBytes, filledBy: .eventStream)
                frames.add(ByteBuffer(string: "retry: 2000\n\n"))
                try await writer.write(frames.next())
                var events = ReplyEvents(after: seen, isPlain: isPlain)
                try await channel.whileOpen(nudging: battle, of: battles) {
                    try await battles.follow(battle, by: voter, from: start) { news in
                        if await battles.isInterrupted, news.contains(where: \.event.isBrokenEnd) {
                            frames.add(Self.interruption)
                        }
                        frames.add(try events.frame(news))
                        try await writer.write(frames.next())
                    }
                }
                try await frames.sendRest(in: battles.pacing) { try await writer.write($0) }
                try await writer.finish(nil)
            })
    }

    /// Tells that the server stopped what was being written.
    private static let interruption = ByteBuffer(string: "event: interrupted\ndata: {}\n\n")
}

extension FeedEvent {
    /// Whether it ends a turn that nobody can vote on.
    fileprivate var isBrokenEnd: Bool {
        if case .end(_, isVotable: false) = self { return true }
        return false
    }
}

extension Channel {
    /// Follows a battle by `body`; once the connection closes the battle's readers are rung, so that
    /// the one who is gone is noticed at once and not when there is something to tell.
    func whileOpen(
        nudging battle: BattleID, of battles: BattleService,
        isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> Void
    ) async throws {
        let (closing, note) = AsyncStream.makeStream(of: Void.self)
        closeFuture.whenComplete { _ in note.finish() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in closing {}
                if !Task.isCancelled { await battles.nudge(battle) }
            }
            defer { group.cancelAll() }
            try await body()
        }
    }
}
