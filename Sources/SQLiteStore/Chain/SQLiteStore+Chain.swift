package import Arena
import GRDB

extension SQLiteStore {
    /// The receipt of a vote, without what it says; `nil` where there is no vote of this number.
    package func receipt(of sequence: Int64) async throws(ArenaError) -> VoteReceipt? {
        try await read { db in try VoteLink.receipt(of: sequence, in: db) }
    }

    /// The receipt of the newest vote, without what it says; `nil` without a vote.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func chainHead() async throws(ArenaError) -> VoteReceipt? {
        try await read { db in try VoteLink.newest(in: db) }
    }

    /// Why nothing is written any more since the start, or since a later look; `nil` while all is
    /// well.
    package func damage() async -> LedgerDamage? {
        await writer?.damage
    }

    /// Walks the whole chain of votes with all texts, piece by piece, and stops all writing where it
    /// breaks.
    ///
    /// - Returns: how many votes were found sound.
    /// - Throws: ``LedgerDamage`` where it breaks; ``ArenaError/storage(_:)``; `CancellationError`
    ///   between two pieces.
    @discardableResult
    package func inspectChain(pieces: Int = 2000) async throws -> Int64 {
        var walk = LedgerWalk()
        do {
            while true {
                try Task.checkCancellation()
                let before = walk
                walk = try await inspect(pieces, from: before)
                if walk == before { return walk.sequence }
            }
        } catch let fault as LedgerFault {
            let damage = LedgerDamage(fault)
            await writer?.stop(for: damage)
            throw damage
        }
    }

    /// Walks some votes in one short read, so that the log can be emptied in between.
    private func inspect(_ count: Int, from start: LedgerWalk) async throws -> LedgerWalk {
        let result: Result<LedgerWalk, LedgerFault> = try await read { db in
            var walk = start
            let accepted = try AcceptedLosses(db)
            let links = try VoteLink.cursor(after: walk.sequence, limit: count, in: db)
            do {
                while let link = try links.next() {
                    try walk.step(
                        try link.entry(readingTexts: true, in: db), mayMiss: accepted.covers)
                }
                return .success(walk)
            } catch let fault as LedgerFault {
                return .failure(fault)
            }
        }
        return try result.get()
    }
}
