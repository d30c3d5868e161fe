package import Catalogue

package import struct Foundation.Date

extension CalendarDate {
    /// The day of a moment in UTC.
    package init(_ moment: Date) {
        self.init(dayNumber: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
