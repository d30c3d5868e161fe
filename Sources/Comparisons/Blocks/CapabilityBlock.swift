import Catalogue

/// What each model takes, gives and can do, as its sources say (B10).
package struct CapabilityBlock: Sendable, Hashable {
    /// What only one has, and what is not sourced for one.
    package let differences: CapabilityDifferences
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let rows = Capability.all.compactMap { CapabilityRow($0, material.subjects) }
        differences = CapabilityDifferences(rows, material.names)
        section = Section(
            .capabilities, "Modalities and capabilities",
            sentences: rows.isEmpty ? [] : [differences.sentence],
            tables: [
                Table(
                    "capabilities", "Capabilities of the model or its API, as sourced",
                    columns: Array(material.columns("Capability").dropLast()),
                    rows: rows.map(\.row))
            ])
    }
}

/// Something a model may be able to do.
struct Capability: Sendable, Hashable {
    let id: String
    /// As a row's label.
    let label: Sentence
    /// As one of a list in a sentence.
    let inList: String
    private let field: Field
    private let word: String?

    init(_ field: Field, _ label: Sentence, _ inList: String, word: String? = nil) {
        id = word.map { "\(field.rawValue).\($0)" } ?? field.rawValue
        self.label = label
        self.inList = inList
        self.field = field
        self.word = word
    }

    static let all: [Capability] = [
        Capability(.modalitiesIn, "Image input", "images", word: "image"),
        Capability(.modalitiesIn, "Audio input", "audio input", word: "audio"),
        Capability(.modalitiesIn, "Video input", "video", word: "video"),
        Capability(.modalitiesIn, "PDF input", "PDF input", word: "pdf"),
        Capability(.modalitiesOut, "Image output", "image output", word: "image"),
        Capability(.modalitiesOut, "Audio output", "audio output", word: "audio"),
        Capability(.reasoning, "Reasoning mode", "a reasoning mode"),
        Capability(.tools, "Tools and function calling", "tools"),
        Capability(.structuredOutput, "Structured output", "structured output"),
        Capability(.codeExecution, "Code execution", "code execution"),
        Capability(.webSearch, "Web search", "web search"),
        Capability(.promptCache, "Prompt cache", "a prompt cache"),
        Capability(.batch, "Batch requests", "batch requests"),
        Capability(.fineTune, "Fine-tuning", "fine-tuning"),
        Capability(.logprobs, "Log probabilities", "log probabilities"),
    ]

    /// Whether it is an input that a model may or may not take.
    var isInput: Bool { field == .modalitiesIn }

    /// Whether a model has it; `nil` where no source says so or not.
    func value(of subject: Subject) -> (has: Bool, basis: Basis)? {
        if let word {
            return subject.fact(field, as: [String].self).map {
                ($0.value.contains(word), $0.basis)
            }
        }
        return subject.fact(field, as: Bool.self).map { ($0.value, $0.basis) }
    }

    /// Why there is no value.
    func missing(_ subject: Subject) -> Missing { subject.missing(field) }
}

/// One capability of both; there is none where neither is sourced.
struct CapabilityRow {
    let capability: Capability
    let has: Sides<Bool?>
    let row: TableRow
    private let bases: [Basis]

    /// As one of a list in a sentence.
    var inList: Sentence {
        Sentence(Figure(capability.inList, .stated, of: bases, as: .word))
    }

    init?(_ capability: Capability, _ subjects: Sides<Subject>) {
        let values = subjects.map { capability.value(of: $0) }
        guard values.a != nil || values.b != nil else { return nil }
        self.capability = capability
        has = values.map { $0?.has }
        bases = [values.a, values.b].compactMap { $0?.basis }
        let cells = Sides { side in
            values[side].map { value in
                Cell(
                    Figure(value.has.shown, .stated, of: value.basis, as: .word),
                    value: .flag(value.has))
            } ?? Cell(capability.missing(subjects[side]))
        }
        row = TableRow(capability.id, capability.label, [cells.a, cells.b])
    }
}

/// What only one of two models has.
package struct CapabilityDifferences: Sendable, Hashable {
    /// What only this side has, and the other is known not to have, as parts of a sentence.
    package let only: Sides<[Sentence]>
    /// What only this side takes as input.
    package let onlyInputs: Sides<[Sentence]>
    /// What is sourced for the other side but not for this one.
    package let notSourced: Sides<[Sentence]>
    /// The differences in a sentence.
    package let sentence: Sentence

    init(_ rows: [CapabilityRow], _ names: Sides<Name>) {
        func having(_ side: PairSide) -> [CapabilityRow] {
            rows.filter { $0.has[side] == true && $0.has[side.other] == false }
        }
        only = Sides { having($0).map(\.inList) }
        onlyInputs = Sides { having($0).filter(\.capability.isInput).map(\.inList) }
        notSourced = Sides { side in
            rows.filter { $0.has[side] == nil }.map(\.inList)
        }
        sentence = Self.sentence(only, notSourced, names)
    }

    private static func sentence(
        _ only: Sides<[Sentence]>, _ notSourced: Sides<[Sentence]>, _ names: Sides<Name>
    ) -> Sentence {
        var parts: [Sentence] = []
        if only.a.isEmpty, only.b.isEmpty {
            parts.append("No sourced capability sets them apart.")
        } else {
            for side in PairSide.allCases {
                let list = only[side].isEmpty ? "none" : only[side].joined(by: ", ")
                parts.append("Only \(names[side]): \(list).")
            }
        }
        for side in PairSide.allCases where !notSourced[side].isEmpty {
            parts.append(
                "Not sourced for \(names[side]): \(notSourced[side].joined(by: ", ")).")
        }
        return parts.joined()
    }
}
