extension Manual {
    /// How the arena is run, and what answers here.
    static let operationChapter = [
        ManualSection(
            "Practice: who is answering here",
            keywords: "practice guide who are you hello hi chatgpt gpt bot ai assistant language "
                + "model human name long short",
            """
            You are talking to the practice guides: Guide: short and Guide: long. They are small \
            programs that search this manual. They are not language models: they do not think, \
            write or know anything that is not in the manual. The short one gives the best few \
            sentences, the long one gives several passages with their headings.

            They answer only while no language model is connected, so that you can try the whole \
            path at once: prompt, two answers, vote, names, rating. Practice votes have their own \
            board and never enter the real ratings. Both guides belong to this program and cost \
            nothing.
            """),
        ManualSection(
            "Where the data is",
            keywords:
                "data database file folder store sqlite disk location path back up backup copy",
            """
            Everything is in one folder: `./arena-data`, or the one named by `--data` or \
            `ARENA_DATA`. In it lies one SQLite database with battles, votes and ratings, and the \
            key that signs the cookies.

            A vote is on the disk before you see the names. For a backup stop the arena and copy \
            the folder; while it runs, use SQLite's own `.backup` command rather than a plain copy.
            """),
        ManualSection(
            "Start and stop",
            keywords: "start run serve stop port 4141 host address install server launch command",
            """
            `arena serve` starts the arena on http://127.0.0.1:4141, for this machine only unless \
            you name another address with `--host`. The port was chosen because 8080, 8000, 1234 \
            and 11434 belong to model servers. Ctrl-C stops it: answers that are being written may \
            finish first.

            Battles that a stop interrupted are marked as failed at the next start, and earlier \
            complete turns can still be voted on.
            """),
        ManualSection(
            "The command line",
            keywords: "terminal command cli arena rate doctor config leaderboard json help",
            """
            `arena serve` runs the server, `arena battle` plays a blind battle in the terminal, \
            `arena leaderboard` prints the ratings, `arena rate` rates a vote file, `arena export` \
            writes data out, `arena doctor` checks whether everything is in order and \
            `arena config` shows the settings and where each comes from.

            On a terminal you get tables, in a pipe JSON. `--help` after any of them tells more.
            """),
        ManualSection(
            "Keyboard and accessibility",
            keywords: "keyboard shortcut key screen reader accessible accessibility javascript "
                + "dark mode colour",
            """
            Every page works without JavaScript, with the keyboard alone and with a screen reader. \
            A and B differ by letter, shape and pattern, never by colour alone. Dark and light \
            follow the system unless you choose. Single-key shortcuts can be turned off in the \
            footer.
            """),
    ]
}
