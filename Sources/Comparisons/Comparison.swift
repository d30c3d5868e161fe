package import Catalogue
import Ratings

/// Two models side by side: the whole page as a value, made from their records, the votes and the
/// measurements. Every twin of the page is made from it.
package struct Comparison: Sendable {
    /// The two models, in the order of the pair.
    package let subjects: Sides<Subject>
    /// The heading and who they are.
    package let intro: Intro
    /// The answer in short.
    package let verdict: Verdict
    /// Reasons to choose each.
    package let chooseIf: ChooseIf
    /// The short table and the trade-offs.
    package let scorecard: Scorecard
    /// What the votes say.
    package let votes: VotesBlock
    /// What was measured here.
    package let measured: MeasuredBlock
    /// Prices.
    package let price: PriceBlock
    /// What a month costs.
    package let monthly: MonthlyCost?
    /// Context and output limits.
    package let context: ContextBlock
    /// Modalities and capabilities.
    package let capabilities: CapabilityBlock
    /// Benchmarks.
    package let benchmarks: BenchmarkBlock
    /// Votes by category.
    package let categories: CategoryBlock
    /// Fields and licence.
    package let specification: SpecificationBlock
    /// Dates.
    package let dates: DateBlock
    /// Providers.
    package let providers: ProviderBlock
    /// What changes for those who switch.
    package let switching: Switching
    /// What speaks for and against each.
    package let prosAndCons: ProsAndCons
    /// What each is best for.
    package let bestFor: BestFor
    /// The page in paragraphs.
    package let inWords: InWords
    /// Questions with answers.
    package let questions: Questions
    /// Pairs to read next.
    package let related: Related
    /// Where all of it comes from.
    package let sources: Sources
    /// The blocks that have something to show, in the order they stand on a page.
    package let sections: [Section]
    /// What the operator and the reader chose.
    package let settings: ComparisonSettings

    /// Compares a pair. Evidence is seen from the pair's first model.
    ///
    /// Time is proportional to the facts of the two records, plus the number of other models.
    package init(
        _ pair: Pair, benchmarks tests: [String: Benchmark] = [:], votes evidence: VoteEvidence?,
        measured measurements: MeasuredEvidence?, others: [OtherModel] = [],
        settings: ComparisonSettings
    ) {
        let material = Material(
            Sides(a: Subject(pair.a), b: Subject(pair.b)), benchmarks: tests, votes: evidence,
            measured: measurements, settings: settings)
        self.settings = settings
        subjects = material.subjects
        intro = Intro(material)
        votes = VotesBlock(material)
        measured = MeasuredBlock(material)
        price = PriceBlock(material)
        monthly = MonthlyCost(material)
        context = ContextBlock(material)
        capabilities = CapabilityBlock(material)
        benchmarks = BenchmarkBlock(material)
        categories = CategoryBlock(material)
        specification = SpecificationBlock(material)
        dates = DateBlock(material)
        providers = ProviderBlock(material)
        let differences = capabilities.differences
        verdict = Verdict(material, price, differences)
        chooseIf = ChooseIf(material, price, categories, differences, dates)
        scorecard = Scorecard(material, price, benchmarks)
        switching = Switching(material, differences)
        prosAndCons = ProsAndCons(material, scorecard)
        bestFor = BestFor(material, differences)
        questions = Questions(AnswerSources(material, price, monthly, categories, dates))
        related = Related(material, others)
        inWords = InWords(
            verdict, votes, measured, price, context, benchmarks, providers)
        let shown = [
            intro.section, verdict.section, chooseIf.section, scorecard.section,
            scorecard.tradeOffSection, votes.section, measured.section, price.section,
            monthly?.section, context.section, capabilities.section, benchmarks.section,
            categories.section, specification.section, dates.section, providers.section,
            switching.section, prosAndCons.section, bestFor.section, questions.section,
            related.section,
        ].compactMap(\.self)
        sources = Sources(shown, today: settings.today, votes: evidence)
        sections = (shown + [inWords.section, sources.section]).filter { !$0.isEmpty }
    }

    /// The pair's part of its address.
    package var slug: String { "\(subjects.a.slug)-vs-\(subjects.b.slug)" }

    /// The heading.
    package var title: Sentence { intro.title }

    /// The page's description and preview: the verdict.
    package var summary: String { verdict.text }

    /// Whether search should find the page.
    package var isIndexable: Bool {
        Self.isWorthFinding(subjects.a.record, subjects.b.record, votes: votes.record.votes)
    }

    /// Whether search should find the page of two models: it has votes, or both models ten sourced
    /// values.
    package static func isWorthFinding(
        _ one: ModelRecord, _ other: ModelRecord, votes: Int
    ) -> Bool {
        votes > 0 || min(one.sourcedValues, other.sourcedValues) >= 10
    }
}
