import Arena
import GRDB

/// A stored value that this version of the arena cannot read.
struct UnreadableRow: Error {
    /// Table and column.
    let place: String

    init(_ place: String) {
        self.place = place
    }
}

extension ArenaError {
    /// Translates whatever a piece of work on the database threw; the words are for the operator's
    /// log and hold no stored value.
    init(translating error: any Error) {
        self =
            switch error {
            case let error as ArenaError: error
            case let error as DatabaseError where error.resultCode == .SQLITE_FULL: .diskFull
            case let error as AnchorError where error.isFull: .diskFull
            case let error as AnchorError: .storage("arena.anchor: system error \(error.code)")
            case let error as DatabaseError: .storage(error.words)
            case let error as UnreadableRow: .storage("\(error.place) holds an unknown value")
            default: .storage("\(type(of: error))")
            }
    }
}

extension DatabaseError {
    /// Result code and SQLite's own message; neither statement nor values.
    var words: String {
        "SQLite \(extendedResultCode.rawValue): \(message ?? "\(extendedResultCode)")"
    }

    /// Whether nothing that is written after this error can be trusted: a failed `fsync` is not
    /// retried, and a damaged file is not written to.
    var endsWriting: Bool {
        [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode)
    }
}

extension Error {
    /// Whether nothing that is written after this error can be trusted, in the database or beside
    /// it.
    var endsWriting: Bool {
        (self as? DatabaseError)?.endsWriting ?? (self as? AnchorError).map { !$0.isFull } ?? false
    }

    /// Whether this error ends the transaction for all that share it.
    var endsGroup: Bool {
        endsWriting || (self as? DatabaseError)?.resultCode == .SQLITE_FULL
    }
}

extension ArenaError {
    /// The words for the operator's log.
    var storageWords: String {
        if case .storage(let words) = self { return words }
        return "\(self)"
    }
}
