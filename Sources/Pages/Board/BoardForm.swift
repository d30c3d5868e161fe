import Arena
import Phrases

/// The form that chooses what the board is of; sent by GET, so that its address can be shared.
struct BoardForm {
    let query: BoardQuery
    let minimumVotes: Int
    let context: PageContext

    private var say: Phrasebook { context.say }

    var markup: HTML {
        """
        <form class="boardform" method="get" action="/leaderboard">
        <label>\(say("Category"))
        <select name="category">
        \(option("", "All", isChosen: query.category == nil))
        \(context.categories.map {
            option($0.rawValue, $0.name, isChosen: query.category == $0)
        })
        </select></label>
        <label>\(say("Period"))
        <select name="period">
        \(BoardPeriod.allCases.map {
            option($0 == .all ? "" : $0.rawValue, $0.words, isChosen: query.period == $0)
        })
        </select></label>
        <label>\(say("Votes at least"))
        <input type="number" name="min_votes" min="0" max="1000000" inputmode="numeric" \
        value="\(query.minimumVotes ?? minimumVotes)"></label>
        \(box("style", "1", "Style-adjusted", isChosen: query.isStyleAdjusted))
        \(more)
        \(query.pool.map { "<input type=\"hidden\" name=\"pool\" value=\"\($0.rawValue)\">" })
        <button>\(say("Apply"))</button>
        </form>
        """
    }

    private var more: HTML {
        """
        <details class="morefields"\(" open", when: isAdjusted)>
        <summary>\(say("More"))</summary>
        <div class="morebox">
        <label>\(say("Sort by"))
        <select name="sort">
        \(BoardColumn.allCases.filter(\.isSortable).map {
            option($0 == .rank ? "" : $0.rawValue, $0.words, isChosen: query.sort == $0)
        })
        </select></label>
        <label>\(say("Ratings as of"))
        <input name="at" placeholder="2026-11-21" maxlength="40" value="\(query.at ?? "")"></label>
        \(box("retired", "1", "Show retired models", isChosen: query.showsRetired))
        <fieldset><legend>\(say("Columns"))</legend>
        \(BoardColumn.further.map {
            box("columns", $0.rawValue, $0.words, isChosen: query.columns.contains($0))
        })
        </fieldset>
        </div>
        </details>
        """
    }

    private var isAdjusted: Bool {
        query.at != nil || query.showsRetired || query.sort != .rank || !query.columns.isEmpty
    }

    private func option(_ value: String, _ words: String, isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(" selected", when: isChosen)>\(say(words))</option>"
    }

    private func box(
        _ name: String, _ value: String, _ words: String, isChosen: Bool
    ) -> HTML {
        """
        <label class="box"><input type="checkbox" name="\(name)" value="\(value)"\
        \(" checked", when: isChosen)> \(say(words))</label>
        """
    }
}

extension BoardPeriod {
    /// What it is called, in English.
    var words: String {
        switch self {
        case .all: "All votes"
        case .quarter: "Last 90 days"
        case .month: "Last 30 days"
        case .week: "Last 7 days"
        }
    }
}
