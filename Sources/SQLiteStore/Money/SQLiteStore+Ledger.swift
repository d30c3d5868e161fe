package import Arena
package import Catalogue
package import Foundation
import GRDB

extension SQLiteStore: LedgerStore {
    /// Sets money aside for requests, all or none, in one write.
    ///
    /// - Throws: ``ArenaError/budgetUsed(opens:)`` where a ceiling would be passed.
    package func claim(
        _ claims: [Claim], margins: [String: Money], within budget: Budget, at time: Date
    ) async throws(ArenaError) {
        guard !claims.isEmpty || !margins.isEmpty else { return }
        try await write { db in
            if budget.isLimited {
                let held = try Held.fetch(by: claims.first?.voter, at: time, in: db)
                try budget.admit(claims, margins: margins, beside: held, at: time)
            }
            for claim in claims { try claim.insert(at: time, in: db) }
        }
    }

    /// Books what requests cost; money that was settled before stays as it was.
    package func settle(_ settlements: [Settlement]) async throws(ArenaError) {
        try await write { db in
            for settlement in settlements { try settlement.book(in: db) }
        }
    }

    /// Books what a stop left behind; only to be called before the first battle is played.
    package func settleAbandoned() async throws(ArenaError) -> Int {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE ledger SET (cost, basis) = (
                        SELECT
                            iif(known IS NOT NULL, known, iif(is_stored, worst, 0)),
                            iif(known IS NOT NULL, 'reported', iif(is_stored, 'full', 'unsent'))
                        FROM (
                            SELECT EXISTS (
                                SELECT 1 FROM replies AS reply WHERE reply.battle = ledger.battle
                                    AND reply.turn = ledger.turn AND reply.side = ledger.side
                            ) AS is_stored, (
                                SELECT reply.cost FROM replies AS reply
                                WHERE reply.battle = ledger.battle AND reply.turn = ledger.turn
                                    AND reply.side = ledger.side AND reply.state = 'complete'
                            ) AS known
                        )
                    )
                    WHERE cost IS NULL
                    """)
            return db.changesCount
        }
    }

    /// What stands against the ceilings in the spans that hold a moment.
    package func held(by voter: VoterID?, at time: Date) async throws(ArenaError) -> Held {
        try await read { db in try Held.fetch(by: voter, at: time, in: db) }
    }

    /// What was spent and what is set aside in the span that holds a moment, by provider.
    package func totals(
        in span: Span, at time: Date
    ) async throws(ArenaError) -> [String: LedgerTotal] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM ledger_totals WHERE span = ? AND start = ?",
                arguments: [span.rawValue, span.start(of: time).milliseconds])
            return Dictionary(
                rows.map { row in
                    (
                        row["provider"],
                        LedgerTotal(
                            spent: Money(picodollars: row["spent"]),
                            reserved: Money(picodollars: row["reserved"]))
                    )
                }
            ) { first, _ in first }
        }
    }

    /// What was set aside and spent since a moment, by day, provider and contender.
    package func ledger(since: Date) async throws(ArenaError) -> [LedgerLine] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT at - at % 86400000 AS day, provider, contender, count(*) AS requests,
                        sum(iif(cost IS NULL, worst, 0)) AS reserved,
                        sum(iif(basis = 'reported', cost, 0)) AS reported,
                        sum(iif(basis <> 'reported', cost, 0)) AS estimated
                    FROM ledger WHERE at >= ? GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3
                    """,
                arguments: [since.milliseconds]
            ).map { row in
                LedgerLine(
                    day: Date(milliseconds: row["day"]), provider: row["provider"],
                    contender: try row.value(
                        "contender", of: "ledger", as: { ContenderID($0) }),
                    requests: row["requests"], reserved: Money(picodollars: row["reserved"]),
                    reported: Money(picodollars: row["reported"] ?? 0),
                    estimated: Money(picodollars: row["estimated"] ?? 0))
            }
        }
    }
}

extension Claim {
    fileprivate func insert(at time: Date, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO ledger (battle, turn, side, voter, provider, contender, at, worst)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            reply.battle.text, reply.turn, reply.side.rawValue, voter.text, provider,
            contender.text, time.milliseconds, worst.picodollars,
        ])
    }
}

extension Settlement {
    fileprivate func book(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE ledger SET cost = ifnull(?, worst), basis = ?
                WHERE battle = ? AND turn = ? AND side = ? AND cost IS NULL
                """)
        try statement.execute(arguments: [
            cost?.picodollars, basis.rawValue, reply.battle.text, reply.turn,
            reply.side.rawValue,
        ])
    }
}

extension Held {
    fileprivate static func fetch(
        by voter: VoterID?, at time: Date, in db: Database
    ) throws -> Held {
        var held = Held()
        for span in Span.allCases {
            let start = span.start(of: time).milliseconds
            let totals = try db.cachedStatement(
                sql: """
                    SELECT provider, spent + reserved AS held FROM ledger_totals
                    WHERE span = ? AND start = ?
                    """)
            for row in try Row.fetchAll(totals, arguments: [span.rawValue, start]) {
                let (provider, sum): (String, Int64) = (row["provider"], row["held"])
                if provider.isEmpty {
                    held.all[span] = Money(picodollars: sum)
                } else {
                    held.byProvider[provider, default: [:]][span] = Money(picodollars: sum)
                }
            }
            guard let voter else { continue }
            let own = try db.cachedStatement(
                sql: """
                    SELECT ifnull(sum(ifnull(cost, worst)), 0) FROM ledger
                    WHERE voter = ? AND at >= ?
                    """)
            held.voter[span] = Money(
                picodollars: try Int64.fetchOne(own, arguments: [voter.text, start]) ?? 0)
        }
        return held
    }
}
