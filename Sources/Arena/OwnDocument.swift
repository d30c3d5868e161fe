import Ratings

package import struct Foundation.Date

/// All of a voter's own, as `GET /api/v1/me` and `/me.json` give it.
package struct OwnDocument: Encodable, Sendable {
    /// One battle: as `GET /api/v1/battles/{id}` gives it, and when it was opened.
    package struct Entry: Encodable, Sendable {
        private let openedAt: Date
        private let battle: BattleDocument

        /// A battle as its voter may see it.
        package init(_ own: OwnBattle) {
            openedAt = own.openedAt
            battle = BattleDocument(own.blind, reveal: own.reveal)
        }

        /// The battle's own fields, and the time beside them.
        package func encode(to encoder: any Encoder) throws {
            try battle.encode(to: encoder)
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(openedAt, forKey: .openedAt)
        }

        private enum Key: String, CodingKey { case openedAt }
    }

    /// One private leaderboard.
    package struct Board: Encodable, Sendable {
        /// One contender on it.
        package struct Row: Encodable, Sendable {
            let model: String
            let votes: Int
            let wins: Int
            let losses: Int
            let winShare: Double?
            let ci: [Double]?
        }

        let pool: Pool
        let votes: Int
        let models: [Row]
        let comparedWithCrowd: Int
        let agreedWithCrowd: Int

        /// A record as the API tells it.
        package init(_ record: OwnRecord) {
            pool = record.pool
            votes = record.votes
            comparedWithCrowd = record.compared
            agreedWithCrowd = record.agreed
            models = record.rows.map { row in
                Row(
                    model: row.contender.text, votes: row.votes, wins: row.wins,
                    losses: row.losses, winShare: row.winShare?.value,
                    ci: row.winShare.map { [$0.interval.low, $0.interval.high] })
            }
        }
    }

    private let votes: Int
    private let boards: [Board]
    private let battles: [Entry]
    private let next: String?

    /// A page of battles, and the private leaderboards over all votes.
    ///
    /// - Parameter next: opens the next page as `?cursor=`.
    package init(votes: Int, records: [OwnRecord], battles: [OwnBattle], next: String?) {
        self.votes = votes
        boards = records.map(Board.init)
        self.battles = battles.map(Entry.init)
        self.next = next
    }
}

/// What an erasure did, as `DELETE /api/v1/me` answers.
package struct ErasureDocument: Encodable, Sendable {
    private let battles: Int
    private let votes: Int

    /// An erasure as the API tells it.
    package init(_ erasure: Erasure) {
        battles = erasure.battles
        votes = erasure.votes
    }
}

extension BattleCursor {
    /// Reads the opaque text of ``text``; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0], radix: 36),
            abs(milliseconds) < 1 << 50, let id = BattleID(String(parts[1]))
        else { return nil }
        self.init(
            openedAt: Date(timeIntervalSince1970: Double(milliseconds) / 1000), id: id)
    }

    /// The place as an address holds it.
    package var text: String {
        let milliseconds = Int64((openedAt.timeIntervalSince1970 * 1000).rounded())
        return String(milliseconds, radix: 36) + "." + id.text
    }
}
