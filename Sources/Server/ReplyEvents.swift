import Arena
import Foundation
import NIOCore
import ReplyMarkdown

/// What one reader is told of a turn, as bytes of an event stream.
///
/// Text is sent as it is shown, and beside it the blocks of Markdown that it closes, as final
/// markup: nothing that was sent is ever sent again. A reader who comes back is continued, because
/// which blocks are closed depends on the text alone.
struct ReplyEvents {
    private var renderings = Sides(a: MarkdownStream(), b: MarkdownStream())
    private let isPlain: Bool

    /// A reader who has been sent these texts of the newest turn; one who wants plain text is sent no
    /// markup at all.
    init(after seen: Sides<String>, isPlain: Bool = false) {
        self.isPlain = isPlain
        for side in Side.allCases { _ = renderings[side].feed(seen[side]) }
    }

    /// What is new, as bytes of the stream; a comment when nothing is.
    mutating func frame(_ news: [(event: FeedEvent, id: FeedCursor)]) throws -> ByteBuffer {
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

    private struct TurnData: Encodable { let turn: Int }

    private struct DeltaData: Encodable {
        let s: Side
        let t: String
        let b: [Block]?
    }

    private struct StateData: Encodable {
        let s: Side
        let state: ReplyState
        let b: [Block]?
    }

    private struct EndData: Encodable {
        let turn: Int
        let votable: Bool
    }

    /// A closed block: how many UTF-16 units of open text it takes the place of, and its markup.
    private struct Block: Encodable {
        let block: MarkdownBlock

        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(block.units)
            try list.encode(block.html)
        }
    }

    private mutating func describe(_ event: FeedEvent) throws -> (name: String, data: Data) {
        switch event {
        case .turn(let number):
            renderings = Sides(a: MarkdownStream(), b: MarkdownStream())
            return ("turn", try encode(TurnData(turn: number)))
        case .delta(let side, let text):
            let blocks = isPlain ? [] : renderings[side].feed(text)
            return ("delta", try encode(DeltaData(s: side, t: text, b: Self.list(blocks))))
        case .state(let side, let state):
            let rest = isPlain || state == .writing ? [] : renderings[side].finish()
            return ("state", try encode(StateData(s: side, state: state, b: Self.list(rest))))
        case .end(let turn, let isVotable):
            return ("end", try encode(EndData(turn: turn, votable: isVotable)))
        }
    }

    private static func list(_ blocks: [MarkdownBlock]) -> [Block]? {
        blocks.isEmpty ? nil : blocks.map(Block.init)
    }

    private func encode(_ value: some Encodable) throws -> Data {
        try JSONForm.encoder.encode(value)
    }
}
