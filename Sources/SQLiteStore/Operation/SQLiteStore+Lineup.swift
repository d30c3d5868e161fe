package import Arena
import GRDB

extension SQLiteStore {
    /// What was decided on contenders.
    package func contenderStates() async throws(ArenaError) -> [ContenderID: ContenderState] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM contender_states")
            let states = try rows.map { row in
                let contender: ContenderID = try row.value(
                    "contender", of: "contender_states", as: { ContenderID($0) })
                let status: ContenderState.Status = try row.word("status", of: "contender_states")
                return (
                    contender, ContenderState(status, weight: row["weight"], reason: row["reason"])
                )
            }
            return Dictionary(states) { first, _ in first }
        }
    }

    /// Decides on a contender.
    package func set(
        _ state: ContenderState, of contender: ContenderID, logging entry: AuditEntry
    ) async throws(ArenaError) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO contender_states (contender, status, weight, since, reason)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (contender) DO UPDATE SET status = excluded.status,
                        weight = excluded.weight, since = excluded.since, reason = excluded.reason
                    """,
                arguments: [
                    contender.text, state.status.rawValue, state.weight, entry.at.milliseconds,
                    String(state.reason.prefix(500)),
                ])
            try entry.insert(in: db)
        }
    }

    /// How pairs are drawn, as decided last; `nil` if nobody ever decided.
    package func pairingPolicy() async throws(ArenaError) -> PairingPolicy? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM pairing_policies ORDER BY number DESC LIMIT 1"
            ).map { row in
                PairingPolicy(
                    draw: try row.word("draw", of: "pairing_policies"),
                    controlShare: row["control_share"])
            }
        }
    }

    /// Decides how pairs are drawn.
    package func set(
        _ policy: PairingPolicy, logging entry: AuditEntry
    ) async throws(ArenaError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO pairing_policies (draw, control_share, at) VALUES (?, ?, ?)",
                arguments: [policy.draw.rawValue, policy.controlShare, entry.at.milliseconds])
            try entry.insert(in: db)
        }
    }
}
