import Ratings
import Testing

/// Which votes count, and what is kept of them.
struct SelectionTests {
    private func vote(_ rest: String, a: String = "x", b: String = "y") -> String {
        #"{"model_a":"\#(a)","model_b":"\#(b)","winner":"model_a"\#(rest)}"# + "\n"
    }

    @Test func `only votes since a time count`() throws {
        let text =
            vote(#","tstamp":1.5"#) + vote(#","tstamp":"1970-01-01T00:00:02Z""#)
            + vote(#","timestamp":1999"#) + vote(#","timestamp":2000.0"#)
        let book = try Reading.book(text, Reading.with { $0.since = 2 })
        #expect(book.votes == 2)
        #expect(book.leftOut == 2)
    }

    @Test func `a vote without a time is a fault where a time is asked for`() {
        let reading = Reading.with { $0.since = 2 }
        #expect(Reading.fault(vote(""), reading)?.reason == .missing("tstamp"))
        #expect(
            Reading.fault(vote(#","tstamp":"soon""#), reading)?.reason == .badTime("soon"))
        #expect(Reading.fault(vote(#","tstamp":"soon""#)) == nil)
    }

    @Test(arguments: [
        (#","category_tag":"math""#, true), (#","category_tag":"maths""#, false),
        (#","category":["code","math"]"#, true), (#","category":["code"]"#, false),
        (#","category_tag":{"math_v0.1":{"math":true}}"#, true),
        (#","category_tag":{"math_v0.1":{"math":false}},"x":{"math":true}"#, false),
        (#","category_tag":{"q":"math"}"#, false), (#","category_tag":{"\u006dath":true}"#, true),
        (#","category_tag":null"#, false), ("", false),
    ])
    func `a category is a text, one of an array, or a key that holds true`(
        rest: String, counts: Bool
    ) throws {
        let book = try Reading.book(vote(rest), Reading.with { $0.category = "math" })
        #expect(book.votes == (counts ? 1 : 0))
    }

    @Test func `a table's category may be text or JSON`() throws {
        let text = """
            model_a,model_b,winner,category_tag
            x,y,tie,math
            x,y,tie,"{""math_v0.1"": {""math"": true}}"
            x,y,tie,"{""math"": fal
            """
        let rows = text + "se}\"\n"
        #expect(try Reading.book(rows, Reading.with { $0.category = "math" }).votes == 2)
    }

    @Test func `language, blindness and left out models select`() throws {
        let text =
            vote(#","language":"German","anony":false"#) + vote(#","language":"German""#)
            + vote(#","language":"French""#, a: "z")
        #expect(try Reading.book(text, Reading.with { $0.language = "German" }).votes == 2)
        #expect(try Reading.book(text, Reading.with { $0.blindOnly = true }).votes == 2)
        #expect(try Reading.book(text).notBlind == 1)
        let book = try Reading.book(text, Reading.with { $0.leftOut = ["x"] })
        #expect(book.contenders == ["z", "y"])
    }

    @Test func `only votes of the wanted kinds count, a vote without a kind as a random one`()
        throws
    {
        let text =
            vote("") + vote(#","kind":"random""#) + vote(#","kind":"""#) + vote(#","kind":null"#)
            + vote(#","kind":"pair""#, a: "z") + vote(#","kind":"control""#, b: "x")
            + vote(#","kind":"\u0070air""#)
        let random = try Reading.book(text, Reading.with { $0.kinds = ["random"] })
        #expect(random.votes == 4)
        #expect(random.leftOut == 3)
        #expect(random.otherKinds == ["pair": 2, "control": 1])
        #expect(random.contenders == ["x", "y"])
        let pairs = try Reading.book(text, Reading.with { $0.kinds = ["pair"] }, chunk: 50)
        #expect(pairs.votes == 2)
        #expect(pairs.otherKinds == ["random": 4, "control": 1])
        let table = "model_a,model_b,winner,kind\nx,y,tie,random\nx,y,tie,\nx,y,tie,\"pair\"\n"
        let rows = try Reading.book(table, Reading.with { $0.kinds = ["random"] })
        #expect(rows.votes == 2 && rows.otherKinds == ["pair": 1])
    }

    @Test func `kinds are no matter where none is asked for`() throws {
        let text = vote(#","kind":"pair""#) + vote(#","kind":7"#)
        #expect(try Reading.book(text).votes == 2)
        #expect(
            Reading.fault(vote(#","kind":7"#), Reading.with { $0.kinds = ["random"] })?.reason
                == .wrongKind("kind", wanted: "a text"))
    }

    @Test func `voters are kept in order, unknown ones apart`() throws {
        let text =
            vote(#","judge":"p""#) + vote(#","judge":null"#) + vote("") + vote(#","judge":"p""#)
        let book = try Reading.book(text, Reading.with { $0.details = .voter })
        let tally = try book.voterTally(of: ["x", "y"])
        #expect(tally.voters == ["p"])
        #expect(try tally.tally(of: "p").votes == 2)
        #expect(tally.unsigned.reduce(0) { $0 + $1.votes } == 2)
    }

    private let style = #"""
        ,"conv_metadata":{"turns":1,"sum_assistant_a_tokens":10,"header_count_a":{"h1":1,"h2":2},
        "list_count_a":{"ordered":0,"unordered":4},"bold_count_a":{"**":1.5,"__":0},
        "sum_assistant_b_tokens":20,"header_count_b":3,"list_count_b":{},"bold_count_b":0}
        """#

    @Test func `FastChat's measurements of style are summed`() throws {
        let line = vote(style.split(separator: "\n").joined())
        let book = try Reading.book(
            line + vote(style.split(separator: "\n").joined(), a: "y", b: "x"),
            Reading.with { $0.details = .style })
        #expect(try book.styledVotes(of: ["x", "y"]).count == 2)
        #expect(try book.styledVotes(of: ["x"]).count == 0)
    }

    @Test(arguments: [
        ("", VoteFaultReason.missing("conv_metadata")),
        (#","conv_metadata":{}"#, .missing("sum_assistant_a_tokens")),
        (#","conv_metadata":7"#, .wrongKind("conv_metadata", wanted: "an object")),
        (
            #","conv_metadata":{"bold_count_a":-1}"#,
            .wrongKind("bold_count_a", wanted: "a count")
        ),
        (#","conv_metadata":{"bold_count_a":1,"bold_count_a":1}"#, .repeated("bold_count_a")),
    ])
    func `style that is not there is a fault where it is asked for`(
        rest: String, reason: VoteFaultReason
    ) {
        #expect(
            Reading.fault(vote(rest), Reading.with { $0.details = .style })?.reason == reason)
        #expect(Reading.fault(vote(rest)) == nil)
    }

    @Test(arguments: [("0", false), ("1", true), ("0.25", true), ("1.01", false), ("-1", false)])
    func `probabilities lie above 0 and at most at 1`(text: String, isGood: Bool) throws {
        let reading = Reading.with { $0.details = .probability }
        let fault = Reading.fault(vote(#","probability":\#(text)"#), reading)
        #expect((fault == nil) == isGood)
        guard isGood else { return }
        var weighting = InversePropensity(cap: 2)
        let book = try Reading.book(vote(#","probability":\#(text)"#), reading)
        let tally = try book.weightedTally(of: ["x", "y"], weighting: &weighting)
        #expect(tally.masses.first?.firstWins.sum == min(2, 1 / (Double(text) ?? 0)))
    }

    @Test func `Elo is recorded in the order of the file`() throws {
        let text = vote("") + vote("", a: "y", b: "x") + vote("", a: "z")
        let book = try Reading.book(text, Reading.with { $0.details = .order })
        var expected = Elo()
        try expected.record(.a, between: "x", and: "y")
        try expected.record(.a, between: "y", and: "x")
        try expected.record(.a, between: "z", and: "y")
        #expect(try book.elo(of: ["x", "y", "z"]) == expected)
    }

    @Test func `sides are kept apart`() throws {
        let book = try Reading.book(vote("") + vote("", a: "y", b: "x"))
        var expected = SidedTally()
        try expected.add(.a, left: "x", right: "y")
        try expected.add(.a, left: "y", right: "x")
        #expect(try book.sidedTally(of: ["x", "y"]) == expected)
    }
}
