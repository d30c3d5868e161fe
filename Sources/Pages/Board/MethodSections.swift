import Arena
import Charts
import Phrases
import Ratings

/// The text of the methodology page, made from what is true of this arena.
struct MethodSections {
    /// One heading with what stands below it.
    struct Section {
        var name = ""
        let title: String
        var paragraphs: [String]
        var figures: [String] = []
    }

    let evidence: MethodologyPage.Evidence
    let say: Phrasebook

    /// All of them, in order.
    var all: [Section] {
        [
            battle, pairing, guardedVotes, fit, style, places, numbers, calibration, graph, sides,
            speed, control,
            limits, connect,
        ].compactMap(\.self)
    }

    private var battle: Section {
        Section(
            title: say.text("A battle"),
            paragraphs: [
                say.text(
                    """
                    Your prompt goes to two models at once. Which one is A is decided by a coin. \
                    Until you vote, the names are not in the page, not in the stream and not in \
                    the script’s reach. A digest of the names is shown from the start and opened \
                    after the vote: nobody can swap them in between.
                    """), say.text(Self.pacing[evidence.settings.pacing] ?? ""),
                say.text(
                    """
                    You choose A, B, a tie, or both bad. The vote is stored once and cannot be \
                    changed. After it, both names are told.
                    """),
            ])
    }

    private static let pacing: [PacingMode: String] = [
        .even: """
        Both answers are shown at the pace of the slower one, so that speed does not tell you \
        who is who.
        """,
        .live: "Answers are shown here as they come; so speed may tell you who is who.",
        .hold: "Answers are shown here when both are whole, so that speed does not tell.",
    ]

    private var pairing: Section {
        let rule = SamplingRule()
        return Section(
            title: say.text("Who meets whom"),
            paragraphs: [
                say.text(
                    """
                    The next pair is drawn by how much one more vote on it would narrow the \
                    difference of the two; {floor} of all draws are uniform, so that every pair \
                    keeps a known chance. Models with fewer than {votes} votes come first. The \
                    chance of each pair is stored with its battle. Only battles whose pair was \
                    drawn enter the ratings.
                    """,
                    [
                        "floor": say.percent(rule.floor),
                        "votes": say.figure(String(evidence.settings.minimumVotes)),
                    ])
            ])
    }

    private var fit: Section {
        Section(
            title: say.text("The rating"),
            paragraphs: [
                say.text(
                    """
                    Ratings are fitted to all votes together with the Bradley–Terry model: the \
                    chance that one model’s answer is preferred over another’s depends on the \
                    difference of their ratings alone. 400 points of difference mean ten to one; \
                    the mean is 1000. A tie and both bad count as half a win for each. The order \
                    of the votes does not matter.
                    """),
                say.text(
                    """
                    The ± is half of a 95% interval from the sandwich estimate. If every battle \
                    could be repeated, about 95 of 100 such intervals would hold the true rating. \
                    Average share is the expected share of votes against every other model of the \
                    table.
                    """),
                say.text(
                    """
                    While a model has only won or only lost, all ratings are fitted under a weak \
                    normal prior, and its row is grey. As soon as the votes bound all ratings, \
                    the prior is gone.
                    """),
            ])
    }

    private var style: Section {
        Section(
            name: "style", title: say.text("Style"),
            paragraphs: [
                say.text(
                    """
                    People like long and tidy answers somewhat more than their content earns. The \
                    style-adjusted board takes that out: beside the ratings, the same fit finds \
                    what length, headings, bold words and list items are worth, each as the \
                    difference of the two answers over their sum, divided by its deviation; a \
                    penalty of one vote keeps what cannot be known at zero. The ratings are then \
                    those of answers of equal style. Length is counted in characters, the rest \
                    by the marks of Markdown, code left out.
                    """),
                say.text(
                    """
                    What style is worth stands above that board with its interval. It is an \
                    association, not a cause: good answers may be long for good reasons.
                    """),
            ])
    }

    private var places: Section {
        Section(
            title: say.text("Places"),
            paragraphs: [
                say.text(
                    """
                    A model’s best place is one more than the number of models that are better \
                    than it with a probability of at least 0.975; its worst place is found the \
                    same way from below. The probabilities come from the differences between \
                    ratings, with the whole covariance, not from whether two bars overlap.
                    """),
                say.count(
                    evidence.settings.minimumVotes, "A place is given after {n} vote.",
                    "A place is given after {n} votes."),
                say.text(
                    evidence.settings.publication == .batched
                        ? """
                        Public pages go on to newer ratings at most every 15 minutes and after at \
                        least 10 new votes, so that nobody can watch a counter during a battle.
                        """
                        : "Newer ratings are shown as soon as they are fitted."),
            ])
    }

