extension Manual {
    /// What is kept, and who sees it.
    static let privacyChapter = [
        ManualSection(
            "What happens to my prompt",
            keywords: "prompt public private privacy secret see read published share data log "
                + "confidential personal",
            """
            Your prompt is not public. It is stored on this server together with both answers, the \
            contenders, your vote and the times. Whoever runs this arena can read all of it. It is \
            sent to the providers of the two contenders, and to nobody else; a model on this \
            machine means that it does not leave the machine.

            Only the browser that opened a battle can open its page again. Do not write passwords \
            or other people's personal data into a prompt: what a provider keeps of it is decided \
            by the provider.

            With the practice guides the prompt never leaves this program.
            """),
        ManualSection(
            "Cookies and who I am",
            keywords: "cookie account login user identity anonymous track tracking browser delete "
                + "ip address",
            """
            There are no accounts. A random number in a signed cookie makes your browser one voter, \
            so that a battle is yours and is voted on once. A second cookie keeps colours and \
            keyboard shortcuts, once you have chosen some. Nothing on these pages is loaded from \
            another site, and nobody is told that you were here.

            If you delete the cookies, this browser is a new voter, and its old battles can no \
            longer be opened from it.
            """),
        ManualSection(
            "Exports: taking the data out",
            keywords: "export download csv json jsonl file dataset votes pseudonym columns analyse",
            """
            `arena export votes`, `arena export ratings` and `arena export battles` write CSV or \
            JSON Lines. The columns bear the field's usual names (`model_a`, `model_b`, `winner`), \
            so that released ranking tools read the files as they are. Battles, with all texts, \
            come as JSON Lines only.

            Voters appear in an export under pseudonyms that are new in every export: two exports \
            cannot be joined on them. `arena rate votes.jsonl` rates a vote file without a server, \
            also one from elsewhere.
            """),
    ]
}
