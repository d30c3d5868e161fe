/// Something in a record that cannot be right, or that nobody vouches for any more; shown beside
/// the facts, never mended.
package struct Conflict: Sendable, Hashable {
    /// What is wrong; the raw value never changes.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A model cannot know what happened after it was released.
        case cutoffAfterRelease = "cutoff-after-release"
        /// An answer cannot be longer than the context it stands in.
        case outputAboveContext = "output-above-context"
        /// The output limit is the whole context: no separate limit is sourced.
        case outputEqualsContext = "output-equals-context"
        /// Tokens written cost less than tokens read.
        case outputPriceBelowInput = "output-price-below-input"
        /// A price of nothing on a route that is not free.
        case zeroPrice = "zero-price"
        /// A release after today.
        case releaseInFuture = "release-in-future"
        /// Two sources say different things: numbers more than 1% apart beyond their rounding, or
        /// other values that exclude each other.
        case disagreement
        /// A score outside the scale of its test.
        case scoreOutsideScale = "score-outside-scale"
        /// A score whose source does not name the version of the test.
        case versionMissing = "version-missing"
        /// No source vouches for the value in recent time: 90 days for a price, 365 for the rest.
        case old
    }

    /// What is wrong.
    package let kind: Kind
    /// The slug of the model.
    package let subject: String
    /// The field within the model, as `knowledge_cutoff` or `routes/OpenAI API/price_out`.
    package let field: String
    /// The observations that do not go together; one where it is wrong by itself.
    package let observations: [Observation]
    /// One sentence for people.
    package let sentence: String

    /// A conflict from its parts.
    package init(
        _ kind: Kind, of subject: String, in field: String, _ observations: [Observation],
        _ sentence: String
    ) {
        self.kind = kind
        self.subject = subject
        self.field = field
        self.observations = observations
        self.sentence = sentence
    }

    /// The fact's address, as ``Origin/path`` has it.
    package var path: String { "\(subject)/\(field)" }
}

extension ModelCatalogue {
    /// Every conflict in every record, by name of the model, in the order of its fields.
    package func conflicts(today: CalendarDate) -> [Conflict] {
        sorted.flatMap { $0.conflicts(today: today, benchmarks: benchmarks) }
    }
}

extension ModelRecord {
    /// Every conflict in this record; scores are checked against the scales of `benchmarks`.
    package func conflicts(
        today: CalendarDate, benchmarks: [String: Benchmark] = [:]
    ) -> [Conflict] {
        let check = ConflictCheck(subject: slug, today: today)
        return dateConflicts(check) + fieldConflicts(check)
            + routes.flatMap { $0.conflicts(check) }
            + results.flatMap { $0.conflicts(check, benchmarks[$0.benchmark]) }
    }

    private func dateConflicts(_ check: ConflictCheck) -> [Conflict] {
        guard let release: Fact<CalendarDate> = fact(.releaseDate) else { return [] }
        var found: [Conflict] = []
        if let cutoff: Fact<CalendarDate> = fact(.knowledgeCutoff),
            release.value.isSurelyBefore(cutoff.value)
        {
            found.append(
                check.conflict(
                    .cutoffAfterRelease, Field.knowledgeCutoff.rawValue,
                    [cutoff.origin.shown, release.origin.shown],
                    "The knowledge cut-off \(cutoff.value) lies after the release "
                        + "\(release.value)."))
        }
        if check.today.isSurelyBefore(release.value) {
            found.append(
                check.conflict(
                    .releaseInFuture, Field.releaseDate.rawValue, [release.origin.shown],
                    "The release \(release.value) lies after today, \(check.today)."))
        }
        return found
    }

    private func fieldConflicts(_ check: ConflictCheck) -> [Conflict] {
        let limits = check.limits(
            context: fact(.contextTokens), output: fact(.outputTokensMax),
            field: Field.outputTokensMax.rawValue)
        return limits
            + Field.allCases.flatMap { field in
                let sorted = (observations[field] ?? []).believed(SourceKind.standardOrder)
                return check.disagreements(sorted, field.rawValue)
                    + check.age(sorted, field.rawValue, days: 365)
            }
    }
}

extension Route {
    fileprivate func conflicts(_ check: ConflictCheck) -> [Conflict] {
        let name = { (field: RouteField) in "routes/\(label)/\(field.rawValue)" }
        let fields = RouteField.allCases.flatMap { field -> [Conflict] in
            let sorted = (observations[field] ?? []).believed(SourceKind.routeOrder)
            let free = tier == .free ? [] : check.zero(sorted, name(field))
            return check.disagreements(sorted, name(field)) + free
                + check.age(sorted, name(field), days: field.type == .money ? 90 : 365)
        }
        return check.limits(
            context: fact(.contextTokens, of: check.subject),
            output: fact(.outputTokensMax, of: check.subject), field: name(.outputTokensMax))
            + check.prices(
                in: fact(.priceIn, of: check.subject), out: fact(.priceOut, of: check.subject),
                field: name(.priceOut)) + fields
            + check.age(
                listings.believed(SourceKind.routeOrder), "routes/\(label)/listed", days: 365)
    }
}

extension BenchmarkResult {
    /// Names the result within its model, as `results/gpqa/diamond/accuracy/5-shot`.
    package var path: String {
        (["results", benchmark, version, metric, setting].filter { !$0.isEmpty })
            .joined(separator: "/")
    }

    fileprivate func conflicts(_ check: ConflictCheck, _ benchmark: Benchmark?) -> [Conflict] {
        let sorted = scores.believed(SourceKind.standardOrder)
        var found = check.disagreements(sorted, path)
        for score in scores {
            guard case .number(let points) = score.value, let scale = benchmark?.scale,
                points < FixedPoint(whole: scale.lowerBound)
                    || points > FixedPoint(whole: scale.upperBound)
            else { continue }
            found.append(
                check.conflict(
                    .scoreOutsideScale, path, [score],
                    "The score \(points) lies outside the scale of \(benchmark?.name ?? ""), "
                        + "\(scale.lowerBound) to \(scale.upperBound)."))
        }
        if version.isEmpty, let shown = sorted.first {
            found.append(
                check.conflict(
                    .versionMissing, path, [shown],
                    "\(shown.source.title) does not name the version of "
                        + "\(benchmark?.name ?? self.benchmark)."))
        }
        return found + check.age(sorted, path, days: 365)
    }
}

extension FixedPoint {
    fileprivate init(whole: Int) {
        let (value, overflow) = Int64(whole).multipliedReportingOverflow(by: 1_000_000)
        self.init(millionths: overflow ? (whole < 0 ? .min : .max) : value)
    }
}
