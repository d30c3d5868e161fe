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
                let size = battles.pacing.frameBytes
                try await writer.write(
                    Self.padded(ByteBuffer(string: "retry: 2000\n\n"), toMultipleOf: size))
                var events = ReplyEvents(after: seen)
                try await battles.follow(battle, by: voter, from: start) { news in
                    try await writer.write(
                        Self.padded(try events.frame(news), toMultipleOf: size))
                }
                try await writer.finish(nil)
            })
    }

    /// A frame with a comment after it that fills it to a multiple of a size; as it is without one.
    static func padded(_ frame: ByteBuffer, toMultipleOf size: Int?) -> ByteBuffer {
        guard let size else { return frame }
        let comment = (start: ":", end: "\n\n")
        let bare = frame.readableBytes + comment.start.utf8.count + comment.end.utf8.count
        var frame = frame
        frame.writeString(comment.start)
        frame.writeRepeatingByte(UInt8(ascii: "."), count: (size - bare % size) % size)
        frame.writeString(comment.end)
        return frame
    }
}
