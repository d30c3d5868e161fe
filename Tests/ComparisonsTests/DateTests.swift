import Catalogue
import Comparisons
import Testing

struct DateTests {
    private func gap(_ one: String, _ other: String) throws -> String {
        func fact(_ text: String) throws -> Fact<CalendarDate> {
            let date = try #require(CalendarDate(text))
            return Fact(
                value: date, origin: Origin(path: text, shown: Shelf.said(.date(date))))
        }
        return ReleaseGap(try fact(one), try fact(other)).words.text
    }

    @Test(arguments: [
        ("2025-04-14", "2024-09-25", "about 7 months (201 days)"),
        ("2025-01-31", "2024-09-25", "about 4 months (128 days)"),
        ("2025-01-31", "2025-01-31", "the same day"), ("2025-01-31", "2025-02-01", "1 day"),
        ("2025-01-31", "2025-03-31", "59 days"),
        ("2025-01-31", "2025-04-01", "about 2 months (60 days)"),
        ("2023-01-01", "2024-12-30", "about 24 months (729 days)"),
        ("2023-01-01", "2024-12-31", "about 2.0 years"),
        ("2025-04", "2024-09-25", "about 7 months"), ("2025-04", "2025-04-30", "the same month"),
        ("2025-04", "2025-03", "about 1 month"), ("2025", "2024-09-25", "not known to the month"),
    ])
    func `one function tells the time between dates`(one: String, other: String, words: String)
        throws
    {
        #expect(try gap(one, other) == words)
        #expect(try gap(other, one) == words)
    }

    @Test func `years alone give both years and no gap`() throws {
        let a = Shelf.record("a", "Aspen", [.releaseDate: Shelf.date("2024")])
        let b = Shelf.record("b", "Birch", [.releaseDate: Shelf.date("2025-03")])
        #expect(
            try compare(a, b).text(.dates).contains(
                "Aspen was released in 2024, Birch in 2025-03."))
    }

    @Test func `the later knowledge is a reason only from three months on`() throws {
        func page(_ one: String, _ other: String) throws -> Comparison {
            try compare(
                Shelf.record("a", "Aspen", [.knowledgeCutoff: Shelf.date(one)]),
                Shelf.record("b", "Birch", [.knowledgeCutoff: Shelf.date(other)]))
        }
        #expect(
            try page("2024-06", "2024-03").chooseIf.reasons.a.map(\.text)
                == ["you ask about things after 2024-03"])
        #expect(try page("2024-05", "2024-03").chooseIf.reasons.a.isEmpty)
    }

    @Test func `ages are counted from the given day by the same function`() throws {
        let row = try #require(try compare(Shelf.mini, Shelf.llama3).row("dates", "age"))
        #expect(row.cells[0].words.text == "about 19 months")
        #expect(row.cells[1].words.text == "about 2.2 years")
    }
}
