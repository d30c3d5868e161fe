package import Arena
package import Foundation
import GRDB

extension SQLiteStore: OperationStore {
    /// Makes an invitation.
    package func invite(
        _ invitation: NewInvitation, logging entry: AuditEntry
    ) async throws(ArenaError) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO invitations (digest, name, made_at, expires_at, uses)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    invitation.digest, invitation.name, entry.at.milliseconds,
                    entry.at.milliseconds + Int64(invitation.days) * 86_400_000, invitation.uses,
                ])
            try entry.insert(in: db)
        }
    }

    /// Revokes an invitation, with the right of all who joined by it, or lets it stand again.
    ///
    /// - Returns: whether that changed anything.
    package func setRevoked(
        _ isRevoked: Bool, invitation: Int64, logging entry: AuditEntry
    ) async throws(ArenaError) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE invitations SET revoked_at = ?
                    WHERE number = ? AND (revoked_at IS NULL) = ?
                    """,
                arguments: [isRevoked ? entry.at.milliseconds : nil, invitation, isRevoked])
            guard db.changesCount == 1 else { return false }
            try entry.insert(in: db)
            return true
        }
    }

    /// Every invitation, the newest first.
    package func invitations() async throws(ArenaError) -> [Invitation] {
        try await read { db in
            try Row.fetchAll(db, sql: Self.invitationQuery + " ORDER BY number DESC")
                .map { Invitation($0) }
        }
    }

    /// The invitation of a code's digest; `nil` if there is none.
    package func invitation(of digest: String) async throws(ArenaError) -> Invitation? {
        try await read { db in try Self.invitation(of: digest, in: db) }
    }

    /// Lets a voter join by an invitation; joining again by the same one changes nothing.
    package func join(
        _ voter: VoterID, by digest: String, at time: Date
    ) async throws(ArenaError) -> Admission {
        try await write { db in
            guard let invitation = try Self.invitation(of: digest, in: db) else { return .unknown }
            let isIn =
                try Bool.fetchOne(
                    db,
                    sql: "SELECT EXISTS (SELECT 1 FROM members WHERE voter = ? AND invitation = ?)",
                    arguments: [voter.text, invitation.number]) ?? false
            if isIn, invitation.revokedAt == nil { return .open }
            let admission = invitation.admission(at: time)
            guard admission == .open else { return admission }
            try db.execute(
                sql: "INSERT INTO members (voter, invitation, joined_at) VALUES (?, ?, ?)",
                arguments: [voter.text, invitation.number, time.milliseconds])
            return .open
        }
    }

    /// Whether a voter joined by an invitation that was not revoked.
    package func isMember(_ voter: VoterID) async throws(ArenaError) -> Bool {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM members JOIN invitations ON number = invitation
                        WHERE voter = ? AND revoked_at IS NULL
                    )
                    """)
            return try Bool.fetchOne(statement, arguments: [voter.text]) ?? false
        }
    }

    private static let invitationQuery = """
        SELECT *, (SELECT count(*) FROM members WHERE invitation = number) AS joined
        FROM invitations
        """

    private static func invitation(of digest: String, in db: Database) throws -> Invitation? {
        let statement = try db.cachedStatement(sql: invitationQuery + " WHERE digest = ?")
        return try Row.fetchOne(statement, arguments: [digest]).map { Invitation($0) }
    }
}

extension Invitation {
    fileprivate init(_ row: Row) {
        let revokedAt: Int64? = row["revoked_at"]
        self.init(
            number: row["number"], name: row["name"], madeAt: Date(milliseconds: row["made_at"]),
            expiresAt: Date(milliseconds: row["expires_at"]), uses: row["uses"],
            joined: row["joined"], revokedAt: revokedAt.map(Date.init(milliseconds:)))
    }
}
