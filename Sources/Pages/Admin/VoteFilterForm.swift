import Arena

/// The form above the list of votes.
struct VoteFilterForm {
    let filter: VoteFilter
    let contenders: [Contender]
    let known: [Arena.Category]

    var markup: HTML {
        let names = [("", "any")] + contenders.map { ($0.id.text, $0.name) }
        let number = { (value: Int64?) in value?.description ?? "" }
        return """
            <form class="adminfilter" method="get" action="/admin/votes">
            \(AdminWords.choice("contender", "Contender", filter.contender?.text ?? "", names))
            \(AdminWords.choice("rival", "Against", filter.rival?.text ?? "", names))
            \(AdminWords.choice("category", "Category", filter.category?.rawValue ?? "", categories))
            \(AdminWords.choice("kind", "Kind", filter.kind?.rawValue ?? "", kinds))
            \(AdminWords.choice("standing", "Counts", filter.standing?.rawValue ?? "", standings))
            \(AdminWords.field(
                "under", "Voted within seconds", filter.underSeconds?.description ?? "",
                kind: " inputmode=\"numeric\" size=\"4\""))
            \(AdminWords.field(
                "same", "Same voter as vote", number(filter.sameVoterAs),
                kind: " inputmode=\"numeric\" size=\"6\""))
            \(AdminWords.choice(
                "stopped", "Answers", filter.isStopped ? "yes" : "",
                [("", "any"), ("yes", "stopped by the voter")]))
            \(hour)
            <button>Filter</button>
            \("<a class=\"button quiet\" href=\"/admin/votes\">Clear</a>", when: filter != VoteFilter())
            </form>
            """
    }

    private var hour: HTML? {
        filter.hour.map { hour in
            """
            <p class="fine"><input type="hidden" name="hour" value="\(hour.description)">Cast in the \
            hour from \(AdminWords.hour(hour))</p>
            """
        }
    }

    private var categories: [(String, String)] {
        [("", "any")] + known.map { ($0.rawValue, $0.name) }
    }

    private var kinds: [(String, String)] {
        [("", "any")] + BattleKind.allCases.map { ($0.rawValue, $0.rawValue) }
    }

    private var standings: [(String, String)] {
        [("", "any")]
            + VoteFilter.Standing.allCases.map {
                ($0.rawValue, $0.rawValue.replacing("_", with: " "))
            }
    }
}
