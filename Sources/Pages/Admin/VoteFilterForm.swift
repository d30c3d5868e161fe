import Arena
import Phrases

/// The form above the list of votes.
struct VoteFilterForm {
    let filter: VoteFilter
    let contenders: [Contender]
    let known: [Arena.Category]

    func markup(in context: PageContext) -> HTML {
        let say = context.say
        let any = [("", say.text("any"))]
        let names = any + contenders.map { ($0.id.text, $0.name) }
        let number = { (value: Int64?) in value?.description ?? "" }
        return """
            <form class="adminfilter" method="get" action="/admin/votes">
            \(context.choice("contender", "Contender", filter.contender?.text ?? "", names))
            \(context.choice("rival", "Against", filter.rival?.text ?? "", names))
            \(context.choice("category", "Category", filter.category?.rawValue ?? "", any + categories(in: say)))
            \(context.choice("kind", "Kind", filter.kind?.rawValue ?? "", any + kinds(in: say)))
            \(context.choice("standing", "Counts", filter.standing?.rawValue ?? "",
                any + standings(in: say)))
            \(context.field(
                "under", "Voted within seconds", filter.underSeconds?.description ?? "",
                kind: " inputmode=\"numeric\" size=\"4\""))
            \(context.field(
                "same", "Same voter as vote", number(filter.sameVoterAs),
                kind: " inputmode=\"numeric\" size=\"6\""))
            \(context.choice(
                "stopped", "Answers", filter.isStopped ? "yes" : "",
                any + [("yes", say.text("stopped by the voter"))]))
            \(hour(in: say))
            <button>\(say("Filter"))</button>
            \(clear(in: say), when: filter != VoteFilter())
            </form>
            """
    }

    private func clear(in say: Phrasebook) -> HTML {
        "<a class=\"button quiet\" href=\"/admin/votes\">\(say("Clear"))</a>"
    }

    private func hour(in say: Phrasebook) -> HTML? {
        filter.hour.map { hour in
            """
            <p class="fine"><input type="hidden" name="hour" value="\(hour.description)">\
            \(say.text("Cast in the hour from {time}", ["time": say.hour(hour)]))</p>
            """
        }
    }

    private func categories(in say: Phrasebook) -> [(String, String)] {
        known.map { ($0.rawValue, say.text($0.name)) }
    }

    private func kinds(in say: Phrasebook) -> [(String, String)] {
        BattleKind.allCases.map { ($0.rawValue, say.text($0.rawValue)) }
    }

    private func standings(in say: Phrasebook) -> [(String, String)] {
        VoteFilter.Standing.allCases.map {
            ($0.rawValue, say.text($0.rawValue.replacing("_", with: " ")))
        }
    }
}
