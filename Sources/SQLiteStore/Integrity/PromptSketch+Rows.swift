import Arena
import Foundation
import GRDB

extension PromptSketch {
    /// Days for which sketches are kept besides the one they are of.
    private static let days: Int64 = 1
    /// The most sketches that one is compared with.
    private static let candidates = 20
    /// The fewest marks in common for that.
    private static let commonMarks = 3

    /// The digest that the prompt of a vote counts under: that of the first prompt of the day that
    /// it is near, else its own, and then others may be near it.
    func digest(
        of sequence: Int64, on day: Int64, else own: String, in db: Database
    ) throws -> String {
        if let found = try nearest(on: day, in: db) { return found }
        try db.cachedStatement(
            sql: "INSERT INTO prompt_sketches (sequence, digest, day, sketch) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [sequence, own, day, Data(bytes)])
        let statement = try db.cachedStatement(
            sql: "INSERT INTO prompt_marks (day, mark, sequence) VALUES (?, ?, ?)")
        for mark in marks {
            try statement.execute(arguments: [day, Int64(bitPattern: mark), sequence])
        }
        return own
    }

    /// Forgets the sketches that were kept for long enough on a day.
    static func forget(on day: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM prompt_sketches WHERE day < ?")
            .execute(arguments: [day - Self.days])
    }

    private func nearest(on day: Int64, in db: Database) throws -> String? {
        let places = marks.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: """
                SELECT digest, sketch FROM (
                    SELECT sequence, count(*) AS common FROM prompt_marks
                    WHERE day = ? AND mark IN (\(places))
                    GROUP BY sequence HAVING common >= \(Self.commonMarks)
                    ORDER BY common DESC, sequence LIMIT \(Self.candidates)
                ) JOIN prompt_sketches USING (sequence)
                """)
        let arguments: StatementArguments =
            [day] + StatementArguments(marks.map { Int64(bitPattern: $0) })
        var best: (digest: String, likeness: Double)?
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            guard let other = PromptSketch(bytes: row["sketch"] as Data) else {
                throw UnreadableRow("prompt_sketches.sketch")
            }
            let likeness = likeness(to: other)
            if likeness >= Self.likeness, likeness > best?.likeness ?? 0 {
                best = (row["digest"], likeness)
            }
        }
        return best?.digest
    }

    private var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for hash in hashes {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: hash >> (8 * place))) }
        }
        return bytes
    }

    private init?(bytes: Data) {
        guard bytes.count % 8 == 0 else { return nil }
        var hashes: [UInt64] = []
        for (place, byte) in bytes.enumerated() {
            if place % 8 == 0 { hashes.append(0) }
            hashes[place / 8] |= UInt64(byte) << UInt64(8 * (place % 8))
        }
        self.init(hashes)
    }
}
