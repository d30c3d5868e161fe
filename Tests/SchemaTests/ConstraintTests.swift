import GRDB
import Testing

/// Every rule that the database itself keeps, each with a statement that breaks it.
@Suite struct ConstraintTests {
    @Test func `a battle that was played takes its vote, and counts it`() throws {
        let queue = try played()
        try queue.write { db in
            try db.execute(sql: "UPDATE battles SET state = 'voted'")
            try db.execute(sql: voteStatement(outcome: "b"))
            let tally = try Row.fetchOne(db, sql: "SELECT * FROM pair_tallies")
            #expect(
                tally == [
                    "pool": "real", "first": "one", "second": "two", "first_wins": 0,
                    "second_wins": 1, "ties": 0, "both_bad": 0,
                ])
        }
    }

    @Test(arguments: [
        voteStatement(outcome: "c"), voteStatement(outcome: "A"), voteStatement(sequence: 2),
        voteStatement(sequence: 0), voteStatement(voter: name(8)),
        voteStatement().replacing("'two')", with: "'one')"),
        voteStatement().replacing("'real'", with: "'practice'"),
        voteStatement(kind: "pair"), voteStatement(kind: "audience"),
        voteStatement().replacing("(1, '", with: "('1x', '"),
    ])
    func `a vote that does not fit its battle is refused`(statement: String) throws {
        let queue = try played()
        try queue.write { db in
            try db.execute(sql: "UPDATE battles SET state = 'voted'")
            #expect(throws: DatabaseError.self) { try db.execute(sql: statement) }
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM pair_tallies") == 0)
        }
    }

    @Test(arguments: ["pair", "named", "control"])
    func `a vote on a battle that was not random is kept and not counted`(kind: String) throws {
        let queue = try played(kind: kind)
        try queue.write { db in
            try db.execute(sql: "UPDATE battles SET state = 'voted'")
            #expect(throws: DatabaseError.self) { try db.execute(sql: voteStatement()) }
            try db.execute(sql: voteStatement(kind: kind))
            try db.execute(sql: "INSERT INTO vote_categories VALUES (1, 'code')")
            #expect(try String.fetchAll(db, sql: "SELECT kind FROM votes") == [kind])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM pair_tallies") == 0)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM category_tallies") == 0)
        }
    }

    @Test func `the categories of a vote are counted by pair, once each`() throws {
        let queue = try voted(outcome: "b")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO vote_categories VALUES (1, 'code'), (1, 'code'), (1, 'en')
                    """)
            let tallies = try Row.fetchAll(db, sql: "SELECT * FROM category_tallies")
            let expected = ["code", "en"].map { category in
                [
                    "pool": "real", "category": category, "first": "one", "second": "two",
                    "first_wins": 0, "second_wins": 1, "ties": 0, "both_bad": 0,
                ] as Row
            }
            #expect(tallies == expected)
        }
    }

    @Test(arguments: [
        "INSERT INTO vote_categories VALUES (1, 'code')", "DELETE FROM vote_categories",
        "INSERT OR REPLACE INTO vote_categories VALUES (1, 'code')",
        "UPDATE vote_categories SET category = 'math'",
        "INSERT INTO vote_categories VALUES (2, 'code')",
        "INSERT INTO vote_categories VALUES (1, 'Code')",
        "INSERT INTO vote_categories VALUES (1, '')",
    ])
    func `the categories of a vote stand`(statement: String) throws {
        let queue = try voted()
        try queue.write { db in
            try db.execute(sql: "INSERT INTO vote_categories VALUES (1, 'code')")
        }
        try refuse(statement, in: queue)
        try queue.read { db in
            let counted = try Int.fetchOne(db, sql: "SELECT sum(first_wins) FROM category_tallies")
            #expect(counted == 1)
        }
    }

    @Test func `a vote on a battle that is not voted is refused`() throws {
        let queue = try played()
        try refuse(voteStatement(), in: queue, because: "a vote belongs to a voted battle")
    }

    @Test(arguments: [
        "UPDATE votes SET outcome = 'b'", "UPDATE votes SET sequence = 2", "DELETE FROM votes",
        voteStatement(sequence: 2), "INSERT OR REPLACE" + voteStatement(sequence: 2).dropFirst(6),
        "INSERT OR REPLACE" + voteStatement(sequence: 1).dropFirst(6),
        "UPDATE battles SET state = 'ready'", "UPDATE battles SET voter = '\(name(8))'",
        "UPDATE battles SET a_version = 2, a_contender = 'two'",
        "UPDATE votes SET kind = 'pair'", "UPDATE battles SET kind = 'pair'",
    ])
    func `a vote that was cast stands`(statement: String) throws {
        let queue = try played()
        try queue.write { db in
            try db.execute(sql: "UPDATE battles SET state = 'voted'")
            try db.execute(sql: voteStatement())
        }
        try refuse(statement, in: queue)
        try queue.read { db in
            let outcomes = try String.fetchAll(db, sql: "SELECT outcome FROM votes")
            #expect(outcomes == ["a"])
            #expect(try Int.fetchOne(db, sql: "SELECT sum(first_wins) FROM pair_tallies") == 1)
        }
    }

    @Test(arguments: [
        "DELETE FROM contender_versions", "UPDATE contender_versions SET name = 'Uno'",
        "DELETE FROM battles", "DELETE FROM turns", "UPDATE battles SET state = 'won'",
        "UPDATE battles SET kind = 'chosen'", "UPDATE battles SET probability = 0",
        "UPDATE replies SET side = 'c'",
        "UPDATE replies SET state = 'done'", "UPDATE replies SET finish = 'eos'",
        "UPDATE replies SET state = 'failed'", "UPDATE replies SET fault = 'stalled'",
        "UPDATE replies SET words = 0, text = ''", "UPDATE replies SET tokens_in = 1",
        "UPDATE replies SET tokens_in = -1, tokens_out = 1", "UPDATE replies SET turn = 2",
        "UPDATE replies SET cost = '1.5'", "UPDATE replies SET total_seconds = NULL",
        "INSERT INTO turns VALUES ('\(name(1))', 0, 0, 'Hi')",
        "INSERT INTO turns VALUES ('\(name(2))', 1, 0, 'Hi')",
        "INSERT INTO turns VALUES ('\(name(1))', 2, 'today', 'Hi')",
        """
        INSERT INTO contender_versions
        SELECT 3, version, contender, name, model, provider, upstream_model, settings,
            system_prompt, price_in, price_out, pool, 1
        FROM contender_versions LIMIT 1
        """,
        """
        INSERT INTO contender_versions SELECT 3, version, 'three', name, model, provider,
            upstream_model, settings, system_prompt, 1, NULL, pool, 1
        FROM contender_versions LIMIT 1
        """,
        """
        INSERT INTO battles SELECT 'short', voter, pool, state, a_version, a_contender,
            b_version, b_contender, probability, seal_nonce, seal_digest, opened_at, kind
        FROM battles
        """,
        """
        INSERT INTO battles SELECT '\(name(2))', voter, pool, state, a_version, 'two',
            b_version, b_contender, probability, seal_nonce, seal_digest, opened_at, kind
        FROM battles
        """,
    ])
    func `what was played is not bent`(statement: String) throws {
        try refuse(statement, in: try played())
    }

    @Test func `a battle without a complete turn is never ready or voted`() throws {
        for state in ["ready", "voted"] {
            let queue = try played()
            try queue.write { db in
                try db.execute(
                    sql: """
                        UPDATE replies SET state = 'failed', fault = 'stalled', fault_detail = ''
                        WHERE side = 'b'
                        """)
            }
            try refuse("UPDATE battles SET state = '\(state)'", in: queue)
        }
    }

    @Test(arguments: ["voted", "failed", "expired", "skipped"])
    func `a battle that is over stays over`(state: String) throws {
        let queue = try played()
        try queue.write { db in try db.execute(sql: "UPDATE battles SET state = '\(state)'") }
        try refuse(
            "UPDATE battles SET state = 'ready'", in: queue, because: "a battle that is over")
    }

    @Test(arguments: ["UPDATE snapshots SET as_of = 1", "DELETE FROM snapshots"])
    func `a snapshot stands`(statement: String) throws {
        let queue = try migrated()
        try queue.write { db in
            try db.execute(
                sql: "INSERT INTO snapshots VALUES (1, '0123456789ab', 'real', 0, 1, '{}')")
        }
        try refuse(statement, in: queue)
        try refuse(
            "INSERT INTO snapshots VALUES (2, '0123456789ac', 'real', 0, 1, 'no')", in: queue)
    }

    private func refuse(
        _ statement: String, in queue: DatabaseQueue, because words: String = ""
    ) throws {
        let error = #expect(throws: DatabaseError.self) {
            try queue.write { db in try db.execute(sql: statement) }
        }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
        #expect(error?.message?.contains(words) ?? false || words.isEmpty)
    }
}
