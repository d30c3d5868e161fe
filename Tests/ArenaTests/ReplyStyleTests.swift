import Arena
import Foundation
import Ratings
import Testing

@Suite struct ReplyStyleTests {
    @Test(arguments: [
        ("", ReplyStyle()),
        ("Blue.", ReplyStyle(length: 5, headings: 0, bold: 0, items: 0)),
        ("é…🙂", ReplyStyle(length: 3, headings: 0, bold: 0, items: 0)),
        ("# One\n## Two\n###### Six\n#", ReplyStyle(length: 25, headings: 4, bold: 0, items: 0)),
        ("#hashtag\n####### seven", ReplyStyle(length: 22, headings: 0, bold: 0, items: 0)),
        ("- a\n* b\n+ c\n  - d", ReplyStyle(length: 17, headings: 0, bold: 0, items: 4)),
        ("1. a\n12) b\n2026 was\n3.5 is", ReplyStyle(length: 26, headings: 0, bold: 0, items: 2)),
        ("-5 degrees\n*so*", ReplyStyle(length: 15, headings: 0, bold: 0, items: 0)),
        ("**one** and **two**", ReplyStyle(length: 19, headings: 0, bold: 2, items: 0)),
        ("__one__ **", ReplyStyle(length: 10, headings: 0, bold: 1, items: 0)),
        ("2 ** 3\n4 ** 5", ReplyStyle(length: 13, headings: 0, bold: 0, items: 0)),
        ("****", ReplyStyle(length: 4, headings: 0, bold: 0, items: 0)),
    ])
    func `the marks of Markdown are counted`(text: String, expected: ReplyStyle) {
        #expect(ReplyStyle(of: text) == expected)
    }

    @Test func `fenced code has no headings, lists or bold, and its length counts`() {
        let text = "```sh\n# comment\n- x **y**\n```\n# After\n~~~\n- in\n```\n- in\n~~~\n- out"
        let style = ReplyStyle(of: text)
        #expect((style.headings, style.items, style.bold) == (1, 1, 0))
        #expect(style.length == text.unicodeScalars.count)
        #expect(ReplyStyle(of: "```\n# never closed").headings == 0)
    }

    @Test func `lines may end as on any machine`() {
        #expect(ReplyStyle(of: "# a\r\n- b\r\n- c").headings == 1)
        #expect(ReplyStyle(of: "# a\r\n- b\r\n- c").items == 2)
    }

    @Test func `where votes follow length alone, equals are rated equal without it`() throws {
        var votes = StyledVotes(features: ReplyStyle.features)
        var generator = Random(seed: 11)
        // Long is preferred two to one; alpha is long twice as often as beta.
        for _ in 0..<6000 {
            let isLong = Int.random(in: 0..<3, using: &generator) < 2
            let wins = Int.random(in: 0..<3, using: &generator) < 2
            let lengths = isLong ? (800, 400) : (400, 800)
            try votes.add(
                wins == isLong ? .a : .b, between: "alpha", and: "beta",
                style: [Double(lengths.0), 0, 1, 0], against: [Double(lengths.1), 0, 1, 0])
        }
        let plain = try BoardFit(votes.total, warmStart: nil).fit
        let styled = try StyledBoardFit(votes)
        let gap = { (fit: Fit) in abs(fit.ratings[0].points - fit.ratings[1].points) }
        #expect(gap(plain) > 20)
        #expect(gap(styled.found.fit) < 20)
        #expect(gap(styled.found.fit) < gap(plain) / 2)
        let length = try #require(styled.effects.first)
        // ln 2 in points, ±; the other features never differ.
        #expect(abs(length.twice.points - 120.4) < 12)
        #expect(abs(length.twice.points - 120.4) < 3 * length.twice.half / 1.96)
        #expect(styled.effects.dropFirst().allSatisfy { $0.twice.points == 0 })
        #expect(styled.effects.dropFirst().allSatisfy { $0.words == "+0 ±0" })
    }

    @Test func `under a perfect record the ratings stand by a weak prior`() throws {
        var votes = StyledVotes(features: ReplyStyle.features)
        for number in 0..<20 {
            try votes.add(
                .a, between: "alpha", and: "beta", style: [Double(100 + number), 0, 0, 0],
                against: [100, 0, 0, 0])
        }
        let asOf = try #require(ContenderID("alpha"))
        let styled = try StyledBoardFit(votes)
        let snapshot = Snapshot(
            styled, pool: .real, asOf: .distantPast, lastSequence: 20, names: [asOf: "Alpha"])
        #expect(snapshot.prior == BoardFit.weakPrior)
        #expect(snapshot.method == "style-control/1 weak prior")
        #expect(snapshot.rows.allSatisfy { $0.rating.isFinite && abs($0.rating - 1000) < 500 })
        #expect(snapshot.style?.count == 4)
        #expect(
            snapshot.id
                != Snapshot(
                    try BoardFit(votes.total, warmStart: nil), pool: .real, asOf: .distantPast,
                    lastSequence: 20, names: [:]
                ).id)
    }

    @Test func `what style is worth is said with its interval`() {
        let effects = ["length", "headings", "bold", "list_items"].enumerated().map { place, name in
            StyleEffect(
                Coefficient(
                    name: name, value: 0.1 * Double(1 - place), standardError: 0.05,
                    interval: Interval(centre: 0.1 * Double(1 - place), halfWidth: 0.1)),
                deviation: 0.5)
        }
        #expect(
            effects.sentence == """
                The style of the answers is taken out. Twice the length of the other answer is worth \
                +12 ±12 points, twice its headings +0 ±0, twice its bold words −12 ±12, twice its \
                list items −23 ±12.
                """)
    }
}
