import Foundation
import Ratings

/// The vote files of one run, read one after the other.
struct VoteFiles {
    let paths: [String]
    let isQuiet: Bool

    /// Reads all votes.
    ///
    /// - Throws: ``Failure``: 65 with the line for what is no vote, 66 for a missing file, 74 for
    ///   one that cannot be read further.
    func book(_ reading: VoteReading, tasks: Int) async throws -> VoteBook {
        var book: VoteBook?
        for path in paths.isEmpty ? ["-"] : paths {
            book = try await self.book(of: path, reading, tasks: tasks, adding: book)
        }
        guard let book else { throw Failure(.nothingToDo, "no-votes", "There is no file.") }
        return book
    }

    private func book(
        of path: String, _ reading: VoteReading, tasks: Int, adding book: VoteBook?
    ) async throws -> VoteBook {
        let source = try VoteSource(path)
        var gauge = ReadingGauge(source, isShown: !isQuiet)
        defer { gauge.clear() }
        var reader = VoteReader(reading, adding: book)
        do {
            return try await reader.read(tasks: tasks) {
                let chunk = try source.next()
                gauge.add(chunk?.count ?? 0)
                return chunk
            }
        } catch let fault as VoteFault {
            throw Failure(fault, in: source.name)
        }
    }
}

extension Failure {
    /// A fault of a vote file, with what to do.
    init(_ fault: VoteFault, in name: String) {
        let advice: String
        switch fault.reason {
        case .notVotes("compressed with gzip"): advice = " Use gzip -dc FILE | arena rate."
        case .notVotes("compressed with zstd"): advice = " Use zstd -dc FILE | arena rate."
        case .notVotes: advice = ""
        case .notJSON where fault.record == 0: advice = ""
        default: advice = " Mend it, or leave out such records with --skip-bad."
        }
        self.init(.badData, fault.reason.code, "\(name), \(fault)\(advice)")
    }
}

/// How far the reading of a file is, on a terminal.
private struct ReadingGauge {
    private let name: String
    private let size: Int?
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant
    private var bytes = 0

    init(_ source: VoteSource, isShown: Bool) {
        name = source.name
        size = source.size
        self.isShown = isShown
        start = clock.now
        shown = start + .milliseconds(400)
    }

    mutating func add(_ count: Int) {
        bytes += count
        guard isShown, clock.now - shown > .milliseconds(100) else { return }
        shown = clock.now
        let share = size.map { min(100, 100 * bytes / max(1, $0)) }
        let seconds = (shown - start) / .seconds(1)
        let rate = String(format: "%.0f MB/s", Double(bytes) / seconds / 1e6)
        let done = share.map { "\($0)%" } ?? String(format: "%.0f MB", Double(bytes) / 1e6)
        Progress.show("reading \(name)  \(done)  \(rate)")
    }

    mutating func clear() {
        guard isShown, clock.now - start > .milliseconds(400) else { return }
        Progress.clear()
    }
}
