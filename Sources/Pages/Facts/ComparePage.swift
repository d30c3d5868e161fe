package import Comparisons
import Phrases

/// `/compare/{x}-vs-{y}`: two models side by side.
package struct ComparePage: Page {
    private let comparison: Comparison
    private let origin: String
    private let contenders: Sides<String>?

    /// The page of a comparison.
    ///
    /// - Parameters:
    ///   - origin: scheme and host, for the page's own full address.
    ///   - contenders: who stands for the two in a battle of the pair; `nil` where one of them is
    ///     not called now.
    package init(_ comparison: Comparison, origin: String, contenders: Sides<String>?) {
        self.comparison = comparison
        self.origin = origin
        self.contenders = contenders
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String {
        comparison.title.text(in: context.say)
    }

    /// The page's own address, its description, and what search engines read.
    package var head: HTML { facts.markup }

    /// What other sites show beside a link to it.
    package func preview(in context: PageContext) -> SocialPreview? {
        let verdict = comparison.verdict.section.sentences.map { $0.text(in: context.say) }
        return SocialPreview(
            title: title(in: context), summary: verdict.joined(separator: " "),
            address: origin + path)
    }

    private var facts: FactsHead {
        FactsHead(
            origin: origin, path: path, title: comparison.title.text,
            isIndexable: comparison.isIndexable,
            trail: [("Compare", "/compare"), (comparison.title.text, path)]
        )
    }

    private var path: String { "/compare/\(comparison.slug)" }

    /// The heading, the verdict, why to choose each, and the blocks with their figures.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        let shown = comparison.sections.filter { !Self.above.contains($0.block) }
        let figures = PairFigures(comparison)
        return """
            <article class="compare">
            <header class="comparehead">
            <nav aria-label="\(say.text("Breadcrumb"))"><a href="/compare">\(say("Compare"))</a></nav>
            <h1>\(comparison.title.plainMarkup(in: say))</h1>
            \(stamp(in: say))
            \(intro(in: say))
            \(verdict(in: say))
            \(choose(in: say))
            </header>
            \(JumpList(sections: shown).markup(in: say))
            \(shown.map { block($0, figures, in: context) })
            </article>
            """
    }

    /// Blocks that stand above the jump list, in their own shape.
    private static let above: Set<Block> = [.intro, .verdict, .choose]

    private func section(_ block: Block) -> Section? {
        comparison.sections.first { $0.block == block }
    }

    private func stamp(in say: Phrasebook) -> HTML {
        """
        <p class="fine">\(comparison.sources.section.sentences.prefix(stamps).map { sentence in
            "<span>\(sentence.plainMarkup(in: say))</span> "
        })<span class="twins">\(say("Also as")) <a href="\(path).json">JSON</a>, \
        <a href="\(path).md">Markdown</a>, <a href="\(path).csv">CSV</a></span></p>
        """
    }

    /// The first sentence of the sources dates the facts, the second the votes, where there are some.
    private var stamps: Int { comparison.votes.evidence == nil ? 1 : 2 }

    private func intro(in say: Phrasebook) -> HTML {
        guard let intro = section(.intro) else { return .empty }
        return "<p>\(intro.sentences.map { $0.plainMarkup(in: say) })</p>"
    }

    private func verdict(in say: Phrasebook) -> HTML {
        """
        <div class="verdict" id="verdict">
        \(comparison.verdict.section.sentences.map { "<p>\($0.markup(in: say))</p>" })
        </div>
        """
    }

    private func choose(in say: Phrasebook) -> HTML {
        guard let section = section(.choose) else { return .empty }
        let marks = ["fill-a", "fill-b"]
        let columns = section.lists.enumerated().map { index, list -> HTML in
            """
            <div>
            <h2><i class="dot \(marks[min(index, 1)])" aria-hidden="true"></i>\
            \(list.title.plainMarkup(in: say))</h2>
            <ul>\(list.items.map { "<li>\($0.markup(in: say))</li>" })</ul>
            </div>
            """
        }
        return """
            <div class="twocol" id="choose">\(columns)</div>
            \(section.sentences.map { "<p>\($0.markup(in: say))</p>" })
            """
    }

    private func block(
        _ section: Section, _ all: PairFigures, in context: PageContext
    ) -> HTML {
        let say = context.say
        var figures = all.markup(of: section.block, in: say)
        switch section.block {
        case .votes: figures = "\(figures)\n\(battle(in: context))"
        case .monthly:
            figures = "\(TrafficForm(comparison, path: path).markup(in: say))\n\(figures)"
        case .price: figures = "\(BlendLinks(comparison, path: path).markup(in: say))\n\(figures)"
        case .related: return RelatedLinks(comparison.related).markup(in: say)
        default: break
        }
        return SectionView(section, in: say, figures: figures).markup
    }

    private func battle(in context: PageContext) -> HTML {
        guard let contenders else {
            return """
                <p class="fine">\(context.say("""
                    This arena does not call both of them now, so no battle of this pair can be \
                    begun here.
                    """))</p>
                """
        }
        return PairBattle(contenders).markup(in: context)
    }
}
