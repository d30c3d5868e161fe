import Arena
import Phrases
import Ratings

/// What the crowd thinks of a pair, whether the voter agrees, and what his vote moved.
struct CrowdLine {
    let reveal: Reveal
    let facts: RevealFacts

    /// The sentences that can be said; nothing where none can.
    func markup(in context: PageContext) -> HTML? {
        let sentences = [crowd(context.say), agreement(context.say), shift(context.say)]
            .compactMap { $0 }
        guard !sentences.isEmpty else { return nil }
        return
            "<p class=\"crowd\">\(HTML(trusted: sentences.map(\.text).joined(separator: " ")))</p>"
    }

    private var names: Sides<String> { reveal.sides.map(\.name) }

    private var tally: PairTally? {
        guard let tally = facts.record?.random, tally.decided > 0 else { return nil }
        return tally
    }

    private func crowd(_ say: Phrasebook) -> HTML? {
        guard let tally else { return nil }
        let leads = tally.firstWins >= tally.secondWins
        let wins = max(tally.firstWins, tally.secondWins)
        let interval = Interval.wilson(wins, of: tally.decided)
        return say(
            """
            The crowd: <bdi>{leader}</bdi> won {wins} of {decided} decided battles with \
            <bdi>{other}</bdi> ({share}, 95% interval {low} to {high}).
            """,
            [
                "leader": "\(leads ? names.a : names.b)", "other": "\(leads ? names.b : names.a)",
                "wins": "\(say.fixed(Double(wins)))",
                "decided": "\(say.fixed(Double(tally.decided)))",
                "share": "\(say.percent(Double(wins) / Double(tally.decided)))",
                "low": "\(say.percent(interval.low))", "high": "\(say.percent(interval.high))",
            ])
    }

    private func agreement(_ say: Phrasebook) -> HTML? {
        guard let tally, tally.decided > 1, tally.firstWins != tally.secondWins else { return nil }
        switch reveal.outcome {
        case .tie, .bothBad: return nil
        case .a, .b:
            let agrees = (reveal.outcome == .a) == (tally.firstWins > tally.secondWins)
            return say(
                agrees ? "You agree with the majority." : "The majority sees it the other way.")
        }
    }

    private func shift(_ say: Phrasebook) -> HTML? {
        guard let points = facts.shift?.points else { return nil }
        let side: Side = abs(points.a) >= abs(points.b) ? .a : .b
        let size = points[side]
        guard abs(size) >= 0.05 else {
            return say("Your vote moved the ratings by less than 0.1 points.")
        }
        let number = (size > 0 ? "+" : "−") + say.fixed(abs(size), places: 1)
        return say(
            "Your vote moved <bdi>{name}</bdi> by {points} points.",
            ["name": "\(names[side])", "points": "\(number)"])
    }
}
