import Catalogue
import CatalogueReader
import Comparisons
import Foundation
import Pages
import Ratings

/// Times a pair's whole page from values: `PagesBench [ROUNDS]`.
///
/// Prints the processor milliseconds of one page, the least of the rounds: the comparison alone, then
/// comparison and HTML with all figures; and the bytes of the page. Then builds all pairs of 300
/// models one after the other and prints the seconds and the largest resident memory in MiB.
@main
struct PagesBench {
    static func main() throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300
        let catalogue = try ModelCatalogue.shipped()
        let pair = try Pair("o3-mini", "llama-3-2-1b-instruct", in: catalogue)
        let settings = ComparisonSettings(today: CalendarDate(dayNumber: 20_778))
        let make = {
            Comparison(
                pair, benchmarks: catalogue.benchmarks, votes: Evidence.votes,
                measured: Evidence.measured, settings: settings)
        }
        let page = { (comparison: Comparison) in
            ComparePage(comparison, origin: "https://arena.example", contenders: nil)
                .document(in: PageContext(isPractice: false, version: "0", token: "", path: "/"))
                .bytes.count
        }
        var best = (value: Double.infinity, page: Double.infinity)
        var bytes = 0
        for _ in 0..<rounds {
            let start = clock()
            let comparison = make()
            let middle = clock()
            bytes = page(comparison)
            best.value = min(best.value, Double(middle - start) / Double(CLOCKS_PER_SEC) * 1000)
            best.page = min(best.page, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
        }
        print(String(format: "comparison %.2f ms, whole page %.2f ms, ", best.value, best.page)
            + "\(bytes) bytes")
        try buildAll(catalogue, settings, page)
    }

    /// All pairs of 300 models that are copies of a real one, page by page.
    private static func buildAll(
        _ catalogue: ModelCatalogue, _ settings: ComparisonSettings, _ page: (Comparison) -> Int
    ) throws {
        guard let real = catalogue["o3-mini"] else { return }
        let models = (0..<300).map { number in
            ModelRecord(
                slug: "model-\(number)", name: "Model \(number)",
                observations: real.observations, routes: real.routes, results: real.results)
        }
        let many = ModelCatalogue(models: models, benchmarks: Array(catalogue.benchmarks.values))
        let start = clock()
        var bytes = 0
        for (index, one) in models.enumerated() {
            for other in models[(index + 1)...] {
                bytes += page(
                    Comparison(
                        try Pair(one.slug, other.slug, in: many), benchmarks: many.benchmarks,
                        votes: Evidence.votes, measured: Evidence.measured, settings: settings))
            }
        }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        var usage = rusage()
        getrusage(0, &usage)  // RUSAGE_SELF
        print(String(format: "44,850 pages in %.0f s, %.0f MB, largest memory %d MiB", seconds,
            Double(bytes) / 1e6, usage.ru_maxrss / 1024))
    }
}

/// Votes and measurements as an arena of some weeks has them.
private enum Evidence {
    static var votes: VoteEvidence {
        let place = { (rating: Double) in
            BoardPlace(
                rating: rating, interval: Interval(low: rating - 20, high: rating + 20),
                ranks: 1...3, contenders: 6, votes: 682)
        }
        return VoteEvidence(
            snapshot: "41f0c2d4e6a8", asOf: CalendarDate(dayNumber: 20_778),
            method: "bradley-terry/1 sandwich", gap: Gap(points: 63.5, standardError: 15.8),
            places: Sides(a: place(1055), b: place(992)),
            direct: PairTally(
                first: 0, second: 1, firstWins: 66, secondWins: 43, ties: 23, bothBad: 8),
            categories: ["code", "long", "math", "English", "French"].map {
                CategoryGap(
                    category: $0, gap: Gap(points: 40, standardError: 30),
                    votes: Sides(a: 90, b: 80))
            })
    }

    static var measured: MeasuredEvidence {
        let one = Measured(
            calls: 731, failures: 3, answers: 728,
            firstText: Quantiles(p5: 0.2, p25: 0.3, p50: 0.46, p75: 0.8, p95: 1.9),
            tokensPerSecond: 118, wordsPerSecond: 80, wholeAnswer: 4.1, tokensIn: 87_360,
            tokensOut: 305_760, words: 214_032, cost: Money(picodollars: 334_880_000_000))
        return MeasuredEvidence(
            until: CalendarDate(dayNumber: 20_778), sides: Sides(a: one, b: one))
    }
}
