package import Arena

/// What is true of this arena's handling of data, from its settings.
package struct PrivacyTerms: Equatable, Sendable {
    /// Whether only practice guides answer, inside the program.
    package var isPractice: Bool
    /// Hours after which a battle without a vote is closed.
    package var votingHours: Double
    /// Minutes by which public exports lag behind.
    package var exportLag: Double
    /// Days for which texts are kept; `nil` where they are kept until somebody erases them.
    package var textDays: Int?

    /// The terms, with what the program itself fixes.
    package init(
        isPractice: Bool, votingHours: Double = BattleService.votingHours,
        exportLag: Double = ExportReader.lagMinutes, textDays: Int? = nil
    ) {
        self.isPractice = isPractice
        self.votingHours = votingHours
        self.exportLag = exportLag
        self.textDays = textDays
    }
}

extension TextDocument {
    /// `/privacy`: what is kept, where it goes and how it ends.
    package static func privacy(_ terms: PrivacyTerms) -> TextDocument {
        TextDocument(
            title: "Privacy",
            summary: "What this arena keeps, where prompts go, which cookies it sets and how to "
                + "have your data erased.",
            blocks: kept(terms) + sent(terms) + browser + shown(terms) + erased)
    }

    private static func kept(_ terms: PrivacyTerms) -> [Block] {
        [
            .heading("What is kept", id: "kept"),
            .paragraph(
                "This server stores every prompt, both answers, which models wrote them, your vote "
                    + "with its reasons and comment, and the times of each. Whoever runs this arena "
                    + "can read all of it."),
            .paragraph(
                "There are no accounts. A random number in a cookie makes your browser one voter, "
                    + "so that a battle is yours and is voted on once. Your network address is not "
                    + "stored with it."),
            .paragraph(
                "Where anyone may vote, a digest of a prompt is kept as long as its text, and digests of "
                    + "pairs of its words for two days, to tell prompts that are the same or differ "
                    + "by a few words only."),
            .table(
                "How long", columns: ["What", "How long"],
                rows: [
                    [
                        "Prompts, answers, comments",
                        terms.textDays.map { "\($0) days" }
                            ?? "until you erase them, or the operator does",
                    ],
                    ["Votes, models, times, counts of words", "for good, as numbers"],
                    [
                        "Links to battles you show to others",
                        "until you close them; what others "
                            + "made of the battle stays, in no rating",
                    ],
                    ["Reports to the operator", "for good; erased with your data"],
                    [
                        "The right to vote on a battle",
                        "\(whole(terms.votingHours)) hours; then it is closed",
                    ],
                ]),
        ]
    }

    private static func sent(_ terms: PrivacyTerms) -> [Block] {
        let words =
            terms.isPractice
            ? "No language model is connected at the moment: two practice guides inside this "
                + "program answer, and a prompt is sent nowhere."
            : "A prompt is sent to the providers that serve the two models of the battle, and to "
                + "nobody else. They see this server, not your address. What they keep is up to "
                + "them."
        return [
            .heading("Where it goes", id: "goes"), .paragraph(words),
            .paragraph(
                "Nothing on these pages is loaded from another site. Images in answers are not "
                    + "loaded."),
        ]
    }

    private static let browser: [Block] = [
        .heading("In your browser", id: "browser"),
        .table(
            "Cookies and storage", columns: ["Name", "What it holds", "How long"],
            rows: [
                ["Cookie `arena_voter`", "The random number above, signed.", "400 days"],
                [
                    "Cookie `arena_admin`", "An administrator’s session, and nobody else’s.",
                    "12 hours",
                ],
                [
                    "Cookie `arena_prefs`",
                    "Colours, language and keyboard shortcuts, once you have chosen some.",
                    "400 days",
                ],
                [
                    "Session storage", "The text you are writing.",
                    "until it is sent or the tab is closed",
                ],
            ]),
        .paragraph(
            "Delete the cookies and this browser is a new voter; its old battles can then no longer "
                + "be opened from it, nor erased."),
    ]

    private static func shown(_ terms: PrivacyTerms) -> [Block] {
        [
            .heading("What others can see", id: "public"),
            .paragraph(
                "Ratings, counts and the [exports](/data). No text is in the public exports. Voters "
                    + "stand in them under pseudonyms that are new in every export, times are cut "
                    + "to the hour, and what is newer than \(whole(terms.exportLag)) minutes is "
                    + "left out."),
        ]
    }

    private static let erased: [Block] = [
        .heading("Your data", id: "erase"),
        .paragraph(
            "[My votes](/me) lists the battles of this browser, gives them to you as a file, and "
                + "[erases them](/me/delete): the texts of your prompts, of the answers and of "
                + "your comments are overwritten, your votes are withdrawn and the ratings computed "
                + "anew, and another meaningless name takes your place in each battle. Counts "
                + "stay. Copies that the operator made before are not reached."),
        .paragraph(
            "Please do not write passwords or other people’s personal data into a prompt."),
    ]

    private static func whole(_ number: Double) -> String { String(Int(number)) }
}
