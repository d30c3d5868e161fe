import Catalogue

/// The answer in at most four statements: votes, money, waiting, one hard difference (B3).
package struct Verdict: Sendable, Hashable {
    /// Whether nothing is known that could be said.
    package let isEmpty: Bool
    /// The block as it is shown.
    package let section: Section

    /// The whole box as one text: the page's description and its preview.
    package var text: String { section.sentences.joined().text }

    init(_ material: Material, _ price: PriceBlock, _ differences: CapabilityDifferences) {
        let known = [
            Self.votes(material), Self.money(price), Self.waiting(material),
            Self.hardDifference(material, differences),
        ].compactMap(\.self)
        isEmpty = known.isEmpty
        section = Section(
            .verdict, "Verdict",
            sentences: known.isEmpty
                ? ["We know too little about this pair to say anything."] : known)
    }

    private static func votes(_ material: Material) -> Sentence? {
        guard let words = material.words, words.certainty.state != .unmet else { return nil }
        return words.full
    }

    private static func money(_ price: PriceBlock) -> Sentence? {
        price.perAnswer?.sentence ?? price.blended?.sentence
    }

    private static func waiting(_ material: Material) -> Sentence? {
        let measures = material.measures
        let speed = measures.faster.map { "\(material.names[$0]) writes faster." as Sentence }
        guard let sooner = measures.sooner, let times = measures.firstText,
            let difference = measures.number(
                times[sooner.other] - times[sooner], places: 2, unit: " s", .difference,
                PairSide.allCases.map { measures.basis($0, "first_text") })
        else { return speed }
        let first: Sentence = "\(material.names[sooner])'s first word comes \(difference) sooner"
        guard let faster = measures.faster else { return "\(first)." }
        return faster == sooner
            ? "\(first), and it writes faster."
            : "\(first), but \(material.names[faster]) writes faster."
    }

    private static func hardDifference(
        _ material: Material, _ differences: CapabilityDifferences
    ) -> Sentence? {
        if material.context.larger(by: .hardContext) != nil { return LimitWords(material).context }
        for side in PairSide.allCases where !differences.onlyInputs[side].isEmpty {
            return "Only \(material.names[side]) takes \(differences.onlyInputs[side].listed)."
        }
        if let open = material.onlyOpen {
            return "Only \(material.names[open]) has \(material.openWeights)."
        }
        if material.output.larger(by: .hardOutput) != nil {
            return LimitWords(material).outputs.joined()
        }
        return alike(material)
    }

    private static func alike(_ material: Material) -> Sentence? {
        let hasInputs = material.subjects.map { $0.fact(.modalitiesIn, as: [String].self) != nil }
        let hasOpenness = material.subjects.map { $0.openWeights != nil }
        guard material.context.ratio != nil, hasInputs.a, hasInputs.b, hasOpenness.a,
            hasOpenness.b
        else { return nil }
        return "Context, modalities and openness are alike."
    }
}
