import Arena

/// `/methodology`: how battles are run and how ratings are computed, as built.
package struct MethodologyPage: Page {
    /// Votes a contender needs before it is ranked.
    package let minimumVotes: Int

    /// The page of an arena that asks for so many votes.
    package init(minimumVotes: Int) {
        self.minimumVotes = minimumVotes
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { "How ratings work" }

    /// The text.
    package func main(in context: PageContext) -> HTML {
        """
        <article class="prose">
        <h1>How ratings work</h1>
        \(Self.battle)
        \(Self.fit)
        <h2>Places</h2>
        <p>A model’s best place is one more than the number of models that are better than it \
        with a probability of at least 0.975; its worst place is found the same way from below. \
        The probabilities come from the differences between ratings, with the whole covariance, \
        not from whether two bars overlap. A place is given after \
        \(minimumVotes.counted("vote", "votes")). Before that, and while a model has only won or \
        only lost, its row is grey and has no place.</p>
        \(Self.limits)
        </article>
        """
    }

    private static let battle: HTML = """
        <h2>A battle</h2>
        <p>Your prompt goes to two models at once. Both answers are shown at the pace of the \
        slower one, so that speed does not tell you who is who. Which one is A is decided by a \
        coin. Until you vote, the names are not in the page, not in the stream and not in the \
        script’s reach. A digest of the names is shown from the start and opened after the vote: \
        nobody can swap them in between.</p>
        <p>You choose A, B, a tie, or both bad. The vote is stored once and cannot be changed. \
        After it, both names are told.</p>
        """

    private static let fit: HTML = """
        <h2>The rating</h2>
        <p>Ratings are fitted to all votes together with the Bradley–Terry model: the chance that \
        one model’s answer is preferred over another’s depends on the difference of their ratings \
        alone. 400 points of difference mean ten to one; the mean is 1000. A tie and both bad \
        count as half a win for each. The order of the votes does not matter.</p>
        <p>The ± is half of a 95% interval from the sandwich estimate. If every battle could be \
        repeated, about 95 of 100 such intervals would hold the true rating. Average share is the \
        expected share of votes against every other model of the table.</p>
        """

    private static let limits: HTML = """
        <h2>What this cannot tell</h2>
        <p>Votes are people’s preferences for answers to the prompts that were sent here. They \
        are not a test of truth, and another crowd with other prompts may rank differently. A \
        model’s style can give it away; blindness is a matter of degree.</p>
        <h2 id="connect">Connect a model</h2>
        <p>Without a configured model two built-in guides answer, so that the arena can be tried \
        at once. They are small programs that search this arena’s manual. To have language models \
        play, name a provider and at least two contenders in the configuration file and start the \
        arena again; its README shows how. One model with two settings or two system prompts is \
        enough for a battle.</p>
        """
}
