import Ratings

/// The sentences of a certainty about two named models.
struct CertaintyWords {
    let certainty: Certainty
    let names: Sides<Name>
    /// The address of the votes, as `votes/41f0c2`.
    let path: String

    init(_ certainty: Certainty, _ names: Sides<Name>, path: String) {
        self.certainty = certainty
        self.names = names
        self.path = path
    }

    private var front: Name { names[certainty.front] }

    /// What may be said, without numbers: `Voters prefer Cedar.`
    var headline: Sentence {
        switch certainty.state {
        case .unmet: return "They have not met, even indirectly."
        case .tooFew:
            let votes = Figure(Form.count(certainty.votes), .counted, of: .votes("\(path)/votes"))
            return "Not enough votes yet (\(votes) of \(minimum))."
        case .even: return "No practical difference: the gap is at most \(largestGap) points."
        case .ahead: return "Voters prefer \(front)."
        case .leaning: return "\(front) is probably ahead."
        case .open: return "Too close to call."
        }
    }

    /// `Expected share 59% (55–63%), more than 99% sure.`; nothing where no number may be shown.
    var numbers: Sentence {
        guard certainty.hasNumbers, let share = shares?[certainty.front], let range else {
            return ""
        }
        return certainty.isDecided
            ? "Expected share \(share) (\(range)), \(sure) sure."
            : "Expected share \(share) (\(range)), \(sure) sure of \(front)."
    }

    /// Both.
    var full: Sentence { headline + numbers }

    /// The expected shares of both, which add up to a hundred; `nil` where none may be shown.
    var shares: Sides<Figure>? {
        guard certainty.hasNumbers, let share = Rational(certainty.frontGap.expectedShare) else {
            return nil
        }
        let rounded = Int((share * Rational(100)).scaled(places: 0))
        let isExtreme = rounded >= 100
        var shares = Sides { side in
            side == certainty.front
                ? figure(isExtreme ? "more than 99%" : "\(rounded)%", .expectedShare)
                : figure(isExtreme ? "less than 1%" : "\(100 - rounded)%", .expectedShare)
        }
        if share == Rational(1) { shares[certainty.front] = figure("100%", .expectedShare) }
        return shares
    }

    /// The interval of the front's expected share: `55–63%`.
    var range: Figure? { interval(of: certainty.front) }

    /// The interval of one side's expected share.
    func interval(of side: PairSide) -> Figure? {
        guard certainty.hasNumbers else { return nil }
        let interval = certainty.frontGap.expectedShareInterval
        guard let low = Rational(interval.low), let high = Rational(interval.high) else {
            return nil
        }
        let ends = [low, high].map { Int(($0 * Rational(100)).scaled(places: 0)) }
        return side == certainty.front
            ? figure("\(ends[0])–\(ends[1])%", .interval)
            : figure("\(100 - ends[1])–\(100 - ends[0])%", .interval)
    }

    /// `more than 99%` or a whole percentage.
    var sure: Figure {
        guard certainty.pFront < 0.995, let p = Rational(certainty.pFront) else {
            return figure("more than 99%", .certainty)
        }
        return figure(Form.percent(p), .certainty)
    }

    /// In how many of ten votes the front is expected to be preferred.
    var inTen: Figure {
        figure("\(Int((certainty.frontGap.expectedShare * 10).rounded()))", .expectedShare)
    }

    /// How many more direct votes would settle it; empty where that is no question.
    var needed: Sentence {
        guard certainty.state == .open || certainty.state == .leaning else { return "" }
        guard let votes = certainty.gap.votesStillNeeded.flatMap({ Rational($0) }),
            votes <= Rational(5000)
        else { return "More votes are unlikely to settle it." }
        let text = Form.count(Self.twoDigits(votes))
        return """
            About \(figure(text, .votesNeeded)) more direct votes would settle it, \
            if the gap stays as it is.
            """
    }

    /// Votes in steps of two significant digits, at least one.
    static func twoDigits(_ votes: Rational) -> Int {
        var unit = 1
        while votes >= Rational(unit * 100) { unit *= 10 }
        return max(1, Int((votes / Rational(unit)).scaled(places: 0)) * unit)
    }

    private var minimum: Figure {
        Figure(Form.count(certainty.minimum), .rule, of: .rule("rule/minimum_votes"))
    }

    private var largestGap: Figure {
        let interval = certainty.gap.interval
        let end = max(abs(interval.low), abs(interval.high))
        return figure(Form.decimal(Rational(end) ?? .zero, places: 0), .interval)
    }

    private func figure(_ text: String, _ formula: Formula) -> Figure {
        Figure(text, formula, of: .votes("\(path)/gap"))
    }
}
