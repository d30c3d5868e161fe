extension Manual {
    /// What happens in a battle.
    static let battleChapter = [
        ManualSection(
            "What the arena is", keywords: "about purpose introduction product site",
            """
            The arena compares language models by blind votes. Your prompt goes to two of them at \
            once, you read both answers without knowing who wrote which, you choose, and only then \
            are the names told. All votes together give every model a rating with its uncertainty.

            It runs on your own machine, as one program with one database file. It needs no \
            account, no cloud service and no script in the browser: every page works without \
            JavaScript, the streaming of answers included.
            """),
        ManualSection(
            "A battle, step by step", keywords: "start begin prompt chat flow how to use work",
            """
            Write a prompt on the front page and send it. Two contenders are drawn, a coin decides \
            which is A and which is B, and both answers are written side by side. When both are \
            complete, the vote opens.

            A battle may go on: ask a follow-up question before you vote and both contenders get \
            it, with the conversation so far. A battle has at most 10 turns, a prompt at most \
            32,768 bytes. A battle that nobody votes on within 24 hours expires.

            In a terminal the same is done by `arena battle "your prompt"`.
            """),
        ManualSection(
            "The four votes",
            keywords: "vote change undo my choose choice outcome draw equal skip button verdict",
            """
            There are four votes: A is better, B is better, a tie, or both are bad. Choose a tie \
            when both answers are good and you would take either; choose both bad when you would \
            take neither. You may also skip a battle: nothing is counted then, and the names stay \
            untold.

            A vote is stored once and cannot be changed, because you know the names after it. In \
            the fit a tie and both bad count as half a win for each side; in every table they are \
            counted apart.
            """),
        ManualSection(
            "Blindness: why the names are hidden",
            keywords: "blind anonymous hidden bias secret reveal revealed identity leak cheat",
            """
            People rate a famous name higher than the same text without it. Therefore nothing that \
            leaves the server before the vote holds a contender's name, its provider, its token \
            counts, its cost or its times: the pages and streams are built from a value that has \
            no place for them.

            An answer may still give its writer away, by saying its own name or by its style. The \
            arena cannot prevent that; blindness is a matter of degree. If you know who wrote an \
            answer, the fair thing is to skip the battle.

            The names are revealed right after the vote, together with the measured time to the \
            first word and, where the provider tells them, tokens and cost.
            """),
        ManualSection(
            "Even pacing: why both answers appear equally fast",
            keywords:
                "speed slow fast fastest stream streaming pace delay wait live hold latency time",
            """
            Speed alone can name a model. By default both answers are therefore shown at the pace \
            of the slower one, and both begin only when both have text. A fast model waits for its \
            opponent. The times in the ratings tables are measured where the text comes in, so the \
            pacing does not touch them.

            Whoever runs the arena may choose `live`, which shows text as it comes, or `hold`, \
            which shows both answers when both are complete. The default is `even`.
            """),
        ManualSection(
            "The seal", keywords: "sealed sha256 digest nonce commitment proof check swap trust",
            """
            Before you vote, the page shows a seal: the SHA-256 digest of the battle's id, both \
            names and a random nonce. After the vote the nonce is told too. Anyone can then compute \
            the digest again and see that the names were fixed before the vote and not swapped \
            after it.

            The text that is sealed is `battle|a|b|nonce`, in UTF-8. Check it with \
            `printf '%s' 'battle|a|b|nonce' | sha256sum`, the four words replaced by what the page \
            shows.
            """),
        ManualSection(
            "When an answer does not arrive",
            keywords: "error fail failed failure broke broken timeout stuck problem slow retry",
            """
            A provider may refuse, stall or break off. The page then says that this answer did not \
            arrive or broke off, always in the same words, so that an error names nobody. Such a \
            turn cannot be voted on and is never counted as a loss; earlier complete turns of the \
            same battle can.

            By default a connection may take 5 seconds, the first byte of an answer 60 seconds, a \
            pause 30 seconds and a whole answer 180 seconds. What exactly went wrong stands in the \
            operator's log, not on the page.

            If nobody watches an answer being written for two minutes, it is cancelled and the \
            upstream connections are closed, so that no money is spent for nobody.
            """),
    ]
}
