import Foundation
import Ratings
import Testing

/// A small comma-separated table beside the tests; no field of ours holds a comma.
struct Fixture {
    let rows: [[String]]

    /// Reads `Fixtures/<name>.csv`.
    init(_ name: String) throws {
        try self.init(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/\(name).csv"))
    }

    init(contentsOf file: URL) throws {
        rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The numbers of one column by the names in the first, empty fields left out.
    func column(_ name: String) throws -> [String: Double] {
        let place = try #require(rows.first?.firstIndex(of: name))
        var values: [String: Double] = [:]
        for row in rows.dropFirst() { values[row[0]] = Double(row[place]) }
        return values
    }

    /// Votes in file order: a line of contenders, a heading, then one line a vote.
    func votes() throws -> [FixtureVote] {
        let names = Array(rows[0].dropFirst())
        return try rows.dropFirst(2).map { row in
            FixtureVote(
                a: names[try #require(Int(row[0]))], b: names[try #require(Int(row[1]))],
                outcome: try #require(Outcome(rawValue: row[2])),
                voter: row[3].isEmpty ? nil : row[3])
        }
    }

    /// A tally: a line of contenders, a heading, then one line a pair.
    func tally() throws -> Tally {
        let pairs = try rows.dropFirst(2).map { row in
            let counts = try row.map { try #require(Int($0)) }
            return PairTally(
                first: counts[0], second: counts[1], firstWins: counts[2],
                secondWins: counts[3], ties: counts[4], bothBad: counts[5])
        }
        return try Tally(contenders: Array(rows[0].dropFirst()), pairs: pairs)
    }
}

struct FixtureVote: Sendable {
    let a: String
    let b: String
    let outcome: Outcome
    let voter: String?
}

extension Tally {
    init(_ votes: [FixtureVote]) throws {
        self.init()
        for vote in votes { try add(vote.outcome, between: vote.a, and: vote.b) }
    }
}

/// Large or non-commercial data that is not committed: `ARENA_SHARED_DATA`, or a folder
/// `shared/data` beside the package.
enum SharedData {
    static let folder: URL? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/data").standardizedFileURL
        let named = ProcessInfo.processInfo.environment["ARENA_SHARED_DATA"]
            .map { URL(filePath: $0) }
        return [named, beside].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "reference").path)
        }
    }()
}
