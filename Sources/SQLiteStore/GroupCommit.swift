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
/// everything is refused until the server is started again.
actor GroupCommit {
    private let pool: DatabasePool
    private var waiting: [Job] = []
    private var isCommitting = false
    private var turn: CheckedContinuation<Void, Never>?
    private var end: ArenaError?

    /// A writer for this database.
    init(_ pool: DatabasePool) {
        self.pool = pool
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
        end = await write(group)
        isCommitting = false
        turn?.resume()
        turn = nil
    }

    /// Commits a group and answers everyone in it; returns why nothing more can be written, if so.
    private func write(_ group: [Job]) async -> ArenaError? {
        if let end {
            for job in group { job.refuse(end) }
            return end
        }
        return await withCheckedContinuation { done in
            pool.asyncWriteWithoutTransaction { db in
                done.resume(returning: Self.commit(group, in: db))
            }
        }
    }

    private static func commit(_ group: [Job], in db: Database) -> ArenaError? {
        do {
            var answers: [() -> Void] = []
            try db.inTransaction(.immediate) {
                answers = try group.map { try $0.attempt(db) }
                return .commit
            }
            for answer in answers { answer() }
            return nil
        } catch {
            let failure = ArenaError(translating: error)
            for job in group { job.refuse(failure) }
            guard let error = error as? DatabaseError, error.endsWriting else { return nil }
            return .storage("writing has stopped, start the server again: \(error.words)")
        }
    }
}

/// One piece of work and the way back to who asked for it.
private struct Job: Sendable {
    /// Does the work inside the open transaction; the answer is given after the commit.
    ///
    /// Throws when the transaction cannot go on.
    let attempt: @Sendable (Database) throws -> () -> Void
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
            let endsWriting = (error as? DatabaseError)?.endsWriting ?? false
            guard db.isInsideTransaction, !endsWriting else { throw error }
            return .failure(ArenaError(translating: error))
        }
    }
}
