import Ratings
import Testing

/// JSON lines: what is read, and what is refused with its line.
struct JSONLinesTests {
    private let good = #"{"model_a":"x","model_b":"y","winner":"model_a"}"#

    @Test func `fields stand in any order between others`() throws {
        let tally = try Reading.book(
            #"{"id":[1,{"model_a":2}],"winner":"tie","q":{"winner":[]},"model_b":"b","model_a":"a"}"#
        ).tally()
        #expect(tally.contenders == ["a", "b"])
        #expect(tally.pair("a", "b")?.ties == 1)
    }

    @Test(arguments: [
        ("model_a", Outcome.a), ("model_b", .b), ("tie", .tie), ("tie (bothbad)", .bothBad),
        ("both_bad", .bothBad), ("bothbad", .bothBad),
    ])
    func `the field's words for outcomes are known`(word: String, outcome: Outcome) throws {
        let tally = try Reading.book(#"{"model_a":"x","model_b":"y","winner":"\#(word)"}"#).tally()
        #expect(tally.pair("x", "y")?.count(of: outcome) == 1)
        #expect(tally.votes == 1)
    }

    @Test(arguments: [
        (#""\u0047PT\u002d4""#, "GPT-4"), (#""\ud83e\udd99""#, "🦙"),
        (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
        ("\"é模🦙\"", "é模🦙"),
    ])
    func `names are unescaped`(text: String, name: String) throws {
        let book = try Reading.book(#"{"model_a":\#(text),"model_b":"y","winner":"tie"}"#)
        #expect(book.contenders.first == name)
    }

    @Test func `an escaped name and key are the same as plain ones`() throws {
        let book = try Reading.book(
            good + "\n" + #"{"model\u005fa":"\u0078","model_b":"y","winner":"t\u0069e"}"#)
        #expect(book.contenders == ["x", "y"])
        #expect(book.votes == 2)
    }

    @Test func `blank lines, carriage returns and a missing last line feed do no harm`() throws {
        let book = try Reading.book("\n \t\r\n\(good)\r\n\n\(good)")
        #expect(book.votes == 2)
        #expect(book.records == 2)
    }

    @Test func `a byte order mark is passed over`() throws {
        #expect(try Reading.book("\u{FEFF}" + good).votes == 1)
    }

    @Test(arguments: [
        (#"{"model_a":"x","model_b":"y","winner":"left"}"#, VoteFaultReason.unknownOutcome("left")),
        (#"{"model_a":"","model_b":"y","winner":"tie"}"#, .emptyName("model_a")),
        (#"{"model_a":"y","model_b":"y","winner":"tie"}"#, .sameModel("y")),
        (#"{"model_a":"x","winner":"tie"}"#, .missing("model_b")),
        (#"{"model_a":"x","model_b":null,"winner":"tie"}"#, .missing("model_b")),
        (#"{"model_a":"x","model_b":"y"}"#, .missing("winner")),
        (#"{"model_a":7,"model_b":"y","winner":"tie"}"#, .wrongKind("model_a", wanted: "a text")),
        (#"{"model_a":"x","model_a":"z","model_b":"y","winner":"tie"}"#, .repeated("model_a")),
        (#"{"model_a":"x","model_b":"y","winner":"tie"} 1"#, .notJSON(.rest)),
        (#"{"model_a":"x","model_b":"y","winner":"tie""#, .notJSON(.separator)),
        (#"{"model_a":"x","model_b":"y","winner":"tie",}"#, .notJSON(.key)),
        (#"{"model_a" "x"}"#, .notJSON(.colon)),
        (#"{"turn":01}"#, .notJSON(.separator)),
        (#"{"turn":-}"#, .notJSON(.number)),
        (#"{"turn":1.}"#, .notJSON(.number)),
        (#"{"turn":nul}"#, .notJSON(.value)),
        (#"{"turn":[1,]}"#, .notJSON(.value)),
        (#"{"turn":[1}}"#, .notJSON(.separator)),
        (#"{"q":"\x"}"#, .notJSON(.escape)),
        (#"{"q":"\ud83e"}"#, .notJSON(.surrogate)),
        (#"{"q":"\udd99"}"#, .notJSON(.surrogate)),
        (#"{"q":"\udd99\udd99"}"#, .notJSON(.surrogate)),
        ("{\"q\":\"a\u{1}\"}", .notJSON(.text)),
        (#"["model_a"]"#, .notJSON(.object)),
    ])
    func `a bad line stops the reading and is named`(line: String, reason: VoteFaultReason) {
        let fault = Reading.fault("\n\(good)\n\n\(line)\n\(good)\n")
        #expect(fault == VoteFault(line: 4, record: 2, reason: reason))
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0xA6], [0x80],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are named with their line`(bytes: [UInt8]) {
        let file = Array("\(good)\n{\"q\":\"".utf8) + bytes + Array("\"}\n\(good)".utf8)
        #expect(throws: VoteFault(line: 2, record: 2, reason: .notJSON(.utf8))) {
            try Reading.book(file)
        }
    }

    @Test func `nesting is read to 64 levels and no deeper`() {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        let line = { (depth: Int) in
            #"{"q":\#(nested(depth)),"model_a":"x","model_b":"y","winner":"tie"}"#
        }
        #expect(Reading.fault(line(64)) == nil)
        #expect(Reading.fault(line(65))?.reason == .notJSON(.depth))
    }

    @Test func `skipped lines are counted and the first of them named`() throws {
        let text = "\(good)\nnonsense\n\(good)\n{\"model_a\":\"x\"}\n\(good)"
        let book = try Reading.book(text, Reading.with { $0.badRecords = .skip })
        #expect(book.votes == 3)
        #expect(book.skipped == 2)
        #expect(book.records == 5)
        #expect(book.faults.map(\.line) == [2, 4])
        #expect(book.faults.map(\.reason) == [.notJSON(.object), .missing("model_b")])
    }

    @Test func `a skipped line leaves no contender behind`() throws {
        let bad = #"{"model_a":"ghost","model_b":"y","winner":"who"}"#
        let book = try Reading.book("\(bad)\n\(good)", Reading.with { $0.badRecords = .skip })
        #expect(book.contenders == ["x", "y"])
    }

    @Test(arguments: ["", " \n", "\u{FEFF}"])
    func `an empty file is no vote file`(text: String) {
        #expect(Reading.fault(text)?.reason == .notVotes("an empty file"))
    }

    @Test(arguments: [
        [0x1F, 0x8B, 8, 0, 0, 0], [0x28, 0xB5, 0x2F, 0xFD, 1], Array("PAR1....".utf8),
    ])
    func `compressed and Parquet files are recognised`(bytes: [UInt8]) {
        #expect { try Reading.book(bytes) } throws: { error in
            if case .notVotes = (error as? VoteFault)?.reason { return true }
            return false
        }
    }
}
