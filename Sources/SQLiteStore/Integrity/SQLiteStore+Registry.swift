package import Arena
import Foundation
import GRDB

extension SQLiteStore {
    /// Every contender version that was ever put in play, with its votes; none is ever left out.
    ///
    /// Complexity: linear in the votes.
    package func registry() async throws(ArenaError) -> [RegistryLine] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH met AS MATERIALIZED (
                        SELECT a_version, b_version, count(*) AS votes, max(cast_at) AS last
                        FROM votes JOIN battles ON battles.id = votes.battle
                        GROUP BY a_version, b_version
                    ), counted AS (
                        SELECT number, sum(votes) AS votes, max(last) AS last FROM (
                            SELECT a_version AS number, votes, last FROM met
                            UNION ALL
                            SELECT b_version, votes, last FROM met WHERE b_version <> a_version
                        ) GROUP BY number
                    )
                    SELECT contender, version, pool, min(first_seen) AS first_seen,
                        sum(ifnull(votes, 0)) AS votes, max(last) AS last_vote,
                        (
                            SELECT name FROM contender_versions AS other
                            WHERE other.contender = contender_versions.contender
                            ORDER BY number DESC LIMIT 1
                        ) AS shown, max(model) AS model, provider, max(host) AS host,
                        status, since, reason
                    FROM contender_versions LEFT JOIN counted USING (number)
                        LEFT JOIN version_hosts USING (number)
                        LEFT JOIN contender_states USING (contender)
                    GROUP BY contender, version, pool ORDER BY contender, first_seen, version
                    """
            ).map { try RegistryLine($0) }
        }
    }
}

extension RegistryLine {
    fileprivate init(_ row: Row) throws {
        let (last, since): (Int64?, Int64?) = (row["last_vote"], row["since"])
        self.init(
            contender: try row.value(
                "contender", of: "contender_versions", as: { ContenderID($0) }),
            version: row["version"], name: row["shown"],
            pool: try row.word("pool", of: "contender_versions"),
            firstSeen: Date(milliseconds: row["first_seen"]),
            lastVote: last.map { Span.day.start(of: Date(milliseconds: $0)) },
            votes: row["votes"],
            status: try (row["status"] as String?).map { _ in
                try row.word("status", of: "contender_states")
            } ?? .active, since: since.map(Date.init(milliseconds:)), reason: row["reason"] ?? "",
            model: row["model"], provider: row["provider"], host: row["host"])
    }
}
