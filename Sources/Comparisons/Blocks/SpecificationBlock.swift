package import Catalogue

/// What each model is made of, and under what licence (B13).
package struct SpecificationBlock: Sendable, Hashable {
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let rows = Specification.fields.compactMap { label, field in
            Specification.row(label, field, PairSide.allCases.map { material.subjects[$0] })
        }
        section = Section(
            .specification, "Specification and licence",
            sentences: PairSide.allCases.compactMap { Licence(material.subjects[$0])?.sentence },
            tables: [
                Table(
                    "specification", "Fields as sourced",
                    columns: Array(material.columns("Field").dropLast()), rows: rows)
            ])
    }
}

/// The fields of a record as rows.
enum Specification {
    /// Each field with its label, in the order of the table.
    static let fields: [(Sentence, Field)] = [
        ("Maker", .maker), ("Family", .family), ("Released", .releaseDate),
        ("Retired", .retiredDate), ("Knowledge cut-off", .knowledgeCutoff),
        ("Parameters", .paramsTotal), ("Active parameters", .paramsActive),
        ("Architecture", .architecture), ("Open weights", .openWeights),
        ("Licence", .licenseName), ("Licence class", .licenseClass),
        ("Commercial use of the weights", .commercialUse), ("Context, tokens", .contextTokens),
        ("Longest input, tokens", .inputTokensMax), ("Longest answer, tokens", .outputTokensMax),
        ("Takes", .modalitiesIn), ("Gives", .modalitiesOut), ("Tokenizer", .tokenizer),
        ("Home page", .homepage), ("Documentation", .docs), ("Weights", .weightsURL),
    ]

    /// A row of a field for some models; `nil` where it is not sourced for any of them.
    static func row(_ label: Sentence, _ field: Field, _ subjects: [Subject]) -> TableRow? {
        let cells = subjects.map { cell(field, $0) }
        guard cells.contains(where: { $0.missing != .notSourced }) else { return nil }
        return TableRow(field.rawValue, label, cells)
    }

    /// One field of one model as a cell.
    static func cell(_ field: Field, _ subject: Subject) -> Cell {
        switch field {
        case .outputTokensMax:
            return subject.output.map { Cell($0) } ?? Cell(subject.missingOutput)
        case .commercialUse where subject.isClosed: return Cell(.doesNotApply)
        case .knowledgeCutoff:
            guard let flaw = subject.impossibleCutoff else {
                return subject.cell(field, as: CalendarDate.self)
            }
            return Cell("\(flaw.cutoff), which is later than the release, so it cannot be")
        case .licenseClass: return subject.cell(field, as: LicenseClass.self)
        default: break
        }
        switch field.type {
        case .date: return subject.cell(field, as: CalendarDate.self)
        case .count: return subject.cell(field, as: Int.self)
        case .number: return subject.cell(field, as: FixedPoint.self)
        case .money: return subject.cell(field, as: Money.self)
        case .flag: return subject.cell(field, as: Bool.self)
        case .words: return subject.cell(field, as: [String].self)
        case .text, .url: return subject.cell(field, as: String.self)
        case .oneOf:
            guard let fact: Fact<String> = subject.fact(field) else {
                return Cell(subject.missing(field))
            }
            let words = fact.origin.shown.words(of: field)
            return Cell(Figure(words, .stated, of: fact.basis, as: .word), value: .text(fact.value))
        }
    }
}

/// A model's licence in a sentence.
package struct Licence: Sendable, Hashable {
    /// How free it is.
    package let kind: LicenseClass
    /// The sentence.
    package let sentence: Sentence
    /// Whether it is open source, in a sentence that begins with the answer.
    package let answer: Sentence

    /// The licence of a model; `nil` where its class is not sourced.
    init?(_ subject: Subject) {
        guard let fact = subject.fact(.licenseClass, as: LicenseClass.self) else { return nil }
        kind = fact.value
        let words = Self.words(fact, subject)
        sentence = "\(subject.name): \(words)."
        answer = fact.value == .osiOpen ? "Yes: \(words)." : "No: \(words)."
    }

    private static func words(_ fact: Fact<LicenseClass>, _ subject: Subject) -> Sentence {
        let name: Fact<String>? = subject.fact(.licenseName)
        switch fact.value {
        case .osiOpen:
            let short: Fact<String>? = subject.fact(.licenseSPDX) ?? name
            let open = Figure("open source", .stated, of: fact.basis, as: .word)
            return short.map { "\(open) (\($0))" } ?? "\(open)"
        case .openWeightsRestricted:
            let open = Figure("open weights", .stated, of: fact.basis, as: .word)
            return name.map { "\(open) under \($0), which has conditions" }
                ?? "\(open) under a licence with conditions"
        case .proprietary:
            let terms: Sentence =
                subject.fact(.maker, as: String.self).map { "\($0)'s" }
                ?? "its provider's"
            let closed = Figure("weights not published", .stated, of: fact.basis, as: .word)
            return "\(closed); use is under \(terms) terms"
        }
    }
}
