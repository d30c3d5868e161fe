package import Arena
import GRDB

package import struct Foundation.Date

extension SQLiteStore {
    /// What contenders were reported to be in battles opened since a moment, the oldest first.
    ///
    /// Complexity: linear in the battles since then.
    package func reportedModels(since: Date) async throws(ArenaError) -> [ReportedModel] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT CASE r.side WHEN 'a' THEN b.a_contender ELSE b.b_contender END AS contender,
                        r.upstream_model AS name, min(b.opened_at) AS first,
                        max(b.opened_at) AS last, count(*) AS replies
                    FROM battles AS b JOIN replies AS r ON r.battle = b.id
                    WHERE b.opened_at >= ? AND r.upstream_model IS NOT NULL
                    GROUP BY 1, 2 ORDER BY first, name
                    """,
                arguments: [since.milliseconds])
            return try rows.map { row in
                let (first, last): (Int64, Int64) = (row["first"], row["last"])
                return ReportedModel(
                    contender: try row.value(
                        "contender", of: "battles", as: { ContenderID($0) }),
                    name: row["name"],
                    opened: Date(milliseconds: first)...Date(milliseconds: last),
                    replies: row["replies"])
            }
        }
    }
}
