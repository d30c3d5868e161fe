import Ratings
import Testing

/// Tables: RFC 4180, any order of columns, commas, semicolons or tabs.
struct TableTests {
    @Test func `columns stand in any order and others are passed over`() throws {
        let tally = try Reading.book("id,winner,model_b,model_a\n1,model_a,y,x\n").tally()
        #expect(tally.pair("x", "y")?.firstWins == 1)
    }

    @Test func `quotes, doubled quotes and line ends in cells are read`() throws {
        let row = "\"say \"\"hi\"\", x\",\"two\r\nlines\",\"\"\"\",tie\r\n"
        let text = "model_a,note,model_b,winner\r\n" + row
        let book = try Reading.book(text)
        #expect(book.contenders == ["say \"hi\", x", "\""])
    }

    @Test(arguments: [",", ";", "\t"])
    func `cells are parted by commas, semicolons or tabs`(mark: String) throws {
        let text = "model_a,model_b,winner\nx,y,tie\n".split(
            separator: ",", omittingEmptySubsequences: false
        ).joined(separator: mark)
        #expect(try Reading.book(text).votes == 1)
    }

    @Test func `a byte order mark, quoted headers and a missing last line feed do no harm`() throws
    {
        let book = try Reading.book(
            "\u{FEFF}\"model_a\",\"model_b\",\"winner\"\n\nx,y,tie\n\r\ny,x,model_b")
        #expect(book.votes == 2)
        #expect(book.contenders == ["x", "y"])
    }

    @Test(arguments: [
        ("x,y", VoteFaultReason.cellCount(2, header: 3)),
        ("x,y,tie,4", .cellCount(4, header: 3)), ("x,y,", .missing("winner")),
        (",y,tie", .missing("model_a")), ("x\"z,y,tie", .strayQuote), ("\"x\"z,y,tie", .strayQuote),
        ("x,y,won", .unknownOutcome("won")), ("x,x,tie", .sameModel("x")),
        ("x\u{1},y,tie", .controlCharacter), ("\"x\u{0}\",y,tie", .controlCharacter),
        ("x,y\rz,tie", .controlCharacter),
    ])
    func `a bad row stops the reading and is named`(row: String, reason: VoteFaultReason) {
        let fault = Reading.fault("model_a,model_b,winner\n\"x\",y,tie\n\(row)\nx,y,tie\n")
        #expect(fault == VoteFault(line: 3, record: 2, reason: reason))
    }

    @Test func `an open quote is named at the row it opens in`() {
        let fault = Reading.fault("model_a,model_b,winner\nx,y,tie\n\"x,y,tie\nx,y,tie\n")
        #expect(fault == VoteFault(line: 3, record: 2, reason: .unclosedQuote))
    }

    @Test func `bytes that are not UTF-8 are named with their line`() {
        let file =
            Array("model_a,model_b,winner\nx,y,tie\nx".utf8) + [0xC3] + Array(",y,tie\n".utf8)
        #expect(throws: VoteFault(line: 3, record: 2, reason: .invalidUTF8)) {
            try Reading.book(file)
        }
    }

    @Test(arguments: [
        ("a,b\n", VoteFaultReason.missing("model_a")), ("model_a,model_b\n", .missing("winner")),
        ("model_a,model_a,model_b,winner\n", .repeated("model_a")),
        ("model_a,model_b,winner,judge,voter\n", .rivals("judge", "voter")),
    ])
    func `a header without what is needed is refused`(text: String, reason: VoteFaultReason) {
        let fault = Reading.fault(text, Reading.with { $0.details = .voter })
        #expect(fault == VoteFault(line: 1, record: 0, reason: reason))
    }

    @Test func `rows after a bad one are read`() throws {
        let book = try Reading.book(
            "model_a,model_b,winner\nx\"y,y,t\"ie\nx,y,tie\nx,y\nx,y,tie\n",
            Reading.with { $0.badRecords = .skip })
        #expect(book.votes == 2)
        #expect(book.faults.map(\.line) == [2, 4])
    }

    @Test func `ComparIA's columns are read`() throws {
        let text = """
            model_a_name,model_b_name,chosen_model_name,both_equal,visitor_id
            x,y,x,False,v1
            x,y,y,,v2
            x,y,,True,v1
            """
        let book = try Reading.book(text, Reading.with { $0.details = .voter })
        let pair = try book.tally().pair("x", "y")
        #expect(pair?.firstWins == 1)
        #expect(pair?.secondWins == 1)
        #expect(pair?.ties == 1)
        #expect(try book.voterTally(of: ["x", "y"]).voters == ["v1", "v2"])
    }

    @Test(arguments: [
        ("z,False", VoteFaultReason.strangerChosen("z")), ("x,True", .noOutcome),
        (",False", .noOutcome), (",", .missing("winner")),
        ("x,perhaps", .wrongKind("both_equal", wanted: "true or false")),
    ])
    func `ComparIA's columns must tell one outcome`(cells: String, reason: VoteFaultReason) {
        let fault = Reading.fault(
            "model_a_name,model_b_name,chosen_model_name,both_equal\nx,y,\(cells)\n")
        #expect(fault?.reason == reason)
    }
}
