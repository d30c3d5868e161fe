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
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                var events = ReplyEvents(after: seen)
                try await battles.follow(battle, by: voter, from: start) { news in
                    try await writer.write(try events.frame(news))
                }
                try await writer.finish(nil)
            })
    }
}
