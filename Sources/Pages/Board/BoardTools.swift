import Arena
import Phrases

/// What stands below the table: the same for programs, the other view, two models to compare.
struct BoardTools {
    let board: Leaderboard
    let context: PageContext

    private var say: Phrasebook { context.say }

    var markup: HTML {
        """
        <div class="boardtools">
        <p class="row">
        <a class="onphone" href="/leaderboard\(turned.text)">\(say(
            board.query.isWide ? "As cards" : "As a table"))</a>
        \(["csv", "json", "md"].map { form in
            """
            <a href="/leaderboard.\(form)\(board.query.text)">\(Self.words[form] ?? "")</a>
            """
        })
        <a href="/methodology">\(say("How ratings work"))</a>
        </p>
        \(comparison, when: models.count > 1)
        </div>
        """
    }

    private static let words = ["csv": "CSV", "json": "JSON", "md": "Markdown"]

    private var turned: BoardQuery {
        var query = board.query
        query.isWide.toggle()
        return query
    }

    /// The models on the board, each once, in its order.
    private var models: [(slug: String, name: String)] {
        var seen: Set<String> = []
        return board.groups.flatMap(\.rows).filter { seen.insert($0.slug).inserted }
            .map { ($0.slug, $0.standing.name) }
    }

    private var comparison: HTML {
        """
        <form class="pickpair" method="get" action="/compare">
        <label>\(say("Compare")) \(select("a", chosen: 0))</label>
        <label>\(say("with")) \(select("b", chosen: 1))</label>
        <button>\(say("Compare"))</button>
        </form>
        """
    }

    private func select(_ name: String, chosen: Int) -> HTML {
        """
        <select name="\(name)">
        \(models.enumerated().map { index, model in
            """
            <option value="\(model.slug)"\(" selected", when: index == chosen)>\(model.name)</option>
            """
        })
        </select>
        """
    }
}
