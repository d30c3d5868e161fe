import Catalogue
import Comparisons
import Ratings
import Testing

/// The invented models of the design with the votes and measurements that were simulated for them.
enum Arena6 {
    static let cedar = Shelf.record(
        "cedar", "Cedar",
        [
            .maker: .text("Treeworks"), .releaseDate: Shelf.date("2026-03-02"),
            .contextTokens: .count(128_000), .openWeights: .flag(false),
            .licenseClass: .text("proprietary"), .modalitiesIn: .words(["text"]),
        ])
    static let dogwood = Shelf.record(
        "dogwood", "Dogwood",
        [
            .maker: .text("Shrub Labs"), .releaseDate: Shelf.date("2026-05-11"),
            .contextTokens: .count(128_000), .openWeights: .flag(true),
            .licenseClass: .text("osi_open"), .licenseName: .text("Apache-2.0"),
            .licenseSPDX: .text("Apache-2.0"), .modalitiesIn: .words(["text"]),
        ])
    static let catalogue = ModelCatalogue(models: [cedar, dogwood])

    static func place(_ rating: Double, _ half: Double, _ ranks: ClosedRange<Int>, _ votes: Int)
        -> BoardPlace
    {
        BoardPlace(
            rating: rating, interval: Interval(centre: rating, halfWidth: half), ranks: ranks,
            contenders: 6, votes: votes, bothBad: 41)
    }

    static func votes(
        _ points: Double = 63.48, _ error: Double = 15.8, connected: Bool = true,
        each: Sides<Int> = Sides(a: 682, b: 623)
    ) -> VoteEvidence {
        VoteEvidence(
            snapshot: "41f0c2", asOf: day("2026-11-21"), method: "bradley-terry/1 sandwich",
            gap: Gap(points: points, standardError: error, connected: connected),
            places: Sides(
                a: place(1055.36, 20, 1...3, each.a), b: place(991.88, 20.6, 4...4, each.b)),
            direct: PairTally(
                first: 0, second: 1, firstWins: 66, secondWins: 43, ties: 23, bothBad: 8),
            lastBattle: day("2026-11-20"),
            categories: [
                CategoryGap(
                    category: "code", gap: Gap(points: 90, standardError: 25),
                    votes: Sides(a: 120, b: 110)),
                CategoryGap(
                    category: "maths", gap: Gap(points: 40, standardError: 30),
                    votes: Sides(a: 90, b: 95)),
                CategoryGap(
                    category: "poems", gap: Gap(points: -200, standardError: 80),
                    votes: Sides(a: 12, b: 40)),
            ],
            strengths: Sides(
                a: [
                    CategoryStrength(
                        category: "code", gap: Gap(points: 60, standardError: 22), votes: 120)
                ], b: []))
    }

    static func measured(_ prompts: Int = 140) -> MeasuredEvidence {
        MeasuredEvidence(
            until: day("2026-11-21"), server: "Falkenstein",
            sides: Sides(
                a: side(first: 0.46, speed: 118, words: 80, cost: "3.1464", out: 410),
                b: side(first: 0.61, speed: 95, words: 60, cost: "2.1204", out: 300)),
            paired: PairedMeasures(
                prompts: prompts,
                firstText: PairedDifference(
                    median: -0.15, interval: Interval(low: -0.19, high: -0.11)),
                cost: Sides(a: money("0.644"), b: money("0.434")),
                tokensOut: Sides(a: 58_000, b: 41_000)))
    }

    private static func side(
        first: Double, speed: Double, words: Double, cost: String, out: Int
    ) -> Measured {
        Measured(
            calls: 731, failures: 3, refusals: 2, cutOff: 1, answers: 684,
            firstText: Quantiles(
                p5: first / 2, p25: first * 0.8, p50: first, p75: first * 1.3, p95: first * 4),
            tokensPerSecond: speed, wordsPerSecond: words, wholeAnswer: 4.2,
            tokensIn: 684 * 120, tokensOut: 684 * out, hiddenTokens: 0, words: 684 * 220,
            cost: money(cost))
    }

    static func money(_ text: String) -> Money { Money(decimal: text) ?? .zero }

    static func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

    static let today = day("2026-11-21")
}

/// Compares two records; each side's evidence is seen from the first in the order of slugs.
func compare(
    _ one: ModelRecord, _ other: ModelRecord, votes: VoteEvidence? = nil,
    measured: MeasuredEvidence? = nil, others: [OtherModel] = [], blend: Blend? = nil,
    tier: Route.Tier = .standard, traffic: Traffic? = nil
) throws -> Comparison {
    let catalogue = ModelCatalogue(models: [one, other], benchmarks: Shelf.benchmarks)
    return Comparison(
        try Pair(one.slug, other.slug, in: catalogue), benchmarks: catalogue.benchmarks,
        votes: votes, measured: measured, others: others,
        settings: ComparisonSettings(
            today: Arena6.today, blend: blend, tier: tier, traffic: traffic))
}

/// Two models that have only prices.
func priced(
    _ a: (in: String, out: String), _ b: (in: String, out: String), blend: Blend? = nil
) throws -> Comparison {
    try compare(
        Shelf.record("aspen", "Aspen", [:], routes: [Shelf.route("One", a.in, a.out)]),
        Shelf.record("birch", "Birch", [:], routes: [Shelf.route("Two", b.in, b.out)]),
        blend: blend)
}

extension Comparison {
    /// The text of one block.
    func text(_ block: Block) -> String {
        sections.first { $0.block == block }.map { Markdown.block($0) } ?? ""
    }

    /// All that the page says.
    var everything: String { Markdown.page(self) }

    /// The sentences that a reader reads as sentences.
    var statements: [Sentence] { sections.flatMap(\.statements) }

    /// A row of a table.
    func row(_ table: String, _ id: String) -> TableRow? {
        sections.flatMap(\.tables).first { $0.id == table }?.rows.first { $0.id == id }
    }
}

extension Section {
    /// The sentences that a reader reads as sentences: not headings, cells or reasons to choose.
    var statements: [Sentence] {
        sentences + (block == .choose ? [] : lists.flatMap(\.items))
    }
}
