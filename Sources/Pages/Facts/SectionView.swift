import Comparisons
import Phrases

/// One block of a page about models: heading, sentences, whatever belongs to it, tables, lists.
struct SectionView {
    private let section: Section
    private let say: Phrasebook
    private let figures: HTML
    private let anchors: [String: String]

    /// A view of a block; `figures` stand between its sentences and its tables.
    init(
        _ section: Section, in say: Phrasebook, figures: HTML = .empty,
        anchors: [String: String] = [:]
    ) {
        self.section = section
        self.say = say
        self.figures = figures
        self.anchors = anchors
    }

    /// The block, an anchor of the page.
    var markup: HTML {
        """
        <section class="block" id="\(section.block.rawValue)" aria-labelledby="h-\(section.block.rawValue)">
        <h2 id="h-\(section.block.rawValue)">\(section.title.plainMarkup(in: say))</h2>
        \(section.sentences.map { "<p>\($0.markup(in: say))</p>" })
        \(figures)
        \(section.tables.filter { !$0.rows.isEmpty }.map(table))
        \(lists)
        </section>
        """
    }

    /// Long tables of origins fold away; what is said of the models never does.
    private func table(_ table: Table) -> HTML {
        let view = SectionTable(table, in: say, anchors: anchors).markup
        guard section.block == .sources || table.rows.count > 24 else { return view }
        return """
            <details class="data"><summary>\(table.caption.plainMarkup(in: say)) \
            (\(say.count(table.rows.count, "{n} row", "{n} rows")))</summary>\(view)</details>
            """
    }

    private var lists: HTML {
        switch section.block {
        case .questions: questions
        case .choose, .tradeOffs, .switching, .prosAndCons, .bestFor: columns
        default: HTML(trusted: section.lists.map { list($0, "").text }.joined(separator: "\n"))
        }
    }

    private var columns: HTML {
        guard !section.lists.isEmpty else { return .empty }
        return "<div class=\"twocol\">\(section.lists.map { list($0, "") })</div>"
    }

    private func list(_ list: SentenceList, _ kind: HTML) -> HTML {
        """
        <div\(kind)>
        <h3>\(list.title.plainMarkup(in: say))</h3>
        <ul>\(list.items.map { "<li>\($0.markup(in: say))</li>" })</ul>
        </div>
        """
    }

    private var questions: HTML {
        HTML(
            trusted: section.lists.map { list -> String in
                let answer: HTML = """
                    <details class="qa"><summary><h3>\(list.title.plainMarkup(in: say))</h3></summary>
                    \(list.items.map { "<p>\($0.markup(in: say))</p>" })
                    </details>
                    """
                return answer.text
            }.joined(separator: "\n"))
    }
}
