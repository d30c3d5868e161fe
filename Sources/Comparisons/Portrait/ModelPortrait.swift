package import Catalogue

/// One model by itself: the whole page as a value, by the same rules as a comparison.
package struct ModelPortrait: Sendable {
    /// The model.
    package let subject: Subject
    /// What is known of it from votes and measurements.
    package let evidence: PortraitEvidence
    /// What speaks for it against the median of the models measured here; none below five models.
    package let pros: [Sentence]
    /// What speaks against it.
    package let cons: [Sentence]
    /// Where all of it comes from.
    package let sources: Sources
    /// The blocks that have something to show, in the order they stand on a page.
    package let sections: [Section]

    /// A model's page. `members` are the members of a family that have records.
    package init(
        _ record: ModelRecord, members: [ModelRecord] = [],
        evidence: PortraitEvidence = PortraitEvidence(), settings: ComparisonSettings
    ) {
        let subject = Subject(record)
        let field = FieldFindings(subject, evidence.field)
        self.subject = subject
        self.evidence = evidence
        (pros, cons) = (field.pros, field.cons)
        let blocks = PortraitBlocks(subject, members, evidence, settings)
        let shown = [
            blocks.intro, blocks.votes, blocks.opponents, blocks.categories, blocks.measured,
            blocks.price, blocks.specification, field.section, blocks.bestFor,
        ]
        sources = Sources(shown, today: settings.today, votes: nil)
        sections = (shown + [sources.section]).filter { !$0.isEmpty }
    }

    /// The heading.
    package var title: Sentence { Sentence(subject.name) }

    /// The page's description and preview.
    package var summary: String { sections.first?.sentences.joined().text ?? subject.name.text }
}

/// The blocks of a model's page.
struct PortraitBlocks {
    let subject: Subject
    let members: [ModelRecord]
    let evidence: PortraitEvidence
    let settings: ComparisonSettings

    init(
        _ subject: Subject, _ members: [ModelRecord], _ evidence: PortraitEvidence,
        _ settings: ComparisonSettings
    ) {
        self.subject = subject
        self.members = members
        self.evidence = evidence
        self.settings = settings
    }

    private var path: String { "votes/\(evidence.snapshot ?? "")" }

    var intro: Section {
        let maker = subject.fact(.maker, as: String.self).map { " by \($0)" as Sentence } ?? ""
        let release =
            subject.fact(.releaseDate, as: CalendarDate.self).map {
                ", released on \($0)" as Sentence
            } ?? ""
        let family: [Sentence] =
            members.isEmpty
            ? []
            : ["Its members with a record are \(members.map { Sentence(Name($0.name)) }.listed)."]
        let who: Sentence =
            maker.isEmpty && release.isEmpty
            ? "\(subject.name): maker and release are not sourced."
            : "\(subject.name) is \(kind)\(maker)\(release)."
        return Section(
            .intro, "About it",
            sentences: [who] + family
                + [Licence(subject)?.sentence, subject.retirement(by: settings.today)]
                .compactMap(\.self))
    }

    private var kind: Sentence {
        switch subject.record.kind {
        case .model: "a model"
        case .family: "a family of models"
        case .system: "a system of models"
        }
    }

    var votes: Section {
        guard let place = evidence.place,
            let rating = RatingCell.cell(place, .votes("\(path)/ratings"))
        else { return Section(.votes, "Votes", sentences: ["No vote on it yet."]) }
        let basis = Basis.votes("\(path)/ratings")
        let votes = Figure(Form.count(place.votes), .counted, of: basis)
        let rank = RatingCell.rank(place, basis)
        let bad = Rational(Int128(place.bothBad), over: Int128(max(1, place.votes)))
        return Section(
            .votes, "Votes",
            sentences: place.isProvisional
                ? ["Its rating is provisional: it rests on a weak prior too."] : [],
            tables: [
                Table(
                    "ratings", "Its place on the board", columns: ["What", Sentence(subject.name)],
                    rows: [
                        TableRow("rating", "Rating", [rating]),
                        TableRow("rank", "Place on the board", [Cell(rank)]),
                        TableRow("votes", "Votes", [Cell(votes, value: .count(place.votes))]),
                        TableRow(
                            "both_bad", "Called bad together with the other",
                            [Cell(Figure(Form.percent(bad), .rate, of: basis))]),
                    ])
            ])
    }

    var measured: Section {
        guard let window = evidence.window, evidence.measured != nil else {
            return Section(
                .measured, "Measured here", sentences: ["Nothing was measured here yet."])
        }
        let measures = Measures(
            MeasuredEvidence(
                days: window.days, until: window.until, server: window.server,
                sides: Sides(a: evidence.measured, b: nil)), Sides(a: subject.slug, b: ""))
        let basis = Basis.rule("rule/window")
        let days = Figure(Form.count(window.days), .rule, of: basis)
        let until = Figure(window.until.description, .stated, of: basis)
        let place: Sentence = window.server.map { ", from \(Name($0))" } ?? ""
        return Section(
            .measured, "Measured here",
            sentences: ["Measured in the \(days) days to \(until)\(place)."],
            tables: [
                Table(
                    "measured", "Measured here, in seconds and per second",
                    columns: ["Measure", Sentence(subject.name)],
                    rows: MeasuredRow.all.map {
                        TableRow($0.id, $0.label, [$0.cell(measures, .a)])
                    })
            ])
    }

    var price: Section {
        guard !subject.record.routes.isEmpty else {
            return Section(
                .price, "Price by route", sentences: ["\(subject.name): price not sourced."])
        }
        return Section(.price, "Price by route", tables: [RouteTable.table([subject])])
    }

    var specification: Section {
        Section(
            .specification, "Specification",
            tables: [
                Table(
                    "specification", "Fields as sourced",
                    columns: ["Field", "Value", "Source", "As of"],
                    rows: Specification.fields.compactMap(row) + capabilities)
            ])
    }

    private func row(_ label: Sentence, _ field: Field) -> TableRow? {
        guard let row = Specification.row(label, field, [subject]) else { return nil }
        return TableRow(row.id, label, row.cells + origin(of: row.cells[0]))
    }

    private var capabilities: [TableRow] {
        Capability.all.compactMap { capability in
            capability.value(of: subject).map { value in
                let cell = Cell(
                    Figure(value.has.shown, .stated, of: value.basis, as: .word),
                    value: .flag(value.has))
                return TableRow(capability.id, capability.label, [cell] + origin(of: cell))
            }
        }
    }

    private func origin(of cell: Cell) -> [Cell] {
        guard let origin = cell.words.figures.flatMap(\.facts).first else {
            return [.empty, .empty]
        }
        let asOf = origin.shown.asOf.map {
            Cell(Figure($0.description, .stated, of: .fact(origin)))
        }
        return [Cell(Sentence(Name(origin.shown.source.title))), asOf ?? Cell(.notSourced)]
    }
}
