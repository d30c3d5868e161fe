package import struct Foundation.Date

extension Date {
    /// Midnight UTC of this day, when budgets begin anew.
    package var dayStart: Date {
        Date(timeIntervalSince1970: (timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
    }
}
