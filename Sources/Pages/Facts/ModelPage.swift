package import Arena
import Catalogue
package import Charts
package import Comparisons
import Phrases
import Ratings

/// `/models/{slug}`: one model, what voters and measurements say of it, and every fact with its
/// source.
package struct ModelPage: Page {
    private let portrait: ModelPortrait
    private let figures: ModelFigures
    private let origin: String
    private let rivals: [(slug: String, name: String)]
    /// The version in play here with those tested beside it, where there is one.
    package var version: RegistryBook.Entry?

    /// The page of a portrait; `rivals` are the models it can be compared with.
    package init(
        _ portrait: ModelPortrait, figures: ModelFigures, origin: String,
        rivals: [(slug: String, name: String)]
    ) {
        self.portrait = portrait
        self.figures = figures
        self.origin = origin
        self.rivals = rivals
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String {
        portrait.title.text(in: context.say)
    }

    /// The page's own address, its description, and what search engines read.
    package var head: HTML { facts.markup }

    /// What other sites show beside a link to it.
    package func preview(in context: PageContext) -> SocialPreview? {
        let words = portrait.sections.first?.sentences.map { $0.text(in: context.say) } ?? []
        return SocialPreview(
            title: title(in: context),
            summary: words.isEmpty ? portrait.summary : words.joined(separator: " "),
            address: origin + path)
    }

    private var facts: FactsHead {
        FactsHead(
            origin: origin, path: path, title: portrait.title.text,
            isIndexable: true, trail: [("Models", "/models"), (portrait.title.text, path)]
        )
    }

    private var path: String { "/models/\(portrait.subject.slug)" }

    /// The heading, the blocks with their figures, the way to a comparison.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        let shown = portrait.sections.filter { $0.block != .intro }
        return """
            <article class="compare">
            <header class="comparehead">
            <nav aria-label="\(say.text("Breadcrumb"))"><a href="/models">\(say("Models"))</a></nav>
            <h1>\(portrait.title.plainMarkup(in: say))</h1>
            \(portrait.sections.filter { $0.block == .intro }.flatMap(\.sentences).map {
                "<p>\($0.markup(in: say))</p>"
            })
            \(version.map { tested($0, in: say) })
            <p class="fine twins">\(say("Also as")) <a href="\(path).json">JSON</a>, \
            <a href="\(path).md">Markdown</a></p>
            \(picker(in: say), when: !rivals.isEmpty)
            </header>
            \(JumpList(sections: shown).markup(in: say))
            \(shown.map { block($0, in: say) })
            </article>
            """
    }

    private func tested(_ entry: RegistryBook.Entry, in say: Phrasebook) -> HTML {
        """
        <p class="fine"><bdi>\(entry.kin.name)</bdi>: \(entry.kin.words(in: say)) \
        \("(\(say("this one provisional")))", when: entry.isProvisional) \
        · <a href="/registry">\(say("Registry"))</a></p>
        """
    }

    private func picker(in say: Phrasebook) -> HTML {
        """
        <form class="picker" method="get" action="/compare">
        <input type="hidden" name="a" value="\(portrait.subject.slug)">
        <label>\(say("Compare with"))<select name="b">
        \(rivals.map { "<option value=\"\($0.slug)\">\($0.name)</option>" })
        </select></label>
        <button>\(say("Compare"))</button>
        </form>
        """
    }

    private func block(_ section: Section, in say: Phrasebook) -> HTML {
        SectionView(
            section, in: say, figures: figures.markup(of: section.block, path: path, in: say)
        ).markup
    }
}

/// The figures of a model's page, in the order they stand on it.
package struct ModelFigures: Sendable {
    /// The figures by the name of their file.
    package enum Name: String, Sendable, CaseIterable {
        case history, places, categories, waiting
    }

    private let plots: [Name: any Plot]

    /// The figures of a portrait that there are data for, with its ratings over time and how likely
    /// each place of its group is.
    package init(
        _ portrait: ModelPortrait, history: [HistoryPlot.Row] = [], places: [RankMatrix.Row] = []
    ) {
        var plots: [Name: any Plot] = [:]
        let name = portrait.subject.name.text
        if history.count > 1 { plots[.history] = HistoryPlot(model: name, rows: history) }
        if places.count > 1 { plots[.places] = RankMatrix(rows: places) }
        if let strengths = Self.strengths(portrait) { plots[.categories] = strengths }
        if let measured = portrait.evidence.measured, let times = measured.firstText,
            measured.answers >= 20
        {
            plots[.waiting] = QuantileStrip(rows: [
                QuantileStrip.Row(
                    label: name, p5: times.p5, p25: times.p25, p50: times.p50, p75: times.p75,
                    p95: times.p95, count: measured.answers)
            ])
        }
        self.plots = plots
    }

    private static func strengths(_ portrait: ModelPortrait) -> CategoryPlot? {
        let rows = portrait.evidence.strengths.filter { $0.votes >= 30 && $0.gap.connected }
        guard !rows.isEmpty else { return nil }
        return CategoryPlot(
            a: portrait.subject.name.text, b: "the median contender",
            rows: rows.map { strength in
                let share = strength.gap.expectedShareInterval
                let isAhead = strength.gap.pBetter >= 0.975
                let isBehind = strength.gap.pBetter <= 0.025
                return CategoryPlot.Row(
                    label: strength.category, share: strength.gap.expectedShare, low: share.low,
                    high: share.high, votes: strength.votes,
                    ahead: isAhead ? .a : isBehind ? .b : nil)
            })
    }

    /// One figure; `nil` where there is nothing to draw.
    package func plot(_ name: Name) -> (any Plot)? { plots[name] }

    /// The figures of a block.
    func markup(of block: Block, path: String, in say: Phrasebook) -> HTML {
        let names: [Name] =
            switch block {
            case .votes: [.history, .places]
            case .categories: [.categories]
            case .measured: [.waiting]
            default: []
            }
        let parts = names.compactMap { name in
            plots[name].map {
                PlotFigure($0, name: "p-\(name.rawValue)", file: "\(path)/\(name.rawValue).svg")
                    .markup(in: say).text
            }
        }
        return HTML(trusted: parts.joined(separator: "\n"))
    }
}
