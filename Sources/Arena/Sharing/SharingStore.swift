package import struct Foundation.Date

/// Where shared battles, what others made of them, and reports are kept.
///
/// Every method throws ``ArenaError/storage(_:)`` when the store cannot do its work.
package protocol SharingStore: Sendable {
    /// Opens a voted battle to whoever has its link; once more changes nothing.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when it is not this voter's, or has no vote.
    func share(_ battle: BattleID, by voter: VoterID, at time: Date) async throws(ArenaError)

    /// Closes it again; what was judged meanwhile stays.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when it is not this voter's.
    func endSharing(_ battle: BattleID, by voter: VoterID) async throws(ArenaError)

    /// Whether a battle is open to others.
    func isShared(_ battle: BattleID) async throws(ArenaError) -> Bool

    /// What others made of a battle, by who they are.
    func judgements(of battle: BattleID) async throws(ArenaError) -> [VoterID: Judgement]

    /// Keeps what somebody made of a shared battle; once.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` when it is not shared, ``ArenaError/alreadyVoted(_:)``.
    func keep(_ judgement: Judgement, of battle: BattleID, by judge: VoterID)
        async throws(ArenaError)

    /// Keeps a report; a second one of the same visitor on the same battle takes its place.
    ///
    /// - Returns: whether it was kept: one visitor has ``Report/dailyLimit`` in 24 hours.
    func add(_ report: Report, by reporter: VoterID) async throws(ArenaError) -> Bool

    /// Reports, open ones first, then the newest; at most `limit`.
    func reports(limit: Int) async throws(ArenaError) -> [NumberedReport]

    /// Marks a report as seen to; where asked, takes its battle out of what anyone can read.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` when there is no such open report.
    func close(
        report number: Int64, takingDown: Bool, at time: Date, logging entry: AuditEntry
    ) async throws(ArenaError)
}
