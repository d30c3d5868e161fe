import Catalogue
import Ratings

/// The tables of votes.
extension VotesWords {
    var tables: [Table] {
        guard let votes = material.votes else { return [] }
        return [standing(votes)] + (record.votes > 0 ? [outcomes] : [])
    }

    private func standing(_ votes: VoteEvidence) -> Table {
        Table(
            "ratings", "Ratings with their intervals, by the fit of all battles",
            columns: material.columns("Votes"),
            rows: [
                TableRow("rating", "Rating", Sides { rating(votes.places[$0]) }, between: gap),
                TableRow("rank", "Place on the board", Sides { rank(votes.places[$0]) }),
                TableRow("votes", "Votes", Sides { total(votes.places[$0]) }),
                TableRow("share", "Expected share", shares, between: range),
                TableRow("sure", "Finding", Sides(a: .empty, b: .empty), between: finding),
            ] + neededRow)
    }

    private var outcomes: Table {
        let counts: [(String, Sentence, Int)] = [
            ("a", "\(names.a) won", record.firstWins), ("tie", "Tie", record.ties),
            ("both_bad", "Both bad", record.bothBad), ("b", "\(names.b) won", record.secondWins),
            ("votes", "All", record.votes),
        ]
        let rows = counts.map { id, label, number in
            TableRow(
                id, label,
                [Cell(count(number), value: .count(number)), Cell(share(of: number))])
        }
        return Table(
            "outcomes", "Direct battles by outcome", columns: ["Outcome", "Votes", "Share"],
            rows: rows + [decidedRow, halfRow, chosenRow, lastRow].compactMap(\.self))
    }

    private var decidedRow: TableRow? {
        guard let decidedShare, let wilson else { return nil }
        return TableRow("decided", "\(names.a) of the decided", [Cell(decidedShare), Cell(wilson)])
    }

    private var halfRow: TableRow? {
        directShare.map {
            TableRow(
                "half", "\(names.a) of all that are rated, draws by half", [Cell($0), .empty])
        }
    }

    private var chosenRow: TableRow? {
        (material.votes?.chosen.votes).map {
            TableRow(
                "chosen", "Voter chose the pair",
                [Cell(count($0), value: .count($0)), Cell(share(of: $0))])
        }
    }

    private var lastRow: TableRow? {
        (material.votes?.lastBattle).map {
            TableRow("last", "Last battle", [Cell(lastFigure($0)), .empty])
        }
    }

    var decidedShare: Figure? {
        HeadToHead(record).decidedShare.flatMap { Rational($0) }.map {
            Figure(Form.percent($0), .rate, of: material.votesBasis("direct"))
        }
    }

    var directShare: Figure? {
        guard let direct = material.votes?.direct, let share = HeadToHead(direct).share,
            let exact = Rational(share)
        else { return nil }
        return Figure(Form.percent(exact), .rate, of: material.votesBasis("direct"))
    }

    var wilson: Figure? {
        let interval = HeadToHead(record).decidedInterval
        guard record.decided > 0, let low = Rational(interval.low),
            let high = Rational(interval.high)
        else { return nil }
        let ends = [low, high].map { Form.decimal($0 * Rational(100), places: 0) }
        return Figure(
            "\(ends[0])–\(ends[1])%", .wilson, of: material.votesBasis("direct"))
    }

    private var gap: Cell {
        guard let certainty = material.certainty, certainty.hasNumbers,
            let points = Rational(certainty.gap.points),
            let error = Rational(certainty.gap.interval.halfWidth)
        else { return Cell(material.certainty?.state == .tooFew ? .tooFewVotes : .notMet) }
        let basis = material.votesBasis("gap")
        let difference = Figure(Form.signed(points, places: 0), .points, of: basis)
        let width = Figure("±" + Form.decimal(error, places: 0), .interval, of: basis)
        return Cell("\(difference) \(width) points", value: .number(certainty.gap.points))
    }

    private func rating(_ place: BoardPlace?) -> Cell {
        guard let place, let cell = RatingCell.cell(place, material.votesBasis("ratings")) else {
            return Cell(.notMet)
        }
        return cell
    }

    private func rank(_ place: BoardPlace?) -> Cell {
        guard let place else { return Cell(.notMet) }
        return Cell(RatingCell.rank(place, material.votesBasis("ratings")))
    }

    private func total(_ place: BoardPlace?) -> Cell {
        guard let place else { return Cell(.notMet) }
        return Cell(count(place.votes), value: .count(place.votes))
    }

    private var shares: Sides<Cell> {
        guard let words = material.words, let shares = words.shares,
            let certainty = material.certainty
        else {
            let missing = material.certainty?.state == .tooFew ? Missing.tooFewVotes : .notMet
            return Sides { _ in Cell(missing) }
        }
        return Sides { side in
            let gap = side == .a ? certainty.gap : certainty.gap.swapped
            return Cell(
                shares[side], value: .number(gap.expectedShare)
            ).marked(certainty.mark(side))
        }
    }

    private var range: Cell {
        guard let words = material.words, let range = words.range,
            let certainty = material.certainty
        else { return .empty }
        return Cell("\(range) for \(names[certainty.front])")
    }

    private var finding: Cell {
        guard let certainty = material.certainty, let words = material.words else {
            return Cell(.notMet)
        }
        let state = Name(word: certainty.state.rawValue)
        return Cell(certainty.hasNumbers ? "\(state), \(words.sure) sure" : Sentence(state))
    }

    private var neededRow: [TableRow] {
        guard let words = material.words else { return [] }
        let said =
            [words.needed] + (material.certainty?.state == .even ? [words.headline] : [])
            + (material.certainty?.state == .tooFew ? [words.headline] : [])
        return said.filter { !$0.isEmpty }.enumerated().map { index, sentence in
            TableRow(
                index == 0 ? "needed" : "words", "In words", Sides(a: .empty, b: .empty),
                between: Cell(sentence))
        }
    }

    func lastFigure(_ date: CalendarDate) -> Figure {
        Figure(date.description, .stated, of: material.votesBasis("direct"))
    }

    func count(_ number: Int) -> Figure {
        Figure(Form.count(number), .counted, of: material.votesBasis("direct"))
    }

    private func share(of number: Int) -> Figure {
        let share = Rational(Int128(number), over: Int128(max(1, record.votes)))
        return Figure(Form.percent(share), .rate, of: material.votesBasis("direct"))
    }
}

/// A place on a board as figures.
enum RatingCell {
    /// `1055 ±20`; `nil` where the rating is no number.
    static func cell(_ place: BoardPlace, _ basis: Basis) -> Cell? {
        guard let rating = Rational(place.rating), let width = Rational(place.interval.halfWidth)
        else { return nil }
        let points = Figure(
            String(rating.scaled(places: 0)), .stated, of: basis, as: .number)
        let half = Figure("±" + Form.decimal(width, places: 0), .interval, of: basis)
        return Cell("\(points) \(half)", value: .number(place.rating))
    }

    /// `1–3 of 6`.
    static func rank(_ place: BoardPlace, _ basis: Basis) -> Sentence {
        let (low, high) = (place.ranks.lowerBound, place.ranks.upperBound)
        let ranks = Figure(low == high ? "\(low)" : "\(low)–\(high)", .counted, of: basis)
        return "\(ranks) of \(Figure(Form.count(place.contenders), .counted, of: basis))"
    }
}

extension Cell {
    /// The same with a mark.
    func marked(_ mark: Mark) -> Cell {
        var cell = self
        cell.mark = mark
        return cell
    }
}
