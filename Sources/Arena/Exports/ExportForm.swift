package import Foundation

/// How an export is written.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// RFC 4180, with a header row.
    case csv
    /// One JSON object a line.
    case jsonl
}

/// Who an export is for.
package enum ExportReader: Sendable, Equatable {
    /// Whoever runs the arena: everything, texts and battle names included.
    case owner
    /// Anyone: no text and no battle's name, times cut to the hour, nothing newer than `until`, and
    /// of battles without a vote only those that can no longer be voted on.
    case everyone(until: Date)

    /// Minutes by which an export for everyone lags behind, so that nobody can watch the counts move
    /// during a battle of his own.
    package static let lagMinutes = 15.0

    /// An export for everyone as it may be given now.
    package static func everyone(at now: Date) -> ExportReader {
        .everyone(until: now - 60 * lagMinutes)
    }

    /// The time as this reader is told it.
    func told(_ time: Date) -> Date {
        guard self != .owner else { return time }
        return Date(
            timeIntervalSince1970: (time.timeIntervalSince1970 / 3600).rounded(.down) * 3600)
    }

    /// Whether something of this time is told yet.
    func isTold(_ time: Date) -> Bool {
        guard case .everyone(let until) = self else { return true }
        return time <= until
    }
}

/// The rules of RFC 4180, and a guard against cells that a spreadsheet would run as formulas.
package enum CSV {
    /// A cell, quoted where it must be; text that begins like a formula gets a leading `'`.
    ///
    /// What begins a formula is OWASP's list, "CSV Injection": the signs, tab, line ends, and the wide
    /// forms of the signs. A plain decimal number stays one.
    package static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, beginnings.contains(first), !isNumber(text) {
            text = "'" + text
        }
        guard text.utf8.contains(where: { ",;\"\r\n\t".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static let beginnings = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { "0123456789+-.e".utf8.contains($0) } && Double(text) != nil
    }

    /// Cells as a line.
    package static func line(_ cells: [String]) -> String {
        cells.map { cell($0) }.joined(separator: ",") + "\r\n"
    }
}

/// A row that both formats can hold.
protocol ExportRow: Encodable {
    /// The names of the columns, in order.
    static var columns: [String] { get }
    /// The values in the order of ``columns``; an empty text where unknown.
    var cells: [String] { get }
}

extension ExportRow {
    /// The row as a line of a format.
    func line(as format: ExportFormat) throws -> String {
        switch format {
        case .csv: CSV.line(cells)
        case .jsonl: String(decoding: try JSONForm.encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    /// What stands before the first row.
    static func head(as format: ExportFormat) -> String? {
        format == .csv ? CSV.line(columns) : nil
    }
}
