import Ratings

/// One paired difference with how it is told.
struct PairedRow {
    let id: String
    let name: Sentence
    let unit: String
    let places: Int
    let isLessBetter: Bool
    let better: Sentence
    let difference: PairedDifference?

    static func rows(_ paired: PairedMeasures) -> [PairedRow] {
        [
            PairedRow(
                id: "first_text", name: "First word", unit: " s", places: 2, isLessBetter: true,
                better: "begins sooner",
                difference: paired.firstText),
            PairedRow(
                id: "whole_answer", name: "Whole answer", unit: " s", places: 1,
                isLessBetter: true, better: "ends sooner",
                difference: paired.wholeAnswer),
            PairedRow(
                id: "words_per_second", name: "Words a second", unit: "", places: 0,
                isLessBetter: false, better: "writes more words a second",
                difference: paired.wordsPerSecond),
        ]
    }

    struct Figures {
        let median: Figure
        let signed: Figure
        let low: Figure
        let high: Figure
        let lowSigned: Figure
        let highSigned: Figure
    }

    /// The median without its sign, with it, and the ends of its interval.
    func figures(_ measures: Measures) -> Figures? {
        guard let difference, let median = Rational(difference.median),
            let low = Rational(difference.interval.low),
            let high = Rational(difference.interval.high)
        else { return nil }
        let bases = PairSide.allCases.map { measures.basis($0, "paired_\(id)") }
        func figure(_ text: String) -> Figure {
            Figure(text + unit, .pairedDifference, of: bases)
        }
        let turned = median < .zero
        let (near, far) = turned ? (.zero - high, .zero - low) : (low, high)
        return Figures(
            median: figure(Form.decimal(median.magnitude, places: places)),
            signed: figure(Form.signed(median, places: places)),
            low: figure(Form.decimal(near, places: places)),
            high: figure(Form.decimal(far, places: places)),
            lowSigned: figure(Form.signed(low, places: places)),
            highSigned: figure(Form.signed(high, places: places)))
    }
}
