import Arena
import Catalogue
import Charts
import Foundation

extension Date {
    /// As `2026-11-21 04:43 UTC`.
    var minuteText: String {
        machineText.prefix(16).replacing("T", with: " ") + " UTC"
    }

    /// As `2026-11-21`, in UTC.
    var dayText: String { String(machineText.prefix(10)) }

    /// As `2026-11-21T04:43:09Z`.
    var machineText: String { formatted(.iso8601) }

    /// The minute, with the exact time for programs.
    var markup: HTML { "<time datetime=\"\(machineText)\">\(minuteText)</time>" }
}

extension Money {
    /// In cents below a dollar, in dollars above: `0.46 ¢`, `$1.20`.
    var words: String {
        let dollars = Double(picodollars) / 1e12
        if dollars >= 1 { return "$" + NumberFormat.fixed(dollars, places: 2) }
        return NumberFormat.significant(dollars * 100, digits: 2) + " ¢"
    }
}

extension Standing {
    /// Half the width of the interval.
    var halfWidth: Double { (high - low) / 2 }

    /// `1–3`, or `4` when there is one place only.
    var rankText: String {
        rankLow == rankHigh ? String(rankLow) : "\(rankLow)–\(rankHigh)"
    }
}

extension Int {
    /// `1 vote`, `2 votes`, `1,800 votes`.
    func counted(_ one: String, _ many: String) -> String {
        NumberFormat.whole(Double(self)) + " " + (self == 1 ? one : many)
    }
}
