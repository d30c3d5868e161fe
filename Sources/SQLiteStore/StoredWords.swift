import Foundation
import GRDB

extension Date {
    /// Milliseconds since 1970, as times are stored.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    /// A stored time.
    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Row {
    /// A word of a closed set.
    ///
    /// - Throws: ``UnreadableRow`` for a word that is not of the set.
    func word<Word: RawRepresentable<String>>(
        _ column: String, of table: String
    ) throws -> Word {
        try value(column, of: table, as: Word.init(rawValue:))
    }

    /// A value made from a text.
    ///
    /// - Throws: ``UnreadableRow`` where `make` gives `nil`.
    func value<Value>(
        _ column: String, of table: String, as make: (String) -> Value?
    ) throws -> Value {
        let text: String = self[column]
        guard let value = make(text) else { throw UnreadableRow("\(table).\(column)") }
        return value
    }
}
