/// A type that a ``FactValue`` may hold.
package protocol FactRepresentable: Sendable, Hashable {
    /// The value of this type in an observation; `nil` when it holds another.
    init?(_ value: FactValue)
}

/// A value of known origin: the only thing a page may print as a number or a claim.
package struct Fact<Value: FactRepresentable>: Sendable, Hashable {
    /// The value.
    package let value: Value
    /// Where it comes from.
    package let origin: Origin

    /// A value with its origin.
    package init(value: Value, origin: Origin) {
        self.value = value
        self.origin = origin
    }
}

/// Where a fact comes from, and what else was read about the same field.
///
/// A page names one origin many times, so it is kept once and referred to.
package struct Origin: Sendable, Hashable {
    private final class Content: Sendable {
        let path: String
        let shown: Observation
        let others: [Observation]

        init(path: String, shown: Observation, others: [Observation]) {
            self.path = path
            self.shown = shown
            self.others = others
        }
    }

    private let content: Content

    /// An origin from its parts.
    package init(path: String, shown: Observation, others: [Observation] = []) {
        content = Content(path: path, shown: shown, others: others)
    }

    /// The fact's address: `gpt-4-1-mini/context_tokens`, `o3-mini/routes/openai-api/price_in`.
    package var path: String { content.path }

    /// The observation that is shown.
    package var shown: Observation { content.shown }

    /// Observations of the same field that were not chosen, in order of belief.
    package var others: [Observation] { content.others }

    /// The observations that say something else than the one shown.
    package var disagreeing: [Observation] { others.filter { $0.value != shown.value } }

    /// Whether all parts are equal.
    package static func == (left: Origin, right: Origin) -> Bool {
        left.content === right.content
            || left.path == right.path && left.shown == right.shown && left.others == right.others
    }

    /// By address.
    package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension Sequence<Observation> {
    /// The observations by belief: highest kind in the order first, then the newest, then the
    /// most exact, then in the order they were given.
    ///
    /// A date known only to the month or year counts as its first day. One exception to the newest:
    /// where it only rounds what a more exact source of the same kind says, the exact one stands
    /// first, since the newer does not contradict it.
    package func believed(_ order: [SourceKind]) -> [Observation] {
        let all = Array(self)
        guard all.count > 1 else { return all }
        let keys = all.map { observation in
            (
                rank: order.firstIndex(of: observation.source.kind) ?? .max,
                day: observation.asOf?.firstDay ?? .min, step: observation.step
            )
        }
        let sorted = all.indices.sorted { left, right in
            let (one, other) = (keys[left], keys[right])
            if one.rank != other.rank { return one.rank < other.rank }
            if one.day != other.day { return one.day > other.day }
            return one.step != other.step ? one.step < other.step : left < right
        }.map { all[$0] }
        guard let first = sorted.first, first.step > 0 else { return sorted }
        let exact = sorted.indices.filter { index in
            let other = sorted[index]
            return other.source.kind == first.source.kind && other.step < first.step
                && first.agrees(with: other)
        }.min { sorted[$0].step < sorted[$1].step }
        guard let exact else { return sorted }
        return [sorted[exact]] + sorted[..<exact] + sorted[(exact + 1)...]
    }

    /// The fact of a field from all that was observed of it; `nil` when nothing was, or when the
    /// most believed value has another type (as `notPublished`).
    package func fact<Value: FactRepresentable>(
        at path: String, order: [SourceKind], as type: Value.Type = Value.self
    ) -> Fact<Value>? {
        let sorted = believed(order)
        guard let first = sorted.first, let value = Value(first.value) else { return nil }
        let origin = Origin(path: path, shown: first, others: Array(sorted.dropFirst()))
        return Fact(value: value, origin: origin)
    }
}

extension String: FactRepresentable {
    /// The words, where the value is text.
    package init?(_ value: FactValue) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension Int: FactRepresentable {
    /// The whole number, where the value is a count.
    package init?(_ value: FactValue) {
        guard case .count(let count) = value else { return nil }
        self = count
    }
}

extension FixedPoint: FactRepresentable {
    /// The decimal, where the value is a number.
    package init?(_ value: FactValue) {
        guard case .number(let number) = value else { return nil }
        self = number
    }
}

extension Money: FactRepresentable {
    /// The dollars, where the value is money.
    package init?(_ value: FactValue) {
        guard case .money(let money) = value else { return nil }
        self = money
    }
}

extension CalendarDate: FactRepresentable {
    /// The date, where the value is one.
    package init?(_ value: FactValue) {
        guard case .date(let date) = value else { return nil }
        self = date
    }
}

extension Bool: FactRepresentable {
    /// Yes or no, where the value is a flag.
    package init?(_ value: FactValue) {
        guard case .flag(let flag) = value else { return nil }
        self = flag
    }
}

extension [String]: FactRepresentable {
    /// The words, where the value is a set of them.
    package init?(_ value: FactValue) {
        guard case .words(let words) = value else { return nil }
        self = words
    }
}
