/// One event of a `text/event-stream`.
package struct ServerEvent: Sendable, Equatable {
    /// Its name, `message` where none is given.
    package let name: String
    /// Its data lines, joined by LF.
    package let data: [UInt8]
    /// The newest id given on the stream, or empty.
    package let id: String

    /// An event.
    package init(name: String = "message", data: [UInt8], id: String = "") {
        self.name = name
        self.data = data
        self.id = id
    }

    /// The data as text.
    package var text: String { String(decoding: data, as: UTF8.self) }
}

/// Turns the bytes of a `text/event-stream` into events, the same ones whatever the chunking.
///
/// A pure value, after the WHATWG HTML standard, section 9.2.6: a leading byte order mark, comments
/// and unknown fields are passed over; an event without data is none.
package struct EventStreamParser: Sendable {
    /// Why bytes are not taken.
    package enum Failure: Error, Equatable, Sendable {
        /// A line, or the data of one event, is longer than allowed.
        case tooLong
    }

    private let limit: Int
    private var reader: LineReader
    private var isFirstLine = true
    private var name: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var id: [UInt8] = []

    /// A parser at the beginning of a stream whose lines, and whose events' data, have at most
    /// `limit` bytes.
    package init(limit: Int = 65_536) {
        self.limit = limit
        reader = LineReader(limit: limit)
    }

    /// Takes the next bytes and gives the events that are whole now.
    package mutating func take(
        _ bytes: some Sequence<UInt8>
    ) throws(Failure) -> [ServerEvent] {
        var events: [ServerEvent] = []
        do throws(LineReader.TooLong) {
            for line in try reader.take(bytes) {
                if let event = try takeLine(line) { events.append(event) }
            }
        } catch {
            throw .tooLong
        }
        return events
    }

    /// Ends the stream: the event that has no blank line behind it, if there is one. The standard
    /// would drop it; some servers end so, and a reader can tell by its data whether it is whole.
    package mutating func finish() throws(Failure) -> ServerEvent? {
        do throws(LineReader.TooLong) {
            let rest = reader.finish()
            if !rest.isEmpty { _ = try takeLine(rest) }
            return try takeLine([])
        } catch {
            throw .tooLong
        }
    }

    private mutating func takeLine(_ bytes: [UInt8]) throws(LineReader.TooLong) -> ServerEvent? {
        var line = bytes[...]
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return takeEvent() }
        let field = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(field.count + 1)
        if value.first == 0x20 { value = value.dropFirst() }
        if field.elementsEqual("data".utf8) {
            guard data.count + value.count < limit else { throw LineReader.TooLong() }
            if hasData { data.append(0x0A) }
            data += value
            hasData = true
        } else if field.elementsEqual("event".utf8) {
            name = Array(value)
        } else if field.elementsEqual("id".utf8), !value.contains(0) {
            id = Array(value)
        }
        return nil
    }

    private mutating func takeEvent() -> ServerEvent? {
        defer {
            name = []
            data = []
            hasData = false
        }
        guard hasData else { return nil }
        return ServerEvent(
            name: name.isEmpty ? "message" : String(decoding: name, as: UTF8.self), data: data,
            id: String(decoding: id, as: UTF8.self))
    }
}
