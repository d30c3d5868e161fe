import Arena
package import GRDB

/// Work on the database inside a transaction.
package typealias Work<Value> = @Sendable (Database) throws -> Value

/// The one writer: whatever arrives while a transaction is being committed shares the next one.
///
/// Each piece of work has a savepoint of its own, so one that fails leaves nothing behind and takes
/// no other with it; each is answered only after the commit that holds it. Cancelling the caller's
/// task does not cancel the work.
///
/// The first to join a group commits it for all. Once the disk has failed, or the file is damaged,
/// everything is refused until the server is started again. Votes are marked in the anchor before
/// they are answered; those of a group that could not be marked are kept all the same, and nothing is
/// written after them before they are.
actor GroupCommit {
    private let pool: DatabasePool
    private let anchor: AnchorFile
    /// Why nothing is written, where that is because of what the database holds.
    private(set) var damage: LedgerDamage?
    /// Tells once, in words, that the disk failed and nothing can be written any more.
    nonisolated let failures: AsyncStream<String>
    private let failure: AsyncStream<String>.Continuation
    private var waiting: [Job] = []
    private var isCommitting = false
    private var turn: CheckedContinuation<Void, Never>?
    private var end: ArenaError?
    /// Whether the newest votes are kept and not marked in the anchor.
    private var isAnchorBehind = false

    /// A writer for this database; with `damage` it refuses everything from the start.
    init(_ pool: DatabasePool, anchor: AnchorFile, damage: LedgerDamage?) {
        self.pool = pool
        self.anchor = anchor
        self.damage = damage
        end = damage.map { _ in .readOnly }
        (failures, failure) = AsyncStream.makeStream(of: String.self)
    }

    /// Refuses everything from now on.
    func stop(for damage: LedgerDamage) {
        self.damage = self.damage ?? damage
        end = end ?? .readOnly
    }

    /// Takes an error of work beside the groups: the same errors end all writing.
    func note(_ error: any Error) {
        guard error.endsWriting, end == nil else { return }
        finish(error)
    }

    @discardableResult
    private func finish(_ error: any Error) -> ArenaError {
        let words = ArenaError(translating: error).storageWords
        failure.yield(words)
        failure.finish()
        let end = ArenaError.storage("writing has stopped, start the server again: \(words)")
        self.end = end
        return end
    }

    /// Does a piece of work; its result is on stable storage when this returns.
    ///
    /// - Throws: what `work` throws, translated; ``ArenaError/storage(_:)`` when the commit fails.
    func perform<Value: Sendable>(
        _ work: @escaping Work<Value>
    ) async throws(ArenaError) -> Value {
        if let end { throw end }
        guard waiting.isEmpty else { return try await join(work).get() }
        async let commit: Void = commitGroup()
        let result = await join(work)
        await commit
        return try result.get()
    }

    private func join<Value: Sendable>(
        _ work: @escaping Work<Value>
    ) async -> Result<Value, ArenaError> {
        await withCheckedContinuation { caller in
            waiting.append(Job(work, for: caller))
        }
    }

    private func commitGroup() async {
        if isCommitting {
            await withCheckedContinuation { turn = $0 }
        }
        isCommitting = true
        let group = waiting
        waiting = []
        let outcome = await write(group)
        isAnchorBehind = outcome.isAnchorBehind
        if let error = outcome.failure, end == nil { finish(error) }
        isCommitting = false
        turn?.resume()
        turn = nil
    }

    /// Commits a group and answers everyone in it.
    private func write(_ group: [Job]) async -> Outcome {
        if let end {
            for job in group { job.refuse(end) }
            return Outcome()
        }
        return await withCheckedContinuation { [anchor, isAnchorBehind] done in
            pool.asyncWriteWithoutTransaction { db in
                let outcome = Self.commit(
                    group, marking: anchor, first: isAnchorBehind, in: db)
                // Before the answers: the next group would wait behind all who go on with theirs.
                done.resume(returning: outcome)
                for answer in outcome.answers { answer() }
            }
        }
    }

    private static func commit(
        _ group: [Job], marking anchor: AnchorFile, first isBehind: Bool, in db: Database
    ) -> Outcome {
        var outcome = Outcome(isAnchorBehind: isBehind)
        do {
            if isBehind { try anchor.follow(db) }
            outcome.isAnchorBehind = false
            try db.inTransaction(.immediate) {
                outcome.answers = try group.map { try $0.attempt(db) }
                return .commit
            }
        } catch {
            outcome.answers = []
            outcome.failure = error.endsWriting ? error : nil
            if (error as? DatabaseError)?.resultCode == .SQLITE_IOERR { withdraw(in: db) }
            let failure = ArenaError(translating: error)
            for job in group { job.refuse(failure) }
            return outcome
        }
        do {
            try anchor.follow(db)
        } catch {
            // What was committed and synced is kept, whatever became of the mark.
            outcome.isAnchorBehind = true
            outcome.failure = error.endsWriting ? error : nil
        }
        return outcome
    }

    /// Writes over what the log may hold of a transaction that was refused: where only its sync
    /// failed, a start would find it whole and take it for kept. Where this fails too, it may be.
    private static func withdraw(in db: Database) {
        try? db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        if let version = try? Int.fetchOne(db, sql: "PRAGMA user_version") {
            try? db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }

    /// What came of a group.
    private struct Outcome: Sendable {
        /// Tell those in it what came of their work, which is kept.
        var answers: [@Sendable () -> Void] = []
        /// Why nothing more can be written, if so.
        var failure: (any Error)?
        /// Whether what is kept is not marked in the anchor.
        var isAnchorBehind = false
    }
}

/// One piece of work and the way back to who asked for it.
private struct Job: Sendable {
    /// Does the work inside the open transaction; the answer is given after the commit.
    ///
    /// Throws when the transaction cannot go on.
    let attempt: @Sendable (Database) throws -> @Sendable () -> Void
    /// Answers with an error instead.
    let refuse: @Sendable (ArenaError) -> Void

    init<Value: Sendable>(
        _ work: @escaping Work<Value>,
        for caller: CheckedContinuation<Result<Value, ArenaError>, Never>
    ) {
        attempt = { db in
            let result = try Self.result(of: work, in: db)
            return { caller.resume(returning: result) }
        }
        refuse = { caller.resume(returning: .failure($0)) }
    }

    private static func result<Value>(
        of work: Work<Value>, in db: Database
    ) throws -> Result<Value, ArenaError> {
        do {
            var value: Value?
            try db.inSavepoint {
                value = try work(db)
                return .commit
            }
            guard let value else { return .failure(.storage("no result")) }
            return .success(value)
        } catch {
            guard db.isInsideTransaction, !error.endsGroup else { throw error }
            return .failure(ArenaError(translating: error))
        }
    }
}
