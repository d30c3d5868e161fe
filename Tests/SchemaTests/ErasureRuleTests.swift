import GRDB
import Testing

/// What the database allows only as a part of an erasure.
@Suite struct ErasureRuleTests {
    private let erase = "INSERT INTO erasures VALUES ('\(name(1))', '\(name(5))', 86400000)"

    @Test(arguments: [
        "UPDATE battles SET voter = '\(name(5))'", "UPDATE votes SET voter = '\(name(5))'",
        "UPDATE turns SET prompt = '[erased]'", "UPDATE turns SET prompt = 'Ho'",
        "UPDATE votes SET outcome = 'b'", "UPDATE battles SET pool = 'practice'",
    ])
    func `without an erasure neither voter nor prompt nor vote changes`(statement: String) throws {
        try voted().write { db in
            #expect(throws: DatabaseError.self) { try db.execute(sql: statement) }
        }
    }

    @Test(arguments: [
        "UPDATE battles SET voter = '\(name(6))'", "UPDATE votes SET voter = '\(name(6))'",
        "UPDATE votes SET outcome = 'b'", "UPDATE turns SET prompt = 'Ho'",
        "UPDATE replies SET text = 'Ho'", "DELETE FROM erasures", "UPDATE erasures SET at = 0",
        "INSERT INTO turns VALUES ('\(name(1))', 2, 0, 'More')",
        "INSERT INTO vote_comments VALUES (1, 'after', 'Well')", "DELETE FROM votes",
    ])
    func `after an erasure nothing further changes`(statement: String) throws {
        try voted().write { db in
            try db.execute(sql: erase)
            #expect(throws: DatabaseError.self) { try db.execute(sql: statement) }
        }
    }

    @Test(arguments: [
        "INSERT INTO erasures VALUES ('\(name(2))', '\(name(5))', 0)",
        "INSERT INTO erasures VALUES ('\(name(1))', '\(name(9))', 0)",
        "INSERT INTO erasures VALUES ('\(name(1))', 'short', 0)",
        "INSERT INTO erasures VALUES ('\(name(1))', '\(name(5))', 1)",
    ])
    func `an erasure is of a battle, under a fresh name, on a day`(statement: String) throws {
        try voted().write { db in
            #expect(throws: DatabaseError.self) { try db.execute(sql: statement) }
        }
    }

    @Test func `an erasure takes name, texts and comments, and leaves the numbers`() throws {
        try voted().write { db in
            try db.execute(sql: "INSERT INTO vote_comments VALUES (1, 'before', 'Nice')")
            try db.execute(sql: erase)
            #expect(
                try String.fetchAll(
                    db, sql: "SELECT voter FROM battles UNION ALL SELECT voter FROM votes")
                    == [name(5), name(5)])
            #expect(try String.fetchAll(db, sql: "SELECT prompt FROM turns") == ["[erased]"])
            #expect(
                try String.fetchAll(db, sql: "SELECT text FROM replies")
                    == ["[erased]", "[erased]"])
            #expect(try Int.fetchAll(db, sql: "SELECT words FROM replies") == [1, 1])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM vote_comments") == 0)
            #expect(try String.fetchAll(db, sql: "SELECT state FROM battles") == ["voted"])
        }
    }

    @Test func `a battle that was not over is over after its erasure`() throws {
        try played().write { db in
            try db.execute(sql: erase)
            #expect(try String.fetchAll(db, sql: "SELECT state FROM battles") == ["skipped"])
        }
    }
}
