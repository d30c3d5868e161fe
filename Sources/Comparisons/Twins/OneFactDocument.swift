package import Catalogue

/// One fact by its address as JSON: what `GET /api/v1/facts/{id}` answers.
package struct OneFactDocument: Encodable, Sendable {
    private let id: String
    private let model: String
    private let shown: String
    private let value: Exact?
    private let missing: Missing?
    private let unit: String?
    private let formula: Formula?
    private let inputs: [String]
    private let sources: [FactDocument.Observed]
    private let disagreeing: Int

    /// A fact that a source states.
    package init(_ fact: AddressedFact, of record: ModelRecord) {
        let origin = fact.origin
        id = origin.path
        model = record.slug
        shown = origin.words(of: origin.shown)
        value = origin.shown.value.exact
        missing = origin.shown.value.missing
        unit = fact.unit
        formula = .stated
        inputs = []
        sources = ([origin.shown] + origin.others).map { FactDocument.Observed($0) }
        disagreeing = origin.others.count { !$0.agrees(with: origin.shown) }
    }

    /// A field of a record of which nothing is sourced.
    package init(unsourced field: Field, of record: ModelRecord) {
        id = "\(record.slug)/\(field.rawValue)"
        model = record.slug
        shown = Missing.notSourced.words.text
        value = nil
        missing = .notSourced
        unit = field.unit
        formula = nil
        inputs = []
        sources = []
        disagreeing = 0
    }

    /// What this arena measured of a model, `measured/{slug}/{what}`; `nil` for another address.
    ///
    /// Its inputs are the window it was measured in and the number of answers.
    package init?(measured id: String, in portrait: ModelPortrait) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let rows = portrait.sections.first { $0.block == .measured }?.tables.first?.rows ?? []
        guard parts.count == 3, parts[0] == "measured", parts[1] == portrait.subject.slug,
            let row = rows.first(where: { $0.id == parts[2] }), let cell = row.cells.first
        else { return nil }
        self.id = id
        model = portrait.subject.slug
        shown = cell.words.text
        value = cell.value
        missing = cell.missing
        unit = MeasuredRow.unit(of: row.id)
        formula = cell.words.figures.first?.formula
        inputs =
            row.id == "answers"
            ? ["rule/window"] : ["measured/\(portrait.subject.slug)/answers", "rule/window"]
        sources = []
        disagreeing = 0
    }

    private enum Key: String, CodingKey {
        case id, model, value, missing, shown, unit, formula, inputs, sources, disagreeing
    }

    /// A missing value is `null` beside the reason.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(model, forKey: .model)
        if let value {
            try container.encode(value, forKey: .value)
        } else {
            try container.encodeNil(forKey: .value)
        }
        try container.encodeIfPresent(missing?.rawValue, forKey: .missing)
        try container.encode(shown, forKey: .shown)
        try container.encodeIfPresent(unit, forKey: .unit)
        try container.encodeIfPresent(formula?.rawValue, forKey: .formula)
        try container.encode(inputs, forKey: .inputs)
        try container.encode(sources, forKey: .sources)
        try container.encode(disagreeing, forKey: .disagreeing)
    }
}

extension Exact: Encodable {
    /// The bare value; an exact decimal as a string.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .number(let number): try container.encode(number)
        case .decimal(let exact): try container.encode(exact.decimal)
        case .flag(let flag): try container.encode(flag)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        }
    }
}

extension FactValue {
    fileprivate var missing: Missing? {
        switch self {
        case .notPublished: .notPublished
        case .doesNotApply: .doesNotApply
        default: nil
        }
    }
}
