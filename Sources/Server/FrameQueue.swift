import Arena
import NIOCore

/// Bytes on their way to a reader, in frames that are all of one size where the pacing asks for it.
///
/// What does not fit a frame waits for the next one, and what a frame lacks is a comment of the
/// reader's language; neither is ever cut off from what it belongs to but by the frame's end.
struct FrameQueue {
    /// How a comment of the reader's language begins and ends.
    struct Comment {
        let start: String
        let end: String

        /// A line of an event stream.
        static let eventStream = Comment(start: ":", end: "\n\n")
        /// HTML, between two elements or in a text.
        static let markup = Comment(start: "<!--", end: "-->")
    }

    private let size: Int?
    private let comment: Comment
    private var waiting = ByteBuffer()

    /// Nothing waits; frames are as long as what is in them where there is no size.
    init(of size: Int?, filledBy comment: Comment) {
        self.size = size
        self.comment = comment
    }

    /// Whether everything is sent.
    var isEmpty: Bool { waiting.readableBytes == 0 }

    /// Whether there is a frame to send: always where all are of one size.
    var hasFrame: Bool { size != nil || !isEmpty }

    /// Adds what is to be sent, whole events or elements.
    mutating func add(_ bytes: ByteBuffer) {
        var bytes = bytes
        waiting.writeBuffer(&bytes)
    }

    /// The next frame.
    mutating func next() -> ByteBuffer {
        guard let size else {
            defer { waiting.clear() }
            return waiting
        }
        if waiting.readableBytes < size { fill(to: size) }
        let frame = waiting.readSlice(length: size) ?? waiting
        waiting.discardReadBytes()
        return frame
    }

    /// Sends what is left, a frame at each tick of a pacing.
    mutating func sendRest(
        in pacing: PacingMode, by send: (ByteBuffer) async throws -> Void
    ) async throws {
        while !isEmpty {
            try await Task.sleep(for: .seconds(pacing.tickSeconds))
            try await send(next())
        }
    }

    /// Writes a comment, which may be longer than what is wanted: the rest of it waits.
    private mutating func fill(to size: Int) {
        let bare = comment.start.utf8.count + comment.end.utf8.count
        let count = max(0, size - waiting.readableBytes - bare)
        waiting.writeString(comment.start)
        waiting.writeRepeatingByte(UInt8(ascii: "."), count: count)
        waiting.writeString(comment.end)
    }
}
