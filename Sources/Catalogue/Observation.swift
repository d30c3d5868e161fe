/// What kind of place a value was read at.
package enum SourceKind: String, Sendable, Hashable, CaseIterable {
    /// The maker's own page or model card.
    case vendor
    /// A host's price or documentation page.
    case provider
    /// Somebody who is neither maker nor host, as a comparison site.
    case independent
    /// A published list, as of models.dev.
    case imported = "import"
    /// This arena's own measurement.
    case measured
    /// Typed in by the operator, without a page.
    case admin

    /// Which kind is believed first for most fields.
    package static let standardOrder: [SourceKind] = [
        .measured, .vendor, .provider, .independent, .imported, .admin,
    ]
    /// Which kind is believed first for prices and limits of a route.
    package static let routeOrder: [SourceKind] = [
        .provider, .measured, .vendor, .independent, .imported, .admin,
    ]
}

/// Where a value was read.
package struct Source: Sendable, Hashable {
    /// What kind of place it is.
    package let kind: SourceKind
    /// What people call the place, as `llm-stats`.
    package let title: String
    /// The page's address; `nil` for the operator's own word, for measurements, and for a page whose
    /// address is not known.
    package let url: String?

    /// A source from its parts.
    package init(kind: SourceKind, title: String, url: String? = nil) {
        self.kind = kind
        self.title = title
        self.url = url
    }
}

/// One value of one field, as one source gave it at one time.
package struct Observation: Sendable, Hashable {
    /// What the source says.
    package let value: FactValue
    /// The step the source rounded to, in the field's unit; `nil` where the value is exact.
    /// A context printed as `128K` is 128,000 with a precision of 1,000.
    package let precision: FixedPoint?
    /// Where it was read.
    package let source: Source
    /// The date for which the source vouches.
    package let asOf: CalendarDate?
    /// When it was read there.
    package let retrieved: CalendarDate?
    /// A reader's remark.
    package let note: String?

    /// An observation from its parts.
    package init(
        value: FactValue, precision: FixedPoint? = nil, source: Source, asOf: CalendarDate?,
        retrieved: CalendarDate? = nil, note: String? = nil
    ) {
        self.value = value
        self.precision = precision
        self.source = source
        self.asOf = asOf
        self.retrieved = retrieved
        self.note = note
    }
}

/// A value of a field; which kind a field has, ``Field/type`` says.
package enum FactValue: Sendable, Hashable {
    /// Words.
    case text(String)
    /// A whole number.
    case count(Int)
    /// An exact decimal.
    case number(FixedPoint)
    /// US dollars.
    case money(Money)
    /// A date.
    case date(CalendarDate)
    /// Yes or no.
    case flag(Bool)
    /// A set of words, sorted.
    case words([String])
    /// The source says that it will not say.
    case notPublished
    /// The field has no meaning for this model.
    case doesNotApply
}
