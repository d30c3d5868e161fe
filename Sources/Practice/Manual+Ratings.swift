extension Manual {
    /// How votes become ratings.
    static let ratingChapter = [
        ManualSection(
            "How ratings are computed",
            keywords: "rating compute calculate score elo bradley terry method formula fit ranking "
                + "leaderboard algorithm",
            """
            Ratings are fitted to all votes at once with the Bradley-Terry model: the chance that \
            one contender's answer is preferred over another's depends only on the difference of \
            their ratings. A tie and both bad count as half a win for each. The order of the votes \
            does not matter, so a rating does not drift as an Elo rating does.

            The scale is the familiar one: 400 points of difference mean odds of ten to one, and \
            the mean of a table is 1000. The expected share of a contender that is `d` points \
            ahead is 1 / (1 + 10^(-d/400)): 100 points ahead give 64 of 100 votes, 200 points give \
            76, and 17 points give 52.

            The fit is the exact optimum, found by Newton's method, not an approximation that \
            stops after some rounds. Its cost does not grow with the number of votes, because votes \
            are first counted per pair.
            """),
        ManualSection(
            "What ± means: the interval",
            keywords: "± plus minus interval confidence uncertainty error margin ci sandwich "
                + "20 95 percent significant",
            """
            The ± beside a rating is half of its 95% interval. A rating of 1055 ±20 says: from the \
            votes so far, the true rating lies most likely between 1035 and 1075. If all battles \
            could be repeated many times, about 95 of 100 such intervals would hold the true value.

            The interval shrinks with the square root of the number of votes: four times as many \
            votes halve it. Votes against opponents of similar strength tell most.

            It is computed with the sandwich estimate, which stays honest when the Bradley-Terry \
            model is not exactly right. It covers chance, not everything: other people with other \
            prompts might prefer other models.
            """),
        ManualSection(
            "Ranks, and when two models cannot be told apart",
            keywords: "rank place position tie tied overlap significant better ahead difference "
                + "compare probability",
            """
            A rank is given as a range, such as 1-3. The best place of a contender is one more than \
            the number of contenders that are better than it with a probability of at least 0.975; \
            its worst place is found the same way from below. Several contenders with the range \
            1-3 cannot be told apart yet.

            These probabilities come from the differences of two ratings with the whole covariance \
            of the fit. Whether two bars overlap in a picture is not a good test: two intervals may \
            overlap although one contender is surely ahead.
            """),
        ManualSection(
            "Ties and both bad in the ratings",
            keywords: "tie draw half both bad equal count counted",
            """
            A tie counts as half a win for each side, and so does both bad: this follows the \
            released method of the best-known public arena, so that numbers can be compared. Many \
            ties pull two ratings together. The tables show wins, losses, ties and both bad \
            separately; a contender with many both-bad votes may have a fair rating and still be of \
            little use.
            """),
        ManualSection(
            "How many votes are needed",
            keywords: "votes enough minimum few new sample number many",
            """
            A contender gets a place on the board after 30 votes, unless whoever runs the arena \
            chose another minimum. Before that it is shown without a place.

            Telling two models apart takes more the closer they are: about 100 decided votes \
            between two of them if one wins 60 of 100, about 400 if it wins 55, and about 2,400 if \
            it wins 52. Below that difference voting will hardly ever settle it.

            As long as some contender has only won or only lost, its rating has no finite best \
            value. The board then uses a weak prior, says so, and marks such a row as provisional.
            """),
        ManualSection(
            "Which two contenders meet",
            keywords: "pair pairing match matchmaking opponent chosen random selection draw next",
            """
            Contenders with few votes come first. After that the next pair is drawn by how much one \
            more vote on it would narrow the uncertainty of the difference, with one tenth of all \
            draws uniform over every pair. The probability of the chosen pair is stored with the \
            battle, so that analyses can weigh it. Which of the two is A is decided by a fair coin \
            from a cryptographic generator.
            """),
        ManualSection(
            "What the ratings cannot tell",
            keywords: "limit limits truth correct quality trust accurate fair benchmark meaning",
            """
            A rating says what the voters of this arena preferred on the prompts that were sent \
            here. It is not a test of truth, safety or cost. A small arena with one kind of user \
            will rank differently from a large public one, and that is often its point: it answers \
            for your prompts.

            Two groups of contenders that never met, not even through others, get two tables: \
            nothing can be said about who would win across them.
            """),
    ]
}
