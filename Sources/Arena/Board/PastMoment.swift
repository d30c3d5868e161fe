package import Foundation

/// A day, or a moment, as a reader asks for past ratings.
package struct PastMoment: Sendable, Equatable {
    /// The last moment of it.
    package let end: Date

    /// Reads `2026-11-21` as that day in UTC, and `2026-11-21T04:43:00Z` as that moment; `nil` for
    /// another form.
    package init?(_ text: String) {
        if let moment = try? Date(text, strategy: .iso8601) {
            end = moment
            return
        }
        guard text.utf8.count == 10,
            let start = try? Date(text + "T00:00:00Z", strategy: .iso8601)
        else { return nil }
        end = start.addingTimeInterval(86_400 - 0.001)
    }
}
