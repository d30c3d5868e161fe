import Catalogue
import Ratings

/// The sentences and tables of votes.
struct VotesWords {
    let material: Material
    /// The direct record of both kinds.
    let record: PairTally

    init(_ material: Material) {
        self.material = material
        let (rated, chosen) = (material.votes?.direct, material.votes?.chosen)
        record = PairTally(
            first: 0, second: 1,
            firstWins: (rated?.firstWins ?? 0) + (chosen?.firstWins ?? 0),
            secondWins: (rated?.secondWins ?? 0) + (chosen?.secondWins ?? 0),
            ties: (rated?.ties ?? 0) + (chosen?.ties ?? 0),
            bothBad: (rated?.bothBad ?? 0) + (chosen?.bothBad ?? 0))
    }

    var names: Sides<Name> { material.names }

    var sentences: [Sentence] {
        guard let words = material.words, let certainty = material.certainty else {
            return ["They have not met, even indirectly."]
        }
        guard certainty.hasNumbers else { return [words.headline] + direct }
        let indirect: [Sentence] =
            record.votes == 0 ? ["No battle between these two yet."] : []
        return indirect + [words.headline, words.numbers]
            + [words.needed].filter { !$0.isEmpty } + direct + clash + provisional
    }

    private var direct: [Sentence] {
        guard record.votes > 0 else { return [] }
        let drawn: Sentence = """
            \(count(record.ties)) \(record.ties == 1 ? "tie" : "ties") and \
            \(count(record.bothBad)) in which both were bad
            """
        return [
            """
            In \(count(record.votes)) direct \(record.votes == 1 ? "battle" : "battles") \
            \(names.a) won \(count(record.firstWins)) and \(names.b) \
            \(count(record.secondWins)), with \(drawn).
            """
        ] + decided + chosen + last
    }

    private var decided: [Sentence] {
        guard let share = decidedShare, let interval = wilson else { return [] }
        return ["\(names.a) won \(share) of the decided ones (\(interval))."]
    }

    private var chosen: [Sentence] {
        guard let chosen = material.votes?.chosen.votes, chosen > 0 else { return [] }
        return [
            """
            In \(count(chosen)) of them the voter chose the pair; those are not part of the ratings.
            """
        ]
    }

    private var last: [Sentence] {
        guard let date = material.votes?.lastBattle else { return [] }
        return ["The last was on \(lastFigure(date))."]
    }

    /// The warning that the direct record and the fit disagree.
    private var clash: [Sentence] {
        guard let votes = material.votes, let words = material.words, let fitted = words.shares?.a
        else { return [] }
        guard HeadToHead(votes.direct).differs(from: votes.gap), let seen = directShare else {
            return []
        }
        return [
            """
            Their direct battles look different from what their other battles suggest \
            (\(seen) against \(fitted)).
            """
        ]
    }

    private var provisional: [Sentence] {
        let practice: [Sentence] =
            material.votes?.isPractice == true
            ? ["These are practice votes on the built-in guides, not on language models."] : []
        return practice
            + PairSide.allCases.filter { material.votes?.places[$0]?.isProvisional == true }.map {
                "The rating of \(names[$0]) is provisional: it rests on a weak prior too."
            }
    }
}
