import Catalogue

/// All that a comparison is made of, read once for all blocks.
struct Material: Sendable {
    let subjects: Sides<Subject>
    let names: Sides<Name>
    let benchmarks: [String: Benchmark]
    let votes: VoteEvidence?
    let certainty: Certainty?
    let words: CertaintyWords?
    let measures: Measures
    let prices: ChosenPrices
    let settings: ComparisonSettings
    let context: Limits
    let output: Limits

    init(
        _ subjects: Sides<Subject>, benchmarks: [String: Benchmark], votes: VoteEvidence?,
        measured: MeasuredEvidence?, settings: ComparisonSettings
    ) {
        self.subjects = subjects
        names = subjects.map(\.name)
        self.benchmarks = benchmarks
        self.votes = votes
        self.settings = settings
        certainty = votes.map { votes in
            Certainty(
                votes.gap, votes: votes.places.map { $0?.votes ?? 0 },
                minimum: settings.minimumVotes)
        }
        words = certainty.flatMap { [names] certainty in
            votes.map { CertaintyWords(certainty, names, path: "votes/\($0.snapshot)") }
        }
        measures = Measures(measured, subjects.map(\.slug))
        prices = ChosenPrices(subjects, measured, settings)
        context = Limits(subjects.map(\.context))
        output = Limits(subjects.map(\.output))
    }

    /// The columns of a table of the pair.
    func columns(_ label: Sentence, between: Sentence = "Difference") -> [Sentence] {
        [label, Sentence(names.a), Sentence(names.b), between]
    }

    /// A path below the votes of the snapshot.
    func votesBasis(_ what: String) -> Basis { .votes("votes/\(votes?.snapshot ?? "")/\(what)") }
}
