package import Arena
import Charts
import Phrases
import Ratings

/// `/me`: this browser's battles, its private leaderboard, and the ways to take all of it along or
/// have it erased.
package struct MyVotesPage: Page {
    /// The battles of this page of the list, newest first.
    package let battles: [OwnBattle]
    /// Opens the next page of the list; `nil` on the last.
    package let next: String?
    /// Whether this is the first page of the list, which alone tells the figures.
    package let isFirst: Bool
    /// The private leaderboards.
    package let records: [OwnRecord]
    /// How often each pair was judged.
    package let meetings: [Set<ContenderID>: Int]
    /// Contenders' names for people.
    package let names: [ContenderID: String]

    /// A page of the list; without a battle it says so.
    package init(
        battles: [OwnBattle] = [], next: String? = nil, isFirst: Bool = true,
        records: [OwnRecord] = [], meetings: [Set<ContenderID>: Int] = [:],
        names: [ContenderID: String] = [:]
    ) {
        self.battles = battles
        self.next = next
        self.isFirst = isFirst
        self.records = records
        self.meetings = meetings
        self.names = names
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("My votes") }

    /// Keeps it out of search engines, and brings its own style.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.textStylesheet)">
        <meta name="robots" content="noindex">
        """
    }

    /// The figures, the list, the ways out.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <div class="own">
            <h1>\(say("My votes"))</h1>
            \(battles.isEmpty && isFirst ? nothing(in: context) : figures(in: context))
            \(list(in: context), when: !battles.isEmpty)
            \(ways(in: context), when: !battles.isEmpty || !isFirst)
            </div>
            """
    }

    private func nothing(in context: PageContext) -> HTML {
        """
        <div class="empty">
        <p class="lede">\(context.say("No votes from this browser."))</p>
        <p>\(context.say(
            "A cookie with a random number makes this browser one voter. It is set when you open a page with a form, and your battles are listed here as long as you keep it."
        ))</p>
        <p><a class="button primary" href="/">\(context.say("Start a battle"))</a></p>
        </div>
        """
    }

    private func figures(in context: PageContext) -> HTML {
        let lede = context.say(
            "Only this browser can see this page. Nothing on it changes the ratings.")
        return """
            <p class="fine">\(lede)</p>
            \(records.map { OwnBoard(record: $0, names: names).markup(in: context) })
            """
    }

    private func list(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <section aria-labelledby="battles-h">
            <h2 id="battles-h">\(say("Battles"))</h2>
            <ol class="battles">
            \(battles.map { OwnBattleRow(own: $0, meetings: meetings).markup(in: context) })
            </ol>
            \(next.map { next in
                """
                <p><a class="button" href="/me?before=\(next)">\(say("Earlier battles"))</a></p>
                """
            })
            </section>
            """
    }

    private func ways(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <section class="ways" aria-labelledby="data-h">
            <h2 id="data-h">\(say("Your data"))</h2>
            <p>\(say(
                "The file holds all your battles with their texts; names stand in it where you have voted."
            ))</p>
            <p class="row">
            <a class="button" href="/me.json" download="my-votes.json">\(say("Download all (JSON)"))</a>
            <a class="button quiet" href="/me/delete">\(say("Delete my data"))</a>
            </p>
            </section>
            """
    }
}

/// One battle of the list: masked until its voter has voted.
private struct OwnBattleRow {
    let own: OwnBattle
    let meetings: [Set<ContenderID>: Int]

    func markup(in context: PageContext) -> HTML {
        let prompt = own.blind.turns.first?.prompt ?? ""
        return """
            <li>
            <a href="/b/\(own.blind.id.text)"><bdi dir="auto">\(Self.opening(of: prompt))</bdi></a>
            <p class="fine">\(own.openedAt.markup) · \(told(in: context))\
            \(" · \(context.say("practice"))", when: own.blind.isPractice)</p>
            </li>
            """
    }

    private func told(in context: PageContext) -> HTML {
        guard let reveal = own.reveal else { return state(in: context) }
        let (a, b) = (reveal.sides.a, reveal.sides.b)
        let parts: [String: HTML] = ["a": "<bdi>\(a.name)</bdi>", "b": "<bdi>\(b.name)</bdi>"]
        let words =
            switch reveal.outcome {
            case .a: context.say("you chose {a} over {b}", parts)
            case .b: context.say("you chose {b} over {a}", parts)
            case .tie: context.say("{a} and {b}: a tie", parts)
            case .bothBad: context.say("{a} and {b}: both bad", parts)
            }
        let times = meetings[[a.contender, b.contender]] ?? 1
        guard times > 1 else { return words }
        let seen = context.say.count(
            times, "you have judged this pair once", "you have judged this pair {n} times")
        return "\(words) · \(seen)"
    }

    private func state(in context: PageContext) -> HTML {
        switch own.blind.state {
        case .created, .streaming: context.say("being written")
        case .ready: context.say("not voted on; the names are sealed")
        case .failed: context.say("an answer did not arrive")
        case .expired: context.say("closed without a vote")
        case .skipped: context.say("left without a choice")
        case .voted: context.say("voted")
        }
    }

    /// The first line of a prompt, or its first letters.
    private static func opening(of prompt: String) -> String {
        let line = prompt.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? prompt
        return line.count > 120 || line != prompt ? String(line.prefix(119)) + "…" : line
    }
}