    private var numbers: Section {
        guard let snapshot = evidence.snapshot else {
            return Section(
                title: say.text("As it stands"),
                paragraphs: [say.text("No ratings have been computed yet.")])
        }
        let votes = say.count(snapshot.votes, "{n} vote", "{n} votes")
        let models = say.count(snapshot.rows.count, "{n} model", "{n} models")
        let prior =
            snapshot.prior.map { prior in
                say.text(
                    "They stand under a prior of {sigma} in log-odds.",
                    ["sigma": say.fixed(prior, places: 1)])
            } ?? say.text("They need no prior.")
        return Section(
            title: say.text("As it stands"),
            paragraphs: [
                say.text(
                    """
                    The ratings shown rest on {votes} between {models}, by the method {method}, \
                    snapshot {id}. {prior}
                    """,
                    [
                        "votes": votes, "models": models, "method": snapshot.method,
                        "id": snapshot.id, "prior": prior,
                    ])
            ])
    }

    private var calibration: Section {
        Section(
            title: say.text("Can the ratings be believed?"),
            paragraphs: [
                say.text(
                    """
                    The votes are parted by time into ten blocks. Each of the last five is \
                    foretold by ratings fitted to all blocks before it. If the ratings are right, \
                    a pair of which one side was expected to take 70% of the votes gives it about \
                    70% of them.
                    """)
            ], figures: ["calibration"])
    }

    private var graph: Section {
        Section(
            title: say.text("Are all models linked?"),
            paragraphs: [
                say.text("A rating has meaning only among models that a chain of battles links.")
            ], figures: ["graph"])
    }

    private var sides: Section? {
        let counts = evidence.sides
        guard counts.decided > 0 else { return nil }
        return Section(
            title: say.text("Left or right"),
            paragraphs: [
                say.text(
                    """
                    Sides are drawn by a coin, so neither should win more often. A won {share} of \
                    {decided} decided votes, 95% between {low} and {high}.
                    """, share(of: counts))
            ])
    }

    private var speed: Section {
        Section(
            title: say.text("What speed is worth"),
            paragraphs: [
                say.text(
                    """
                    The quicker side is the one whose first answer was whole sooner, measured \
                    where it was received, not where it was shown. The quicker model may also be \
                    the better one: a share other than half is not by itself an effect of speed.
                    """)
            ], figures: ["speed"])
    }

    private var control: Section? {
        let counts = evidence.control
        guard counts.votes > 0 else { return nil }
        return Section(
            title: say.text("A model against itself"),
            paragraphs: [
                say.text(
                    """
                    Some battles are of a model with itself; the voter learns it after the vote. \
                    Of {votes} votes on them {draws} called it a tie or both bad. A won {share} of {decided} decided \
                    ones, 95% between {low} and {high}.
                    """, share(of: counts))
            ])
    }

    private func share(of counts: OutcomeCounts) -> [String: String] {
        let ends = Interval.wilson(counts.a, of: counts.decided)
        let one = { (share: Double) in say.fixed(share * 100, places: 1) + "%" }
        return [
            "share": one(Double(counts.a) / Double(max(counts.decided, 1))),
            "decided": say.fixed(Double(counts.decided)), "low": one(ends.low),
            "high": one(ends.high), "votes": say.fixed(Double(counts.votes)),
            "draws": say.fixed(Double(counts.ties + counts.bothBad)),
        ]
    }

    private var limits: Section {
        Section(
            title: say.text("What this cannot tell"),
            paragraphs: [
                say.text(
                    """
                    Votes are people’s preferences for answers to the prompts that were sent \
                    here. They are not a test of truth, and another crowd with other prompts may \
                    rank differently. A model’s style can give it away; blindness is a matter of \
                    degree.
                    """)
            ])
    }

    private var connect: Section {
        Section(
            name: "connect", title: say.text("Connect a model"),
            paragraphs: [
                say.text(
                    """
                    Without a configured model two built-in guides answer, so that the arena can \
                    be tried at once. They are small programs that search this arena’s manual. To \
                    have language models play, name a provider and at least two contenders in the \
                    configuration file and start the arena again; its README shows how. One model \
                    with two settings or two system prompts is enough for a battle.
                    """)
            ])
    }
}
