import Providers
import Testing

@Suite struct EventStreamParserTests {
    private func events(_ text: String, limit: Int = 65_536) throws -> [ServerEvent] {
        var parser = EventStreamParser(limit: limit)
        let events = try parser.take(Array(text.utf8))
        return try events + [parser.finish()].compactMap(\.self)
    }

    @Test func `an event has a name, joined data lines and the newest id`() throws {
        let events = try events("id: 7\nevent: delta\ndata: one\ndata:two\n\ndata: three\n\n")
        #expect(
            events == [
                ServerEvent(name: "delta", data: Array("one\ntwo".utf8), id: "7"),
                ServerEvent(data: Array("three".utf8), id: "7"),
            ])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends may be LF, CR LF or CR`(end: String) throws {
        let text = ["data: a", "data: b", "", "data: c", "", ""].joined(separator: end)
        #expect(try events(text).map(\.text) == ["a\nb", "c"])
    }

    @Test func `a byte order mark, comments and unknown fields are passed over`() throws {
        let text = "\u{FEFF}data: a\n: ping\nretry: 10\nfoo\n\n:\n\n: OPENROUTER PROCESSING\n\n"
        #expect(try events(text).map(\.text) == ["a"])
    }

    @Test func `only one blank after the colon is not data`() throws {
        #expect(try events("data:  a\n\ndata:\tb\n\n").map(\.text) == [" a", "\tb"])
    }

    @Test func `an empty data field is an event with empty data, no data field is none`() throws {
        #expect(try events("data\n\nevent: x\n\ndata:\n\n").map(\.text) == ["", ""])
    }

    @Test func `an event without a blank line at the end is given at the end`() throws {
        #expect(try events("data: a\n\ndata: [DONE]").map(\.text) == ["a", "[DONE]"])
    }

    @Test func `a line over the limit is refused before it ends`() {
        var parser = EventStreamParser(limit: 10)
        #expect(throws: EventStreamParser.Failure.tooLong) {
            try parser.take([UInt8](repeating: 0x61, count: 11))
        }
    }

    @Test func `many short data lines of one event are refused as well`() {
        var parser = EventStreamParser(limit: 20)
        #expect(throws: EventStreamParser.Failure.tooLong) {
            try parser.take(Array(String(repeating: "data: abcd\n", count: 9).utf8))
        }
    }

    @Test(arguments: Capture.streams)
    func `a recording gives the same events cut at every byte`(capture: Capture) throws {
        let body = capture.body
        var whole = EventStreamParser()
        let expected = try whole.take(body)
        var before = EventStreamParser()
        var states: [(parser: EventStreamParser, given: Int)] = []
        var events: [ServerEvent] = []
        for byte in body {
            states.append((before, events.count))
            events += try before.take([byte])
        }
        #expect(events == expected)
        for (cut, state) in states.enumerated() {
            let end = min(cut + 400, body.count)
            var after = state.parser
            let given = try after.take(body[cut..<end])
            let last = end < states.count ? states[end].given : events.count
            if !given.elementsEqual(expected[state.given..<last]) {
                Issue.record("cut at \(cut)")
            }
        }
    }

    @Test(arguments: Capture.streams)
    func `a recording gives the same events whatever its line ends`(capture: Capture) throws {
        let lines = String(decoding: capture.body, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let expected = try events(lines.joined(separator: "\n"))
        #expect(try events(lines.joined(separator: "\r\n")) == expected)
        #expect(try events(lines.joined(separator: "\r")) == expected)
        #expect(!expected.isEmpty)
    }
}
