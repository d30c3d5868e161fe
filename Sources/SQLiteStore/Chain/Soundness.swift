import Arena
import Foundation
import GRDB

/// Whether a database is what was acknowledged, as far as a start can wait for the answer.
///
/// SQLite's own check is run on files up to ``quickCheckLimit``; of the chain the newest
/// ``tail`` votes are walked, without their texts, from a head that is believed. The rest is
/// ``SQLiteStore/inspectChain()``'s, which the server runs once it is up.
enum Soundness {
    /// Bytes of the largest file that SQLite checks at a start: it reads all of it.
    static let quickCheckLimit: Int64 = 256 << 20
    /// Votes that a start walks: some tenths of a second.
    static let tail: Int64 = 20_000

    /// What is wrong with a database; `nil` where nothing is found.
    static func damage(in db: Database, anchor: LedgerAnchor?) -> LedgerDamage? {
        do {
            if let words = try quickCheck(db) { return LedgerDamage(.file, words) }
            return try chainDamage(in: db, anchor: anchor)
        } catch let fault as LedgerFault {
            return LedgerDamage(fault)
        } catch {
            return LedgerDamage(.file, "SQLite cannot read the file: \(error.databaseWords)")
        }
    }

    /// What is wrong between chain and anchor, and with the newest votes.
    private static func chainDamage(
        in db: Database, anchor: LedgerAnchor?
    ) throws -> LedgerDamage? {
        let last = try Int64.fetchOne(db, sql: "SELECT ifnull(max(sequence), 0) FROM votes") ?? 0
        let linked = try VoteLink.newest(in: db)?.sequence ?? 0
        if last < linked { throw LedgerFault(last + 1, .missing) }
        try walk(after: max(0, last - tail), in: db)
        let head = try anchor.flatMap { try VoteLink.receipt(of: $0.sequence, in: db)?.head }
        return LedgerDamage(anchor, last: last, head: head)
    }

    private static func walk(after start: Int64, in db: Database) throws {
        let before = try VoteLink.receipt(of: start, in: db)
        // Without the link before, the walk begins at the first vote and finds what is missing.
        var walk = LedgerWalk(after: before?.sequence ?? 0, head: before?.head ?? .start)
        let accepted = try AcceptedLosses(db)
        let links = try VoteLink.cursor(after: walk.sequence, in: db)
        while let link = try links.next() {
            try walk.step(
                try link.entry(readingTexts: false, in: db), mayMiss: accepted.covers)
        }
    }

    private static func quickCheck(_ db: Database) throws -> String? {
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let size = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        guard pages * size <= quickCheckLimit else { return nil }
        let found = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
        return found == ["ok"] ? nil : found.joined(separator: "; ")
    }
}

/// The numbers of votes that an operator accepted as lost or changed.
struct AcceptedLosses: Sendable {
    private let ranges: [ClosedRange<Int64>]

    /// All that was accepted so far.
    init(_ db: Database) throws {
        ranges = try Row.fetchAll(
            db, sql: "SELECT first_sequence, last_sequence FROM accepted_losses"
        ).compactMap { row in
            let (first, last): (Int64, Int64) = (row[0], row[1])
            return first <= last ? first...last : nil
        }
    }

    /// Whether a vote of this number may be missing.
    func covers(_ sequence: Int64) -> Bool { ranges.contains { $0.contains(sequence) } }
}

extension Error {
    /// Result code and message of SQLite's, or the error's type; never a stored value.
    var databaseWords: String { (self as? DatabaseError)?.words ?? "\(type(of: self))" }
}
