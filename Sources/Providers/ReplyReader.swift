package import Arena

/// Reads one reply from its bytes: events or one document, decoded, filtered, measured.
///
/// A pure value; the same text whatever the chunking.
package struct ReplyReader<Decoder: ReplyDecoder>: Sendable {
    /// How the body is written.
    package enum Form: Sendable, Equatable {
        /// As a `text/event-stream`.
        case events
        /// As one JSON document.
        case document
    }

    private let form: Form
    private let limits: Settings.Limits
    private let begun: ContinuousClock.Instant
    private var decoder: Decoder
    private var parser: EventStreamParser
    private var document: [UInt8] = []
    private var visible = VisibleText()
    private var textBytes = 0
    private var hasEvents = false
    private var finish: FinishReason?
    private var usage: TokenUsage?
    private var model: String?
    private var firstText: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant
    private var fault: ReplyFault?
    /// Whether the protocol's end or a fault has come; what follows it is of no interest.
    package private(set) var isEnded = false

    /// A reader at the beginning of a body.
    package init(
        _ form: Form, with decoder: Decoder, limits: Settings.Limits,
        begun: ContinuousClock.Instant
    ) {
        self.form = form
        self.decoder = decoder
        self.limits = limits
        self.begun = begun
        last = begun
        parser = EventStreamParser(limit: limits.lineBytes)
    }

    /// Takes the next bytes and gives the visible text in them; often empty.
    ///
    /// A fault in them ends the reading; ``end()`` throws it, after the text that came before it.
    package mutating func take(_ chunk: CurlChunk) -> String {
        guard !isEnded else { return "" }
        last = chunk.instant
        guard form == .events else {
            document += chunk.bytes
            return ""
        }
        var text = ""
        do throws(ReplyFault) {
            for event in try events(in: chunk.bytes) where !isEnded {
                hasEvents = true
                text += try take(decoder.take(event))
            }
        } catch {
            fault = error
            isEnded = true
        }
        return text
    }

    /// Ends the body: the rest of the text, and what is known of the reply.
    ///
    /// - Throws: ``ReplyFault``, `empty` or `filtered` where no text came at all.
    package mutating func end() throws(ReplyFault) -> (text: String, report: ReplyReport) {
        if let fault { throw fault }
        var text = isEnded ? "" : try take(rest())
        let held = visible.finish()
        noteText(held)
        text += held
        let finish = finish ?? .other
        guard let firstText else { throw ReplyFault(finish == .filtered ? .filtered : .empty) }
        let timing = ReplyTiming(
            firstText: begun.duration(to: firstText) / .seconds(1),
            total: begun.duration(to: last) / .seconds(1))
        return (
            text,
            ReplyReport(finish: finish, usage: usage, timing: timing, upstreamModel: model)
        )
    }

    private mutating func events(in bytes: [UInt8]) throws(ReplyFault) -> [ServerEvent] {
        do throws(EventStreamParser.Failure) {
            return try parser.take(bytes)
        } catch {
            throw ReplyFault(.tooLarge, detail: "A line is longer than \(limits.lineBytes) bytes.")
        }
    }

    private mutating func rest() throws(ReplyFault) -> [ReplyPiece] {
        guard form == .events else { return try decoder.take(whole: document) }
        var pieces: [ReplyPiece] = []
        if let event = try? parser.finish() {
            // The connection may have ended inside this event.
            guard let last = try? decoder.take(event) else { throw ReplyFault(.brokeOff) }
            hasEvents = true
            pieces = last
        }
        guard hasEvents || last == begun else {
            throw ReplyFault(.malformed, detail: "The answer is not an event stream.")
        }
        return pieces.contains(.end) ? pieces : try pieces + decoder.finish()
    }

    private mutating func take(_ pieces: [ReplyPiece]) throws(ReplyFault) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part):
                textBytes += part.utf8.count
                guard textBytes <= limits.answerBytes else {
                    throw ReplyFault(
                        .tooLarge, detail: "The answer is over \(limits.answerBytes) bytes.")
                }
                text += visible.take(part)
            case .finish(let reason): finish = reason
            case .usage(let counts): usage = counts
            case .model(let name): model = name
            case .end: isEnded = true
            }
        }
        noteText(text)
        return text
    }

    private mutating func noteText(_ text: String) {
        if firstText == nil, !text.isEmpty { firstText = last }
    }
}
