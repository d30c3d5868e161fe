import Arena
import GRDB

/// Holds what a database stores against itself and against its anchor, in one unchanging state.
///
/// Complexity: linear in the votes and the length of all their texts.
struct Inspector {
    let db: Database
    let anchor: LedgerAnchor?
    /// Whether a missing anchor is damage; a copy has none.
    let needsAnchor: Bool

    /// One thing to look at.
    struct Check: Sendable {
        let name: String
        private let look: @Sendable (Inspector) throws -> Inspection.Finding

        /// All of them, in the order in which they are told.
        static let all: [Check] =
            [
                Check(name: "file") { try $0.file() },
                Check(name: "foreign_keys") { try $0.foreignKeys() },
                Check(name: "chain") { try $0.chain() }, Check(name: "anchor") { try $0.mark() },
            ] + VoteRule.all.map { rule in Check(name: rule.name) { try rule.finding(in: $0.db) } }

        /// What is found.
        func finding(by inspector: Inspector) -> Inspection.Finding {
            do {
                return try look(inspector)
            } catch {
                return .broken(name, "It cannot be read: \(error.databaseWords)")
            }
        }
    }

    /// What is there, with nothing looked at yet.
    func inspection() throws -> Inspection {
        Inspection(
            votes: try Int64.fetchOne(db, sql: "SELECT count(*) FROM votes") ?? 0,
            newest: try VoteLink.newest(in: db), anchorSequence: anchor?.sequence,
            acceptedLosses: try Int.fetchOne(db, sql: "SELECT count(*) FROM accepted_losses") ?? 0)
    }

    private func file() throws -> Inspection.Finding {
        let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
        return found == ["ok"]
            ? .sound("file", "SQLite finds nothing wrong")
            : .broken("file", found.joined(separator: "; "))
    }

    private func foreignKeys() throws -> Inspection.Finding {
        let rows = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        guard let first = rows.first else { return .sound("foreign_keys", "every row has its own") }
        return .broken(
            "foreign_keys",
            "\(rows.count) rows point to nothing, the first in \(first[0] as String)")
    }

    private func chain() throws -> Inspection.Finding {
        if let fault = try chainFault() {
            return .broken("chain", at: fault.sequence, fault.description)
        }
        return .sound("chain", "whole up to vote \(try VoteLink.newest(in: db)?.sequence ?? 0)")
    }

    /// Where the chain first breaks; `nil` where it is whole.
    func chainFault() throws -> LedgerFault? {
        var walk = LedgerWalk()
        let accepted = try AcceptedLosses(db)
        let links = try VoteLink.cursor(after: 0, in: db)
        do {
            while let link = try links.next() {
                try walk.step(
                    try link.entry(readingTexts: true, in: db), mayMiss: accepted.covers)
            }
            let linked = try VoteLink.newest(in: db)?.sequence ?? 0
            if linked > walk.sequence { throw LedgerFault(walk.sequence + 1, .missing) }
            return nil
        } catch let fault as LedgerFault {
            return fault
        }
    }

    private func mark() throws -> Inspection.Finding {
        let last = try VoteLink.newest(in: db)?.sequence ?? 0
        guard anchor != nil || needsAnchor else { return .sound("anchor", "a copy needs none") }
        let head = try anchor.flatMap { try VoteLink.receipt(of: $0.sequence, in: db)?.head }
        if let damage = LedgerDamage(anchor, last: last, head: head) {
            return .broken("anchor", at: damage.sequence, damage.description)
        }
        return .sound("anchor", "at vote \(anchor?.sequence ?? 0)")
    }
}

/// A rule about votes, as a query that gives the numbers of those that break it, the first first.
struct VoteRule: Sendable {
    let name: String
    private let meaning: String
    private let query: String

    /// What the query finds.
    func finding(in db: Database) throws -> Inspection.Finding {
        guard let row = try Row.fetchOne(db, sql: query) else { return .sound(name, meaning) }
        let sequence: Int64? = row[0]
        return .broken(name, at: sequence, "Not so: \(meaning).")
    }

