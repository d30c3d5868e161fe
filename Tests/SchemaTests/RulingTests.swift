import GRDB
import Testing

/// What the database does when a vote is ruled out, and in again.
@Suite struct RulingTests {
    private func rule(_ counts: Int, on sequence: Int = 1, reason: String = "operator") -> String {
        """
        INSERT INTO vote_rulings (sequence, counts, reason, author, at)
        VALUES (\(sequence), \(counts), '\(reason)', 'arena', 0)
        """
    }

    private func tallies(_ db: Database) throws -> [[Int]] {
        try ["pair_tallies", "category_tallies"].flatMap { table in
            try Row.fetchAll(
                db, sql: "SELECT first_wins, second_wins, ties, both_bad FROM \(table)")
        }.map { row in (0..<4).map { row[$0] } }
    }

    @Test(arguments: zip(["a", "b", "tie", "both_bad"], 0..<4))
    func `a vote ruled out leaves the tallies and comes back ruled in`(
        outcome: String, column: Int
    ) throws {
        let one = (0..<4).map { $0 == column ? 1 : 0 }
        try voted(outcome: outcome).write { db in
            try db.execute(sql: "INSERT INTO vote_categories VALUES (1, 'code')")
            #expect(try tallies(db) == [one, one])
            try db.execute(sql: rule(0))
            #expect(try tallies(db) == [[0, 0, 0, 0], [0, 0, 0, 0]])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM counted_votes") == 0)
            try db.execute(sql: rule(1))
            #expect(try tallies(db) == [one, one])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM counted_votes") == 1)
        }
    }

    @Test func `categories given to a vote that is out are counted when it comes back`() throws {
        try voted().write { db in
            try db.execute(sql: rule(0))
            try db.execute(sql: "INSERT INTO vote_categories VALUES (1, 'code')")
            #expect(try tallies(db) == [[0, 0, 0, 0]])
        }
    }

    @Test func `a ruling says something new, for a reason of the list, and stays`() throws {
        try voted().write { db in
            #expect(throws: DatabaseError.self) { try db.execute(sql: rule(1)) }
            #expect(throws: DatabaseError.self) { try db.execute(sql: rule(0, reason: "mood")) }
            #expect(throws: DatabaseError.self) { try db.execute(sql: rule(0, on: 2)) }
            try db.execute(sql: rule(0, reason: "self_named"))
            #expect(throws: DatabaseError.self) { try db.execute(sql: rule(0)) }
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "UPDATE vote_rulings SET note = 'x'")
            }
            #expect(throws: DatabaseError.self) { try db.execute(sql: "DELETE FROM vote_rulings") }
        }
    }

    @Test func `a failed battle may go on, one that is over otherwise may not`() throws {
        try played().write { db in
            try db.execute(sql: "UPDATE battles SET state = 'failed'")
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "UPDATE battles SET state = 'ready'")
            }
            try db.execute(sql: "UPDATE battles SET state = 'streaming'")
            try db.execute(sql: "UPDATE battles SET state = 'skipped'")
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "UPDATE battles SET state = 'streaming'")
            }
        }
    }
}
