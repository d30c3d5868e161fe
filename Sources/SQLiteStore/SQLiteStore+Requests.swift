package import Arena
package import Foundation
import GRDB

extension SQLiteStore {
    /// The answer that was kept for a voter's request; `nil` for a key he has not used.
    ///
    /// - Throws: ``ArenaError/keyReused`` where something else was asked under the key.
    package func keptAnswer(
        to key: RequestKey, of voter: VoterID
    ) async throws(ArenaError) -> Data? {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT digest, answer FROM kept_answers WHERE voter = ? AND key = ?")
            let row = try Row.fetchOne(statement, arguments: [voter.text, key.text])
            guard let row else { return nil }
            guard row["digest"] == key.digest else { throw ArenaError.keyReused }
            return row["answer"]
        }
    }
}

extension KeptRequest {
    /// Keeps the answer, inside the transaction of what was asked, and forgets old ones.
    ///
    /// - Throws: ``ArenaError/keyReused`` where the key was used meanwhile.
    func keep(
        of voter: VoterID, answering kept: KeptVote?, at time: Date, in db: Database
    ) throws {
        let isUsed = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM kept_answers WHERE voter = ? AND key = ?)")
        if try Bool.fetchOne(isUsed, arguments: [voter.text, key.text]) == true {
            throw ArenaError.keyReused
        }
        let old = try db.cachedStatement(sql: "DELETE FROM kept_answers WHERE at < ?")
        let deadline = time.addingTimeInterval(-Double(RequestKey.days) * 86_400)
        try old.execute(arguments: [deadline.milliseconds])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO kept_answers (voter, key, digest, answer, at) VALUES (?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            voter.text, key.text, key.digest, try answer(kept), time.milliseconds,
        ])
    }
}