    /// All rules.
    static let all = [
        VoteRule(
            name: "one_vote", meaning: "a battle has one vote",
            query: "SELECT max(sequence) FROM votes GROUP BY battle HAVING count(*) > 1 ORDER BY 1"),
        VoteRule(
            name: "answers", meaning: "a vote judges two answers",
            query: """
                SELECT votes.sequence FROM votes LEFT JOIN battles ON battles.id = votes.battle
                WHERE battles.state IS NOT 'voted'
                    OR NOT EXISTS (SELECT 1 FROM complete_turns WHERE battle = votes.battle)
                    OR EXISTS (
                        SELECT 1 FROM replies
                        WHERE battle = votes.battle AND state = 'complete' AND text = ''
                    )
                ORDER BY votes.sequence LIMIT 1
                """),
        VoteRule(
            name: "voters", meaning: "who opened a battle votes on it",
            query: """
                SELECT votes.sequence FROM votes LEFT JOIN battles ON battles.id = votes.battle
                WHERE battles.voter IS NOT votes.voter ORDER BY votes.sequence LIMIT 1
                """),
        VoteRule(
            name: "contenders", meaning: "a vote counts for who played",
            query: """
                SELECT votes.sequence FROM votes LEFT JOIN battles ON battles.id = votes.battle
                WHERE (battles.a_contender, battles.b_contender, battles.pool, battles.kind)
                    IS NOT (votes.a_contender, votes.b_contender, votes.pool, votes.kind)
                ORDER BY votes.sequence LIMIT 1
                """),
        VoteRule(
            name: "rulings", meaning: "a vote counts as the last ruling on it says",
            query: """
                WITH ruled_out AS (
                    SELECT sequence FROM vote_rulings AS ruling
                    WHERE counts = 0 AND number = (
                        SELECT max(number) FROM vote_rulings WHERE sequence = ruling.sequence
                    )
                )
                SELECT * FROM (SELECT sequence FROM uncounted_votes EXCEPT SELECT * FROM ruled_out)
                UNION ALL
                SELECT * FROM (SELECT * FROM ruled_out EXCEPT SELECT sequence FROM uncounted_votes)
                ORDER BY 1 LIMIT 1
                """),
        VoteRule(
            name: "tallies", meaning: "votes are counted right",
            query: "WITH counted AS (\(count("counted_votes", by: "pool"))) "
                + difference("pair_tallies", by: "pool")),
        VoteRule(
            name: "category_tallies", meaning: "votes are counted right in each category",
            query: "WITH counted AS ("
                + count(
                    "counted_votes JOIN vote_categories USING (sequence)", by: "pool, category")
                + ") " + difference("category_tallies", by: "pool, category")),
        VoteRule(
            name: "ledger", meaning: "a day's sums are those of its entries",
            query: """
                WITH days AS (
                    SELECT at - at % 86400000 AS start, provider, cost, worst FROM ledger
                    UNION ALL SELECT at - at % 86400000, '', cost, worst FROM ledger
                ), booked AS (
                    SELECT start, provider, ifnull(sum(cost), 0) AS spent,
                        sum(iif(cost IS NULL, worst, 0)) AS reserved
                    FROM days GROUP BY start, provider
                )
                SELECT NULL FROM (
                    SELECT * FROM (
                        SELECT * FROM booked EXCEPT
                        SELECT start, provider, spent, reserved FROM ledger_totals
                        WHERE span = 'day'
                    )
                    UNION ALL
                    SELECT * FROM (
                        SELECT start, provider, spent, reserved FROM ledger_totals
                        WHERE span = 'day' EXCEPT SELECT * FROM booked
                    )
                )
                """),
    ]

    private static let counts = "first, second, first_wins, second_wins, ties, both_bad"

    private static func count(_ source: String, by group: String) -> String {
        """
        SELECT \(group), min(a_contender, b_contender) AS first,
            max(a_contender, b_contender) AS second,
            sum(outcome = iif(a_contender < b_contender, 'a', 'b')) AS first_wins,
            sum(outcome = iif(a_contender < b_contender, 'b', 'a')) AS second_wins,
            sum(outcome = 'tie') AS ties, sum(outcome = 'both_bad') AS both_bad
        FROM \(source) GROUP BY \(group), first, second
        """
    }

    /// Rows that only one of the two has; a tally of nothing is as good as none.
    private static func difference(_ table: String, by group: String) -> String {
        """
        SELECT NULL FROM (
            SELECT * FROM (
                SELECT \(group), \(counts) FROM counted
                EXCEPT SELECT \(group), \(counts) FROM \(table)
            )
            UNION ALL
            SELECT * FROM (
                SELECT \(group), \(counts) FROM \(table)
                WHERE first_wins + second_wins + ties + both_bad > 0
                EXCEPT SELECT \(group), \(counts) FROM counted
            )
        )
        """
    }
}
