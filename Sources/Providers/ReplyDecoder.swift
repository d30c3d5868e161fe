package import Arena

/// What one event of a provider's protocol says.
package enum ReplyPiece: Sendable, Equatable {
    /// Text of the answer, reasoning excluded.
    case text(String)
    /// How the answer ended.
    case finish(FinishReason)
    /// Token counts so far; later ones replace earlier ones.
    case usage(TokenUsage)
    /// What the provider says answered.
    case model(String)
    /// Nothing more will come.
    case end
}

/// Reads one wire protocol: a pure value that turns events into pieces.
package protocol ReplyDecoder: Sendable {
    /// Reads one event of a stream.
    ///
    /// - Throws: ``ReplyFault`` with the kind of an error sent inside the stream, or
    ///   ``ReplyFault/Kind/malformed``.
    mutating func take(_ event: ServerEvent) throws(ReplyFault) -> [ReplyPiece]

    /// Reads a whole answer that was not streamed.
    mutating func take(whole body: [UInt8]) throws(ReplyFault) -> [ReplyPiece]

    /// Ends the stream where the connection ended: the pieces that this implies.
    ///
    /// - Throws: ``ReplyFault/Kind/brokeOff`` when the protocol's end had not come.
    mutating func finish() throws(ReplyFault) -> [ReplyPiece]
}
