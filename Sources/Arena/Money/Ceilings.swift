package import Catalogue

package import struct Foundation.Date

/// What may be spent in a day and in a minute of the clock (UTC); `nil` without a ceiling.
package struct Ceilings: Equatable, Sendable {
    /// From midnight to midnight.
    package var day: Money?
    /// From one full minute to the next.
    package var minute: Money?

    /// Ceilings; none unless told.
    package init(day: Money? = nil, minute: Money? = nil) {
        self.day = day
        self.minute = minute
    }

    /// Whether there is one.
    package var isLimited: Bool { day != nil || minute != nil }

    /// The ceiling of a span.
    package subscript(span: Span) -> Money? {
        switch span {
        case .day: day
        case .minute: minute
        }
    }
}

/// A stretch of the clock that a ceiling holds for.
package enum Span: String, Sendable, CaseIterable, Codable {
    /// A day of UTC.
    case day
    /// A minute.
    case minute

    /// How long it is.
    package var seconds: Double { self == .day ? 86_400 : 60 }

    /// When the one that holds a moment began.
    package func start(of moment: Date) -> Date {
        Date(
            timeIntervalSince1970: (moment.timeIntervalSince1970 / seconds).rounded(.down)
                * seconds)
    }

    /// When the next one begins.
    package func end(of moment: Date) -> Date { start(of: moment).addingTimeInterval(seconds) }
}
