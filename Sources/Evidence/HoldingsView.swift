import Arena
import Catalogue
import Comparisons
import Ratings

/// What the arena holds, seen by model instead of by contender.
struct HoldingsView: Sendable {
    /// The board; `nil` before the first fit.
    let board: BoardView?
    /// The direct votes that count.
    let records: DirectRecords
    private let directory: ModelDirectory
    private let measures: ReplyMeasures?
    private let categories: [(name: String, board: BoardView)]

    init(_ holdings: Holdings, directory: ModelDirectory) {
        self.directory = directory
        board = holdings.snapshot.map { BoardView($0, directory: directory) }
        records = DirectRecords(holdings.tally, directory: directory)
        measures = holdings.measures
        categories = holdings.categories.map {
            ($0.name, BoardView($0.snapshot, directory: directory))
        }
    }

    /// What votes say of a pair; `nil` before the first fit.
    func votes(on pair: Pair, record: PairRecord) -> VoteEvidence? {
        guard let board else { return nil }
        let (one, other) = (pair.a.slug, pair.b.slug)
        return VoteEvidence(
            snapshot: board.snapshot.id, asOf: board.day, method: board.snapshot.method,
            gap: board.gap(one, other),
            places: Sides(a: board.place(of: one), b: board.place(of: other)),
            direct: record.random, chosen: record.chosen,
            lastBattle: record.lastVoteAt.map { CalendarDate($0) },
            categories: categories.map { name, view in
                CategoryGap(
                    category: name, gap: view.gap(one, other),
                    votes: Sides(a: one, b: other).map { view.row(of: $0)?.votes ?? 0 })
            },
            strengths: Sides(a: one, b: other).map(strengths),
            isPractice: board.snapshot.pool == .practice)
    }

    /// A model in single categories against the median contender there.
    func strengths(of slug: String) -> [CategoryStrength] {
        categories.compactMap { name, board in
            guard let gap = board.gapToMedian(slug), let row = board.row(of: slug) else {
                return nil
            }
            return CategoryStrength(category: name, gap: gap, votes: row.votes)
        }
    }

    /// The other models of a pair's kind as its page may lead to them.
    func others(besides pair: Pair) -> [OtherModel] {
        directory.catalogue.sorted.filter { $0.kind == pair.a.kind }.map { record in
            let sides = Sides(a: pair.a, b: pair.b)
            let battles = sides.map { records.record($0.slug, record.slug).votes }
            var other = OtherModel(record: record, battles: battles)
            other.isIndexable = Sides { side in
                Comparison.isWorthFinding(sides[side], record, votes: battles[side])
            }
            guard let board, let place = board.place(of: record.slug) else { return other }
            other.rating = place.rating
            other.gaps = sides.map { Optional(board.gap($0.slug, record.slug)) }
            other.votes = place.votes
            return other
        }
    }

    /// What was measured of the two; `nil` where nothing was of either.
    func measured(_ contenders: Sides<[ContenderID]>) -> MeasuredEvidence? {
        guard let measures else { return nil }
        let sides = contenders.map { measures.figures(of: $0).map(Measured.init) }
        guard sides.a != nil || sides.b != nil else { return nil }
        return MeasuredEvidence(
            days: MeasurementService.windowDays, until: CalendarDate(measures.asOf), sides: sides,
            paired: measures.samePrompts(contenders.a, contenders.b).map(PairedMeasures.init))
    }

    /// What votes and measurements say of one model among all.
    func portrait(of slug: String) -> PortraitEvidence {
        var evidence = PortraitEvidence(
            snapshot: board?.snapshot.id, asOf: board?.day, place: board?.place(of: slug),
            opponents: opponents(of: slug), strengths: strengths(of: slug))
        guard let measures else { return evidence }
        let figures = measures.figures(of: directory.contenders(of: slug))
        evidence.measured = figures.map(Measured.init)
        evidence.window = MeasuredWindow(
            days: MeasurementService.windowDays, until: CalendarDate(measures.asOf))
        evidence.field = FieldMeasure.all(own: figures, of: everyone(in: measures))
        return evidence
    }

    private func everyone(in measures: ReplyMeasures) -> [ModelMeasures] {
        directory.served.sorted().compactMap {
            measures.figures(of: directory.contenders(of: $0))
        }
    }

    /// The opponents a model has met, most votes first.
    private func opponents(of slug: String) -> [Opponent] {
        guard let board else { return [] }
        return board.slugs.filter { $0 != slug }.compactMap { other -> Opponent? in
            let record = records.record(slug, other)
            guard record.votes > 0 else { return nil }
            return Opponent(
                name: directory.catalogue[other]?.name ?? other, slug: other,
                gap: board.gap(slug, other), votes: board.row(of: other)?.votes ?? 0,
                record: record)
        }.sorted { ($1.record.votes, $0.name) < ($0.record.votes, $1.name) }
    }
}
