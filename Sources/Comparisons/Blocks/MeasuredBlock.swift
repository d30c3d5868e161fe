import Catalogue
import Ratings

/// What this arena measured of both (B6).
package struct MeasuredBlock: Sendable, Equatable {
    /// The evidence; `nil` where nothing was measured of either.
    package let evidence: MeasuredEvidence?
    /// The side whose first word comes sooner, by 0.1 s and 15% or more of 50 answers or more.
    package let sooner: PairSide?
    /// The side that writes more words a second, by 25% or more of 50 answers or more.
    package let faster: PairSide?
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        evidence = material.measures.evidence
        sooner = material.measures.sooner
        faster = material.measures.faster
        let words = MeasuredWords(material)
        section = Section(
            .measured, "Measured here", sentences: words.sentences,
            tables: evidence == nil ? [] : words.tables)
    }
}

/// The sentences and tables of measurements.
private struct MeasuredWords {
    let material: Material

    init(_ material: Material) { self.material = material }

    private var measures: Measures { material.measures }
    private var names: Sides<Name> { material.names }

    var sentences: [Sentence] {
        guard let evidence = measures.evidence else { return ["Nothing was measured here yet."] }
        return [window(evidence)]
            + PairSide.allCases.compactMap(tooFew) + [firstText, speed].compactMap(\.self)
            + paired
    }

    private func window(_ evidence: MeasuredEvidence) -> Sentence {
        let basis = Basis.rule("rule/window")
        let days = Figure(Form.count(evidence.days), .rule, of: basis)
        let until = Figure(evidence.until.description, .stated, of: basis)
        let place: Sentence = evidence.server.map { ", from \(Name($0))" } ?? ""
        return "Measured in the \(days) days to \(until)\(place)."
    }

    private func tooFew(_ side: PairSide) -> Sentence? {
        guard let measured = measures.side(side) else {
            return "\(names[side]): not measured here yet."
        }
        guard measured.answers < Measures.fewest else { return nil }
        return "\(names[side]): too few to say (\(answers(side)) answers)."
    }

    private var firstText: Sentence? {
        guard let times = measures.firstText else { return nil }
        guard measures.canCompare else { return nil }
        guard let sooner = measures.sooner,
            let (early, late) = seconds(times, sooner)
        else { return "The first word of both comes at about the same time." }
        return "\(names[sooner])'s first word comes sooner (\(early) against \(late), medians)."
    }

    private var speed: Sentence? {
        guard let speeds = measures.wordsPerSecond, measures.canCompare else { return nil }
        guard let faster = measures.faster, let fast = perSecond(speeds[faster], faster),
            let slow = perSecond(speeds[faster.other], faster.other)
        else { return "Both write about as many words a second." }
        return "\(names[faster]) writes more words a second (\(fast) against \(slow), medians)."
    }

    private func seconds(_ times: Sides<Double>, _ sooner: PairSide) -> (Figure, Figure)? {
        guard let early = measures.seconds(times[sooner], sooner, "first_text"),
            let late = measures.seconds(times[sooner.other], sooner.other, "first_text")
        else { return nil }
        return (early, late)
    }

    private func perSecond(_ value: Double, _ side: PairSide) -> Figure? {
        measures.number(
            value, places: 0, .quantile, [measures.basis(side, "words_per_second")])
    }

    private func answers(_ side: PairSide) -> Figure {
        Figure(
            Form.count(measures.side(side)?.answers ?? 0), .counted,
            of: measures.basis(side, "answers"))
    }

    private var paired: [Sentence] { pairedRows.compactMap(told) }

    private func told(_ row: PairedRow) -> Sentence? {
        guard let difference = row.difference, let prompts = measures.prompts,
            let figures = row.figures(measures)
        else { return nil }
        guard difference.interval.low > 0 || difference.interval.high < 0 else {
            return "\(row.name): no difference is sure on the same \(prompts) prompts."
        }
        let better: PairSide = (difference.median < 0) == row.isLessBetter ? .a : .b
        return """
            On the same \(prompts) prompts \(names[better]) \(row.better) by \(figures.median) \
            (\(figures.low) to \(figures.high)), the median of the differences.
            """
    }

    private var pairedRows: [PairedRow] {
        guard let paired = measures.evidence?.paired, paired.prompts >= Measures.fewest else {
            return []
        }
        return PairedRow.rows(paired)
    }

    var tables: [Table] { [MeasuredTable.table(material)] + pairedTable }

    private var pairedTable: [Table] {
        guard let prompts = measures.prompts, !pairedRows.isEmpty else { return [] }
        let rows = pairedRows.compactMap { row -> TableRow? in
            guard let figures = row.figures(measures) else { return nil }
            return TableRow(
                row.id, row.name,
                [
                    Cell("\(figures.signed)", value: row.difference.map { .number($0.median) }),
                    Cell("\(figures.lowSigned) to \(figures.highSigned)"),
                ])
        }
        return [
            Table(
                "paired",
                """
                Median differences, \(names.a) less \(names.b), on the same \(prompts) prompts
                """, columns: ["Measure", "Difference", "Interval"], rows: rows)
        ]
    }
}
