import Catalogue
import Ratings

/// The rows of the scorecard about votes and measurements.
enum ScoreRows {
    static func votes(_ material: Material) -> ScoreEntry {
        guard let words = material.words, let certainty = material.certainty,
            let shares = words.shares
        else {
            let missing: Missing =
                material.certainty?.state == .tooFew ? .tooFewVotes : .notMet
            return ScoreEntry("voters", "Voters prefer", Sides { _ in Cell(missing) })
        }
        let cells = Sides { side in
            let gap = side == .a ? certainty.gap : certainty.gap.swapped
            return Cell(shares[side], value: .number(gap.expectedShare))
        }
        let lead = certainty.isDecided ? lead(words, shares) : nil
        return ScoreEntry(
            "voters", "Voters prefer", cells,
            between: Cell("\(Name(word: certainty.state.rawValue)), \(words.sure) sure"),
            lead: lead, mark: certainty.mark(certainty.front))
    }

    private static func lead(_ words: CertaintyWords, _ shares: Sides<Figure>) -> Lead {
        let front = words.certainty.front
        let gap = words.certainty.frontGap
        let size = gap.standardError > 0 ? gap.points / gap.standardError : gap.points
        let verb: Sentence =
            words.certainty.state == .ahead ? "Voters prefer" : "Voters probably prefer"
        return Lead(
            "voters", front, size: size,
            "\(verb) \(words.names[front]): its expected share is \(shares[front]).")
    }

    static func rating(_ material: Material) -> ScoreEntry {
        let cells = Sides { side -> Cell in
            guard let place = material.votes?.places[side],
                let cell = RatingCell.cell(place, material.votesBasis("ratings"))
            else { return Cell(.notMet) }
            return cell
        }
        return ScoreEntry("rating", "Rating", cells)
    }

    static func cost(_ material: Material, _ price: PriceBlock) -> ScoreEntry {
        let costs = Sides { side in
            material.measures.pairedCost?[side] ?? material.measures.cost(side)
        }
        let cells = Sides { side in
            costs[side].map { Cell($0) } ?? Cell(material.measures.missing(side))
        }
        guard let comparison = price.perAnswer else {
            return ScoreEntry("cost", "Cost per answer here", cells)
        }
        return ScoreEntry(
            "cost", "Cost per answer here", cells, between: Cell(comparison.short),
            lead: comparison.lead("cost", least: Rational(10, over: 9)))
    }

    static func firstText(_ material: Material) -> ScoreEntry {
        let measures = material.measures
        let cells = measures.cells("first_text", places: 2, " s") { $0.firstText?.p50 }
        guard let sooner = measures.sooner, let times = measures.firstText,
            let early = measures.seconds(times[sooner], sooner, "first_text"),
            let late = measures.seconds(times[sooner.other], sooner.other, "first_text")
        else { return ScoreEntry("first_text", "First word, median", cells) }
        let size =
            measures.evidence?.paired?.firstText?.standardErrors
            ?? (Rational(times[sooner.other] / max(times[sooner], 1e-9)) ?? Rational(1)).logarithm
        return ScoreEntry(
            "first_text", "First word, median", cells,
            lead: Lead(
                "first_text", sooner, size: size,
                "\(material.names[sooner])'s first word comes sooner (\(early) against \(late))."))
    }

    static func tokensPerSecond(_ material: Material) -> ScoreEntry {
        ScoreEntry(
            "tokens_per_second", "Tokens a second, median",
            material.measures.cells("tokens_per_second", places: 0, "", \.tokensPerSecond))
    }

    static func wordsPerSecond(_ material: Material) -> ScoreEntry {
        let measures = material.measures
        let cells = measures.cells("words_per_second", places: 0, "", \.wordsPerSecond)
        let label: Sentence = "Words a second, median"
        guard let faster = measures.faster, let speeds = measures.wordsPerSecond else {
            return ScoreEntry("words_per_second", label, cells)
        }
        let ratio = speeds[faster] / max(speeds[faster.other], 1e-9)
        let size =
            measures.evidence?.paired?.wordsPerSecond?.standardErrors
            ?? (Rational(ratio) ?? Rational(1)).logarithm
        return ScoreEntry(
            "words_per_second", label, cells,
            lead: Lead(
                "words_per_second", faster, size: size,
                """
                \(material.names[faster]) writes more words a second (\(cells[faster].words) \
                against \(cells[faster.other].words)).
                """))
    }

    static func failures(_ material: Material) -> ScoreEntry {
        let measures = material.measures
        let rates = Sides { measures.rate($0, \.failures) }
        let cells = Sides { side in
            rates[side].map {
                Cell(measures.rateFigure($0, side, "failures"), value: .number($0.double))
            } ?? Cell(measures.missing(side))
        }
        guard let steadier = measures.steadier, let known: Sides<Rational> = rates.both() else {
            return ScoreEntry("failures", "Failed calls", cells)
        }
        let size = measures.failureSize(known)
        return ScoreEntry(
            "failures", "Failed calls", cells,
            lead: Lead(
                "failures", steadier, size: size,
                """
                \(material.names[steadier])'s calls fail less often (\(cells[steadier].words) \
                against \(cells[steadier.other].words)).
                """))
    }
}

extension Measures {
    /// The cells of a statistic of both.
    func cells(
        _ what: String, places: Int, _ unit: String, _ read: (Measured) -> Double?
    ) -> Sides<Cell> {
        Sides { side in
            guard let value = statistic(side, read),
                let figure = number(
                    value, places: places, unit: unit, .quantile, [basis(side, what)])
            else { return Cell(missing(side)) }
            return Cell(figure, value: .number(value))
        }
    }

    /// The difference of two rates in standard errors.
    fileprivate func failureSize(_ rates: Sides<Rational>) -> Double {
        let variance = PairSide.allCases.reduce(0.0) { sum, side in
            let rate = rates[side].double
            return sum + rate * (1 - rate) / Double(max(1, self.side(side)?.calls ?? 1))
        }
        guard variance > 0 else { return 0 }
        return abs(rates.a.double - rates.b.double) / variance.squareRoot()
    }
}

extension PriceComparison {
    /// The cheaper side's gain, where the ratio passes a threshold.
    func lead(_ row: String, least: Rational = Rational(105, over: 100)) -> Lead? {
        guard let cheaper else { return nil }
        guard let ratio else { return Lead(row, cheaper, size: 10, sentence) }
        return ratio >= least ? Lead(row, cheaper, size: ratio.logarithm, sentence) : nil
    }
}
