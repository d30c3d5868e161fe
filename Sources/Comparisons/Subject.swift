package import Catalogue

/// One model as the blocks read it: its record, its name, and each field as fact or cell.
package struct Subject: Sendable, Hashable {
    /// The record.
    package let record: ModelRecord
    /// Its name.
    package let name: Name
    /// The providers that serve it, each once, by name.
    let providers: [String]
    /// What the count of its providers rests on.
    let providerBasis: [Basis]
    /// What is shown of each field, chosen once.
    private let origins: [Field: Origin]

    /// A record's subject.
    package init(_ record: ModelRecord) {
        self.record = record
        name = Name(record.name)
        var origins: [Field: Origin] = [:]
        for (field, observations) in record.observations {
            let believed = observations.believed(SourceKind.standardOrder)
            origins[field] = believed.first.map { shown in
                Origin(
                    path: "\(record.slug)/\(field.rawValue)", shown: shown,
                    others: Array(believed.dropFirst()))
            }
        }
        self.origins = origins
        let named = record.routes.filter(\.isNamed)
        providers = Set(named.map(\.provider))
            .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
        providerBasis = named.compactMap { route in
            route.listings.believed(SourceKind.routeOrder).first.map {
                .fact(Origin(path: route.path(of: record.slug), shown: $0))
            }
        }
    }

    /// Its name in addresses.
    package var slug: String { record.slug }

    /// The shown fact of a field; `nil` when it is not sourced.
    package func fact<Value: FactRepresentable>(
        _ field: Field, as type: Value.Type = Value.self
    ) -> Fact<Value>? {
        origins[field].flatMap { origin in
            Value(origin.shown.value).map { Fact(value: $0, origin: origin) }
        }
    }

    /// Why a field has no fact.
    func missing(_ field: Field) -> Missing {
        switch origins[field]?.shown.value {
        case .notPublished: .notPublished
        case .doesNotApply: .doesNotApply
        default: .notSourced
        }
    }

    /// A field as a cell.
    func cell<Value: Showable>(_ field: Field, as type: Value.Type) -> Cell {
        guard let fact = fact(field, as: type) else { return Cell(missing(field)) }
        return Cell(fact)
    }

    /// Whether it has weights that anyone can load.
    var openWeights: Fact<Bool>? { fact(.openWeights) }

    /// Whether its weights are known not to be published.
    var isClosed: Bool {
        openWeights?.value == false
            || fact(.licenseClass, as: LicenseClass.self)?.value == .proprietary
    }

    /// The context, in tokens.
    var context: Fact<Int>? { fact(.contextTokens) }

    /// The longest answer, in tokens; `nil` also where the source only repeats the context, which
    /// no answer can fill.
    var output: Fact<Int>? {
        guard let output = fact(.outputTokensMax, as: Int.self) else { return nil }
        if let context, output.value >= context.value { return nil }
        return output
    }

    /// Why there is no output limit.
    var missingOutput: Missing {
        fact(.outputTokensMax, as: Int.self) == nil ? missing(.outputTokensMax) : .noSeparateLimit
    }

    /// The knowledge cut-off; `nil` also where it lies after the release, which cannot be.
    var cutoff: Fact<CalendarDate>? { impossibleCutoff == nil ? fact(.knowledgeCutoff) : nil }

    /// A sourced cut-off after the release, with the release.
    var impossibleCutoff: (cutoff: Fact<CalendarDate>, release: Fact<CalendarDate>)? {
        guard let cutoff = fact(.knowledgeCutoff, as: CalendarDate.self),
            let release = fact(.releaseDate, as: CalendarDate.self),
            release.value.isSurelyBefore(cutoff.value)
        else { return nil }
        return (cutoff, release)
    }
}

extension Cell {
    /// A fact as it is shown everywhere.
    init(_ fact: Fact<some Showable>, mark: Mark = .none) {
        self.init(Sentence(fact.figure), value: fact.origin.shown.value.exact, mark: mark)
    }

    init(_ figure: Figure, value: Exact? = nil, mark: Mark = .none) {
        self.init(Sentence(figure), value: value, mark: mark)
    }
}

extension FactValue {
    /// The value as programs read it; `nil` for the two that say there is none.
    var exact: Exact? {
        switch self {
        case .text(let text): .text(text)
        case .count(let count): .count(count)
        case .number(let number): .decimal(Rational(number))
        case .money(let money): .decimal(Rational(money))
        case .date(let date): .text(date.description)
        case .flag(let flag): .flag(flag)
        case .words(let words): .list(words)
        case .notPublished, .doesNotApply: nil
        }
    }
}
