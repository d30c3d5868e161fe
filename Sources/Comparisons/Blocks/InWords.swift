/// The page in paragraphs, for readers and for search: the sentences of its blocks, none other (B22).
package struct InWords: Sendable, Hashable {
    /// The block as it is shown: a paragraph a sentence.
    package let section: Section

    init(
        _ verdict: Verdict, _ votes: VotesBlock, _ measured: MeasuredBlock, _ price: PriceBlock,
        _ context: ContextBlock, _ benchmarks: BenchmarkBlock, _ providers: ProviderBlock
    ) {
        let sections = [
            verdict.section, votes.section, measured.section, price.section, context.section,
            benchmarks.section, providers.section,
        ]
        section = Section(
            .inWords, "In words",
            sentences: sections.map { $0.sentences.joined() }.filter { !$0.isEmpty })
    }
}
