package import Arena
import GRDB

extension SQLiteStore {
    /// Keeps a new battle with its turn; its contenders are recorded where they are not yet.
    ///
    /// - Throws: ``ArenaError/diskLow`` when what is left of the disk is for votes.
    package func open(
        _ battle: Battle, for request: KeptRequest?
    ) async throws(ArenaError) {
        guard !battle.state.isOver else { throw .closed(battle.state) }
        guard await headroom?.isEnough ?? true else { throw .diskLow }
        try await write { db in
            try battle.insert(in: db)
            try request?.keep(of: battle.voter, answering: nil, at: battle.openedAt, in: db)
        }
    }

    /// Keeps a further turn that has just begun.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/stillWriting``,
    ///   ``ArenaError/closed(_:)``, ``ArenaError/alreadyVoted(_:)``.
    package func begin(_ turn: Turn, of battle: BattleID) async throws(ArenaError) {
        try await write { db in
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE battles SET state = 'streaming'
                    WHERE id = ? AND state IN ('created', 'ready')
                    """)
            try statement.execute(arguments: [battle.text])
            guard db.changesCount == 1 else { throw try Self.refusal(of: battle, in: db) }
            try turn.insert(battle, in: db)
        }
    }

    /// Keeps the replies of a turn that has ended, and the battle's new state.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/closed(_:)``,
    ///   ``ArenaError/alreadyVoted(_:)``; ``ArenaError/storage(_:)`` when the turn is not being
    ///   written.
    package func close(
        _ turn: Turn, of battle: BattleID, leaving state: BattleState
    ) async throws(ArenaError) {
        let columns = turn.replies.map(\.columns)
        try await write { db in
            let before = try BattleState.fetch(of: battle, in: db)
            guard before == .streaming else { throw try Self.refusal(of: battle, in: db) }
            let written = try Reply.sidesBeingWritten(battle, turn: turn.number, in: db)
            guard !written.isEmpty else {
                throw ArenaError.storage("no reply is being written in turn \(turn.number)")
            }
            for side in written {
                try Reply.update(
                    battle, turn: turn.number, side: side, to: columns[side], in: db)
            }
            let statement = try db.cachedStatement(
                sql: "UPDATE battles SET state = ? WHERE id = ?")
            try statement.execute(arguments: [state.rawValue, battle.text])
        }
    }

    /// A battle as it stands in the store; `nil` if there is none.
    package func battle(_ id: BattleID) async throws(ArenaError) -> Battle? {
        try await read { db in try Battle.fetch(id, in: db) }
    }

    /// Ends a battle without a vote, as `skipped` or `expired`; one that is over stays as it is.
    ///
    /// Replies still being written are failed.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``; ``ArenaError/invalid(field:reason:)`` for another
    ///   state.
    package func end(_ battle: BattleID, as state: BattleState) async throws(ArenaError) {
        guard state == .skipped || state == .expired else {
            throw .invalid(field: "state", reason: "A battle is ended as skipped or expired.")
        }
        try await write { db in
            guard let before = try BattleState.fetch(of: battle, in: db) else {
                throw ArenaError.noSuchBattle
            }
            guard !before.isOver else { return }
            try Self.cancelReplies(of: battle, in: db)
            let statement = try db.cachedStatement(
                sql: "UPDATE battles SET state = ? WHERE id = ?")
            try statement.execute(arguments: [state.rawValue, battle.text])
        }
    }

    /// Why a battle does not take what was asked of it.
    static func refusal(of battle: BattleID, in db: Database) throws -> ArenaError {
        switch try BattleState.fetch(of: battle, in: db) {
        case nil: .noSuchBattle
        case .voted: .alreadyVoted(battle)
        case .streaming: .stillWriting
        case .created, .ready: .storage("no turn is being written")
        case .failed: .closed(.failed)
        case .expired: .closed(.expired)
        case .skipped: .closed(.skipped)
        }
    }

    private static func cancelReplies(of battle: BattleID, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE replies SET state = 'failed', fault = 'cancelled', fault_detail = ''
                WHERE battle = ? AND state = 'writing'
                """)
        try statement.execute(arguments: [battle.text])
    }
}
