import Catalogue
import Yams

/// Reads observations: `{value: 128000, precision: 1000, source: llm-reference-2}`.
struct ObservationForm {
    let sources: SourceBook
    private static let keys = [
        "value", "missing", "precision", "source", "as_of", "retrieved", "note",
    ]

    /// The observations of a list.
    func observations(
        _ entry: Entry?, of type: FieldType, in reading: inout FactReading
    ) -> [Observation] {
        var found: [Observation] = []
        for element in reading.list(entry) {
            guard let group = Group(element, known: Self.keys, in: &reading),
                let observation = observation(group, of: type, in: &reading)
            else { continue }
            append(observation, to: &found, of: element, in: &reading)
        }
        return found
    }

    /// The observations of how many questions a test has, by version.
    func items(_ entry: Entry?, in reading: inout FactReading) -> [String: [Observation]] {
        var found: [String: [Observation]] = [:]
        for element in reading.list(entry) {
            guard let group = Group(element, known: ["version"] + Self.keys, in: &reading),
                let observation = observation(group, of: .count, in: &reading)
            else { continue }
            let version = reading.read(group["version"], as: ValueForm.line) ?? ""
            append(observation, to: &found[version, default: []], of: element, in: &reading)
        }
        return found
    }

    /// The observations that something is so; a value is not written.
    func listings(_ entry: Entry?, in reading: inout FactReading) -> [Observation] {
        let keys = Self.keys.filter { !["value", "missing", "precision"].contains($0) }
        var found: [Observation] = []
        for element in reading.list(entry) {
            guard let group = Group(element, known: keys, in: &reading),
                let listing = observed(.flag(true), precision: nil, group, in: &reading)
            else { continue }
            append(listing, to: &found, of: element, in: &reading)
        }
        return found
    }

    private func append(
        _ observation: Observation, to found: inout [Observation], of entry: Entry,
        in reading: inout FactReading
    ) {
        let isAgain = found.contains {
            $0.value == observation.value && $0.source == observation.source
                && $0.asOf == observation.asOf
        }
        guard isAgain else { return found.append(observation) }
        reading.refuse(
            entry,
            Refusal(
                .duplicate, "The same value of the same source stands twice.", "Keep one of them."))
    }

    private func observation(
        _ group: Group, of type: FieldType, in reading: inout FactReading
    ) -> Observation? {
        let value = value(group, of: type, in: &reading)
        let precision = reading.read(group["precision"]) { (written) throws(Refusal) in
            let step = try ValueForm.number(written)
            guard step.millionths > 0, type.hasPrecision else {
                throw Refusal(
                    .wrongValue, "Only a number has a precision, and one above 0.",
                    "Write the step the source rounds to, as 1000 for 128K, or leave it out.")
            }
            return step
        }
        return observed(value, precision: precision, group, in: &reading)
    }

    private func observed(
        _ value: FactValue?, precision: FixedPoint?, _ group: Group, in reading: inout FactReading
    ) -> Observation? {
        let asOf = reading.read(group["as_of"], as: ValueForm.date)
        let retrieved = reading.read(group["retrieved"], as: ValueForm.date)
        let note = reading.read(group["note"], as: ValueForm.line)
        let item = reading.read(group.required("source", in: &reading), as: sources.item)
        guard let item, let value else { return nil }
        return Observation(
            value: value, precision: precision, source: item.source, asOf: asOf ?? item.asOf,
            retrieved: retrieved ?? item.retrieved, note: note)
    }

    private func value(
        _ group: Group, of type: FieldType, in reading: inout FactReading
    ) -> FactValue? {
        if let missing = group["missing"] {
            if let extra = group["value"] {
                reading.refuse(
                    extra,
                    Refusal(.duplicate, "A value cannot be missing too.", "Keep one of the two."))
            }
            return reading.read(missing, as: Self.missing)
        }
        guard let entry = group.required("value", in: &reading) else { return nil }
        guard case .words = type else {
            return reading.read(entry) { (written) throws(Refusal) in
                try ValueForm.value(written, of: type)
            }
        }
        return words(entry, of: type, in: &reading)
    }

    private func words(
        _ entry: Entry, of type: FieldType, in reading: inout FactReading
    ) -> FactValue? {
        var words: [String] = []
        let elements = reading.list(entry)
        if elements.isEmpty, case .sequence(_) = entry.node {
            reading.refuse(
                entry,
                Refusal(.wrongValue, "The list is empty.", "Write its words, or leave it out."))
        }
        for element in elements {
            let one = reading.read(element) { (written) throws(Refusal) in
                guard case .words(let one) = try ValueForm.value(written, of: type),
                    words.allSatisfy({ !one.contains($0) })
                else { throw Refusal(.duplicate, "It stands twice.", "Keep one of them.") }
                return one
            }
            words += one ?? []
        }
        return words.isEmpty ? nil : .words(words.sorted())
    }

    private static func missing(_ written: String) throws(Refusal) -> FactValue {
        try ValueForm.word(written, of: ["not_published", "does_not_apply"]) == "not_published"
            ? .notPublished : .doesNotApply
    }
}

extension FieldType {
    /// Whether a source can round a value of it.
    var hasPrecision: Bool { [.count, .number, .money].contains(self) }
}
