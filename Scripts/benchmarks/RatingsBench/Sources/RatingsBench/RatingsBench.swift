import Foundation
import Ratings

/// Times one piece of work of the library: `RatingsBench read|fit|bootstrap|style FILE [N]`.
///
/// Prints processor seconds and wall seconds of the work alone. N is the number of tasks for `read`
/// and the number of rounds for `bootstrap`.
@main
struct RatingsBench {
    static func main() async throws {
        let words = CommandLine.arguments
        let number = words.count > 3 ? Int(words[3]) ?? 1 : 1
        switch words[1] {
        case "read": try await read(words[2], tasks: number)
        case "fit": try await fit(words[2])
        case "bootstrap": try await bootstrap(words[2], rounds: number)
        default: try await style(words[2])
        }
    }

    private static func read(_ path: String, tasks: Int) async throws {
        let watch = Stopwatch()
        let book = try await book(path, tasks: tasks)
        watch.report(check: Double(book.votes))
    }

    private static func fit(_ path: String) async throws {
        let tally = try await book(path).tally()
        var best = Stopwatch.Lap.longest
        for _ in 0..<20 {
            let watch = Stopwatch()
            let fit = try BradleyTerry().fit(tally)
            best = min(best, watch.lap(check: fit.ratings[0].interval.high))
        }
        best.report()
    }

    private static func bootstrap(_ path: String, rounds: Int) async throws {
        let tally = try await book(path).tally()
        let parameters = BradleyTerry(interval: .bootstrap(rounds: rounds, seed: 7))
        let watch = Stopwatch()
        let fit = try await parameters.fit(
            tally, tasks: ProcessInfo.processInfo.activeProcessorCount)
        watch.report(check: fit.ratings[0].interval.high)
    }

    private static func style(_ path: String) async throws {
        let book = try await book(path, details: .style)
        let kept = Set(book.contenders)
        let watch = Stopwatch()
        let fit = try StyleControl().fit(book.styledVotes(of: kept))
        watch.report(check: fit.coefficients[0].value)
    }

    private static func book(
        _ path: String, tasks: Int = 2, details: VoteReading.Details = []
    ) async throws -> VoteBook {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var reading = VoteReading()
        reading.details = details
        var reader = VoteReader(reading)
        return try await reader.read(tasks: tasks) {
            let chunk = [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
                count = max(0, Foundation.read(file, buffer.baseAddress, buffer.count))
            }
            return chunk.isEmpty ? nil : chunk
        }
    }
}

/// Processor time and wall time since it was made.
struct Stopwatch {
    /// The time of one run, and a number that shows that the work was done.
    struct Lap: Comparable {
        static let longest = Lap(processor: .infinity, wall: .infinity, check: 0)
        let processor: Double
        let wall: Double
        let check: Double

        static func < (one: Lap, other: Lap) -> Bool { one.processor < other.processor }

        func report() { print(processor, wall, check) }
    }

    private let start = ContinuousClock.now
    private let used = Self.processor()

    private static func processor() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    func lap(check: Double) -> Lap {
        Lap(
            processor: Self.processor() - used, wall: (ContinuousClock.now - start) / .seconds(1),
            check: check)
    }

    func report(check: Double) { lap(check: check).report() }
}
