import Catalogue
import Ratings

/// A comparison as the API and the command line write it: numbers, facts and rendered sentences.
///
/// Keys are written in `snake_case` by the arena's encoder. Money is a decimal string; a missing
/// value is `null` beside `missing`, which says why.
package struct ComparisonDocument: Encodable, Sendable {
    /// One model of the pair.
    package struct Model: Encodable, Sendable {
        let slug: String
        let name: String
    }

    let pair: String
    let title: String
    let summary: String
    let today: String
    let blend: String
    let a: Model
    let b: Model
    let votes: PairDocument?
    let prices: PriceDocument
    let blocks: [SectionDocument]
    let facts: [FactDocument]
    let figures: [FigureDocument]

    /// The document of a comparison.
    package init(_ comparison: Comparison) {
        let models = comparison.subjects.map { Model(slug: $0.slug, name: $0.name.text) }
        pair = comparison.slug
        title = comparison.title.text
        summary = comparison.summary
        today = comparison.settings.today.description
        blend = comparison.price.chosen.mix.words.text
        (a, b) = (models.a, models.b)
        votes = PairDocument(comparison)
        prices = PriceDocument(comparison)
        blocks = comparison.sections.map { SectionDocument($0) }
        facts = comparison.sources.rows.map { FactDocument($0.origin) }
        figures = FigureList(comparison.sections).figures.map { FigureDocument($0) }
    }
}

/// What the votes say of a pair, in numbers and words.
package struct PairDocument: Encodable, Sendable {
    /// The direct record, battles whose voter chose the pair among them.
    package struct Direct: Encodable, Sendable {
        let a: Int
        let tie: Int
        let bothBad: Int
        let b: Int
        let chosenPair: Int
    }

    let snapshot: String
    let asOf: String
    let method: String
    let connected: Bool
    let d: Double?
    let se: Double?
    let pBetter: Double?
    let expected: Double?
    let expectedCi: [Double]?
    let rope: Double?
    let state: String
    let front: String?
    let words: String
    let needed: Int?
    let direct: Direct

    /// The document of a comparison's votes; `nil` where there is no board.
    package init?(_ comparison: Comparison) {
        guard let evidence = comparison.votes.evidence, let certainty = comparison.votes.certainty
        else { return nil }
        let gap = certainty.gap
        let isKnown = certainty.state != .unmet
        snapshot = evidence.snapshot
        asOf = evidence.asOf.description
        method = evidence.method
        connected = isKnown
        d = isKnown ? gap.points : nil
        se = isKnown ? gap.standardError : nil
        pBetter = isKnown ? gap.pBetter : nil
        expected = isKnown ? gap.expectedShare : nil
        expectedCi =
            isKnown ? [gap.expectedShareInterval.low, gap.expectedShareInterval.high] : nil
        rope = isKnown ? gap.pNegligible() : nil
        state = certainty.state.rawValue
        front = certainty.hasNumbers ? comparison.subjects[certainty.front].slug : nil
        words =
            CertaintyWords(certainty, comparison.subjects.map(\.name), path: "votes").full.text
        needed = isKnown ? Self.needed(gap) : nil
        let record = comparison.votes.record
        direct = Direct(
            a: record.firstWins, tie: record.ties, bothBad: record.bothBad, b: record.secondWins,
            chosenPair: evidence.chosen.votes)
    }

    private static func needed(_ gap: Gap) -> Int? {
        gap.votesStillNeeded.flatMap { Rational($0) }.map { CertaintyWords.twoDigits($0) }
    }
}

/// The prices compared, as decimal strings.
package struct PriceDocument: Encodable, Sendable {
    /// One model's prices.
    package struct Model: Encodable, Sendable {
        let route: String?
        let priceIn: String?
        let priceOut: String?
        let blended: String?
        let perAnswer: String?
        let monthly: String?

        /// Every key is written; a missing value as `null` beside the reason.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(route, forKey: .route)
            try container.encode(priceIn, forKey: .priceIn)
            try container.encode(priceOut, forKey: .priceOut)
            try container.encode(blended, forKey: .blended)
            try container.encode(perAnswer, forKey: .perAnswer)
            try container.encode(monthly, forKey: .monthly)
            if route == nil { try container.encode(Missing.notSourced.rawValue, forKey: .missing) }
        }

        private enum Key: String, CodingKey {
            case route, priceIn, priceOut, blended, perAnswer, monthly, missing
        }
    }

    let a: Model
    let b: Model
    let ratio: String?

    init(_ comparison: Comparison) {
        let chosen = comparison.price.chosen
        let models = Sides { side -> Model in
            let route = chosen.cheapest[side]
            return Model(
                route: route?.route.label, priceIn: route?.read.value.description,
                priceOut: route?.written.value.description,
                blended: route.map { $0.amount(chosen.mix).dollars.decimal },
                perAnswer: comparison.scorecard.cost(side)?.decimal,
                monthly: comparison.monthly?.dollars[side]?.decimal)
        }
        (a, b) = (models.a, models.b)
        ratio = comparison.price.blended?.ratio?.decimal
    }
}

extension Scorecard {
    /// What an answer costs one side here, as its row shows it.
    func cost(_ side: PairSide) -> Rational? {
        let row = rows.first { $0.id == "cost" }
        guard case .decimal(let dollars) = row?.cells[side == .a ? 0 : 1].value else { return nil }
        return dollars
    }
}

extension Rational {
    /// The exact decimal, or its first twelve decimals where it has no end.
    package var decimal: String {
        var digits = String(scaled(places: 12).magnitude)
        digits = String(repeating: "0", count: max(0, 13 - digits.count)) + digits
        var fraction = digits.suffix(12)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (self < .zero ? "-" : "") + digits.dropLast(12)
            + (fraction.isEmpty ? "" : "." + fraction)
    }
}
