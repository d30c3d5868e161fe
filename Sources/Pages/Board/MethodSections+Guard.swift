import Arena
import Charts
import Phrases

extension MethodSections {
    /// What votes must pass where anyone may vote; `nil` where they are not guarded.
    var guardedVotes: Section? {
        guard let rules = evidence.settings.integrityRules else { return nil }
        let number = { (value: Double) in say.figure(NumberFormat.significant(value, digits: 2)) }
        return Section(
            name: "guard", title: say.text("Which votes count"),
            paragraphs: [
                say.text(
                    """
                    Anyone may vote here, so votes are guarded. Of one voter {day} votes count in a \
                    day, and on one prompt {prompt}; prompts are one when only a few words or numbers \
                    differ. A new voter’s votes count at once with a chance of {share}, the others \
                    once he has cast {votes} and {hours} hours have passed. In a day nobody moves a \
                    rating further than {points} points or {times} times as far as chance alone \
                    moves it by one voter’s full day.
                    """,
                    [
                        "day": say.figure(String(rules.countedVotesPerDay)),
                        "prompt": say.figure(String(rules.countedVotesPerPrompt)),
                        "share": say.percent(rules.newShare),
                        "votes": say.figure(String(rules.newVotes)),
                        "hours": number(rules.newHours), "points": number(rules.influencePoints),
                        "times": number(rules.influenceSpread),
                    ]),
                say.text(
                    """
                    Detectors look for votes that an honest voter would hardly cast so: for one model \
                    or side beyond chance, against the crowd, in the beat of a machine, or only where \
                    one model plays. What they find is taken out, told to the operator and can be \
                    put back. No vote is ever deleted.
                    """), work(rules),
            ].compactMap(\.self))
    }

    private func work(_ rules: IntegrityRules) -> String? {
        guard rules.workBits > 0 else { return nil }
        return say.text(
            """
            While you read, your browser computes a small proof of work for your vote, about {n} \
            digests. Without it, as without script, a vote is taken all the same and counts with a \
            chance of {share}. It makes a flood of votes cost computing; it stops no one who pays.
            """,
            [
                "n": say.fixed(Double(1 << rules.workBits)),
                "share": say.percent(rules.unworkedShare),
            ])
    }
}
