import Arena
import Charts
import Phrases
import Ratings

/// One private leaderboard: the share of won votes per model, and the agreement with the crowd.
struct OwnBoard {
    let record: OwnRecord
    let names: [ContenderID: String]

    func markup(in context: PageContext) -> HTML {
        let say = context.say
        let title = record.pool == .practice ? "Practice votes" : "Your leaderboard"
        return """
            <section aria-labelledby="board-\(record.pool.rawValue)">
            <h2 id="board-\(record.pool.rawValue)">\(say(title))</h2>
            <p>\(HTML(trusted: HTML.escape(say.count(
                record.votes, "{n} vote from this browser.", "{n} votes from this browser."))))
            \(agreement(in: context))</p>
            <div class="scroll" role="group" tabindex="0" aria-label="\(say.text(title))">
            <table class="grid-table">
            <caption>\(say(
                "Share of votes won, of those that named a winner, with its 95% interval (Wilson)."
            ))</caption>
            <thead><tr><th scope="col">\(say("Model"))</th><th scope="col">\(say("Share won"))</th>
            <th scope="col">\(say("Interval"))</th><th scope="col">\(say("Won"))</th>
            <th scope="col">\(say("Lost"))</th><th scope="col">\(say("Votes"))</th></tr></thead>
            <tbody>
            \(record.rows.map { row($0, in: context) })
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private func row(_ row: OwnRecord.Row, in context: PageContext) -> HTML {
        let say = context.say
        let share = row.winShare
        let interval = share.map {
            say.percent($0.interval.low) + "–" + say.percent($0.interval.high)
        }
        return """
            <tr><th scope="row"><bdi>\(names[row.contender] ?? row.contender.text)</bdi></th>
            <td>\(share.map { say.percent($0.value) } ?? "–")</td><td>\(interval ?? "–")</td>
            <td>\(say.fixed(Double(row.wins)))</td><td>\(say.fixed(Double(row.losses)))</td>
            <td>\(say.fixed(Double(row.votes)))</td></tr>
            """
    }

    private func agreement(in context: PageContext) -> HTML {
        guard record.compared > 0 else {
            return context.say(
                "Your agreement with others is told for pairs with {n} votes of others.",
                ["n": "\(OwnRecord.crowd)"])
        }
        return context.say(
            "Of your {n} votes on pairs with {least} votes of others, {m} chose as most others do ({share}).",
            [
                "n": "\(record.compared)", "m": "\(record.agreed)", "least": "\(OwnRecord.crowd)",
                "share": "\(context.say.percent(Double(record.agreed) / Double(record.compared)))",
            ])
    }
}
