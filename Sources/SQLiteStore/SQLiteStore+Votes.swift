package import Arena
import GRDB

extension SQLiteStore {
    /// Keeps a vote: one transaction that finds the battle ready and this voter's, marks it voted,
    /// writes the vote with the categories of its battle and counts it in each, unless the ballot
    /// says that it does not count.
    ///
    /// - Returns: the vote's receipt, and why it does not count. Numbers are given in the order of
    ///   the commits; callers at the same time may hear of them in another order.
    /// - Throws: ``ArenaError/noSuchBattle``, also to anyone but its voter;
    ///   ``ArenaError/notComplete``, ``ArenaError/alreadyVoted(_:)``, ``ArenaError/closed(_:)``.
    package func cast(
        _ ballot: Ballot, for request: KeptRequest?
    ) async throws(ArenaError) -> KeptVote {
        let vote = ballot.vote
        return try await write { db in
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE battles SET state = 'voted'
                    WHERE id = ? AND state = 'ready' AND voter = ?
                    """)
            try statement.execute(arguments: [vote.battle.text, vote.voter.text])
            guard db.changesCount == 1 else { throw try Self.refusal(of: vote, in: db) }
            let sequence = try vote.insert(in: db)
            try Category.insert(ballot.categories, of: sequence, in: db)
            if let styles = ballot.styles { try ReplyStyle.insert(styles, of: sequence, in: db) }
            let reason = try ballot.insertDetails(of: sequence, in: db)
            let kept = KeptVote(try VoteLink.append(sequence, in: db), without: reason)
            try request?.keep(of: vote.voter, answering: kept, at: vote.castAt, in: db)
            return kept
        }
    }

    private static func refusal(of vote: Vote, in db: Database) throws -> ArenaError {
        let statement = try db.cachedStatement(
            sql: "SELECT state FROM battles WHERE id = ? AND voter = ?")
        let arguments: StatementArguments = [vote.battle.text, vote.voter.text]
        guard let row = try Row.fetchOne(statement, arguments: arguments) else {
            return .noSuchBattle
        }
        let state: BattleState = try row.word("state", of: "battles")
        return switch state {
        case .voted: .alreadyVoted(vote.battle)
        case .created, .streaming, .ready: .notComplete
        case .failed, .expired, .skipped: .closed(state)
        }
    }
}
