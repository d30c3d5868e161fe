import Arena

/// Carries one reply from a provider's socket to its receiver.
struct ReplyExchange: Sendable {
    /// Bytes of an error's body that are read.
    private static let errorBytes = 65_536
    /// How many bytes on the wire one byte of text may cost: a stream wraps each word in about 300
    /// bytes, a document escapes.
    private static let wireFactor = 64
    /// The part of the patience for a stall that an answer which is over may still take to end.
    private static let drainShare = 30.0

    let loop: CurlLoop
    let limits: Settings.Limits
    /// The key in the request, to keep it out of fault details.
    let key: Secret?

    /// Sends a request and hands visible text over as it comes.
    ///
    /// - Parameter streams: whether the request asks for a stream; what comes is read by what its
    ///   content type says it is.
    func run(
        _ request: CurlRequest, reading decoder: some ReplyDecoder, streams: Bool,
        onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        var limited = request
        limited.limits = CurlLimits(
            connect: .seconds(limits.connectSeconds), firstByte: .seconds(limits.firstByteSeconds),
            stall: .seconds(limits.stallSeconds), total: .seconds(limits.totalSeconds),
            drain: .seconds(limits.stallSeconds / Self.drainShare),
            bodyBytes: limits.answerBytes * Self.wireFactor)
        limited.headers.append(CurlRequest.Header("Accept-Encoding", "identity"))
        return try await loop.exchange(limited) { transfer throws(ReplyFault) in
            let head = try await faulty { () throws(CurlFailure) in try await transfer.head() }
            guard head.status == 200 else {
                throw ReplyFault(head, body: await errorBody(transfer), key: key)
            }
            var reader = ReplyReader(
                try form(of: head, streams: streams), with: decoder, limits: limits,
                begun: transfer.begun ?? .now)
            return try await read(transfer, with: &reader, onText: onText)
        }
    }

    private func read(
        _ transfer: CurlTransfer, with reader: inout ReplyReader<some ReplyDecoder>,
        onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        while !reader.isEnded, let chunks = try await next(of: transfer) {
            for chunk in chunks {
                let text = reader.take(chunk)
                if !text.isEmpty { await onText(text) }
            }
        }
        let (rest, report) = try reader.end()
        transfer.drain()
        if !rest.isEmpty { await onText(rest) }
        return report
    }

    private func next(of transfer: CurlTransfer) async throws(ReplyFault) -> [CurlChunk]? {
        try await faulty { () throws(CurlFailure) in try await transfer.chunks() }
    }

    private func form<Decoder>(
        of head: CurlHead, streams: Bool
    ) throws(ReplyFault) -> ReplyReader<Decoder>.Form {
        let coding = head["content-encoding"]?.lowercased() ?? "identity"
        let type = head["content-type"]?.lowercased() ?? ""
        guard coding == "identity", !type.hasPrefix("text/html") else {
            throw ReplyFault(.malformed, detail: "The answer is \(coding) \(type.prefix(80)).")
        }
        if type.hasPrefix("text/event-stream") { return .events }
        if type.hasPrefix("application/json") { return .document }
        return streams ? .events : .document
    }

    private func errorBody(_ transfer: CurlTransfer) async -> [UInt8] {
        var body: [UInt8] = []
        while body.count < Self.errorBytes, let chunks = try? await transfer.chunks() {
            for chunk in chunks { body += chunk.bytes }
        }
        return body
    }

    private func faulty<Success>(
        _ body: () async throws(CurlFailure) -> Success
    ) async throws(ReplyFault) -> Success {
        do throws(CurlFailure) {
            return try await body()
        } catch {
            throw ReplyFault(error)
        }
    }
}
