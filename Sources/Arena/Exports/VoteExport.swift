import Crypto
import Foundation

/// All votes, in the order they were cast; a withdrawn vote is not among them.
package struct VoteExport: Sendable {
    private let store: any Store
    private let pool: Pool?
    private let reader: ExportReader

    /// An export of one pool, or of both.
    package init(store: any Store, pool: Pool?, for reader: ExportReader) {
        self.store = store
        self.pool = pool
        self.reader = reader
    }

    /// Hands over the text in pieces; returns how many rows there were.
    package func write(
        as format: ExportFormat, to write: (String) async throws -> Void
    ) async throws -> Int {
        let pseudonyms = Pseudonyms()
        var last: Int64 = 0
        var count = 0
        if let head = VoteRow.head(as: format) { try await write(head) }
        while true {
            let page = try await store.votes(of: pool, after: last, limit: 1000)
            guard let end = page.last else { return count }
            let told = page.filter { reader.isTold($0.vote.castAt) }
            let lines = try told.map { record in
                try VoteRow(
                    record, at: reader.told(record.vote.castAt),
                    pseudonym: pseudonyms.name(of: record.vote.voter)
                ).line(as: format)
            }
            try await write(lines.joined())
            last = end.sequence
            count += told.count
        }
    }
}

/// Names that stand for voters in one export and cannot be joined with another's.
struct Pseudonyms {
    private let key = SymmetricKey(size: .bits256)

    /// The first 64 bits of HMAC-SHA-256 under a key that dies with this export.
    func name(of voter: VoterID) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(voter.text.utf8), using: key)
        return RandomText.hex(Array(code.prefix(8)))
    }
}
