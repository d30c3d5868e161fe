import Charts
import Foundation
import Testing

@Suite struct PlotDayTests {
    @Test func `days are those of the calendar of Foundation`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: 0, to: 47_500, by: 13) {
            let moment = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: moment)
            let day = PlotDay(number: number)
            #expect(day.date.year == parts.year && day.date.month == parts.month)
            #expect(day.date.day == parts.day)
            let again = PlotDay(year: day.date.year, month: day.date.month, day: day.date.day)
            #expect(again == day)
        }
    }

    @Test func `a moment is in its day, also before 1970`() throws {
        #expect(PlotDay(secondsSince1970: 86_399)?.words == "1 Jan 1970")
        #expect(PlotDay(secondsSince1970: -1)?.words == "31 Dec 1969")
        #expect(PlotDay(secondsSince1970: .nan) == nil)
        #expect(PlotDay(secondsSince1970: 1e300) == nil)
        #expect(PlotDay(year: 2024, month: 2, day: 29).words == "29 Feb 2024")
    }

    @Test func `ticks are days, weeks, months or years, and few`() {
        let end = PlotDay(year: 2026, month: 11, day: 21)
        func labels(_ days: Int) -> [String] {
            let first = PlotDay(number: end.number - days)
            return DayAxis(from: first, to: end, most: 6).ticks.map(\.label)
        }
        #expect(labels(0) == ["21 Nov"])
        #expect(labels(3) == ["18 Nov", "19 Nov", "20 Nov", "21 Nov"])
        #expect(labels(20) == ["7 Nov", "14 Nov", "21 Nov"])
        #expect(labels(150).first == "Jul 2026" && labels(150).last == "Nov 2026")
        #expect(labels(1_500) == ["2023", "2024", "2025", "2026"])
        for days in stride(from: 0, to: 40_000, by: 37) {
            #expect((1...6).contains(labels(days).count), "\(days)")
        }
    }
}
