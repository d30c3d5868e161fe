import Arena
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// One turn of a battle as server-sent events, both sides in it, resumable by event id.
struct EventStream: Sendable {
    let battles: BattleService
    let battle: BattleID
    let voter: VoterID
    let start: FeedCursor

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
                try await battles.follow(battle, by: voter, from: start) { news in
                    try await writer.write(Self.padded(try Self.frame(news), toMultipleOf: size))
                }
                try await writer.finish(nil)
            })
    }

    /// What is new, as bytes of the stream; a comment when nothing is.
    static func frame(_ news: [(event: FeedEvent, id: FeedCursor)]) throws -> ByteBuffer {
        guard !news.isEmpty else { return ByteBuffer(string: ": ping\n\n") }
        var buffer = ByteBuffer()
        for item in news {
            let (name, data) = try describe(item.event)
            buffer.writeString("id: \(item.id)\nevent: \(name)\ndata: ")
            buffer.writeBytes(data)
            buffer.writeString("\n\n")
        }
        return buffer
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

    private struct TurnData: Encodable { let turn: Int }

    private struct DeltaData: Encodable {
        let s: Side
        let t: String
    }

    private struct StateData: Encodable {
        let s: Side
        let state: ReplyState
    }

    private struct EndData: Encodable {
        let turn: Int
        let votable: Bool
    }

    private static func describe(_ event: FeedEvent) throws -> (name: String, data: Data) {
        let encode = { (value: any Encodable) in try JSONForm.encoder.encode(value) }
        switch event {
        case .turn(let number): return ("turn", try encode(TurnData(turn: number)))
        case .delta(let side, let text): return ("delta", try encode(DeltaData(s: side, t: text)))
        case .state(let side, let state):
            return ("state", try encode(StateData(s: side, state: state)))
        case .end(let turn, let isVotable):
            return ("end", try encode(EndData(turn: turn, votable: isVotable)))
        }
    }
}
