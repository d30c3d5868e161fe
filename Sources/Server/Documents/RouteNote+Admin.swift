extension RouteNote {
    private static func page(
        _ path: String, _ words: String, problems: [String] = []
    ) -> RouteNote {
        RouteNote(
            "GET", path, .admin, words,
            answers: [
                Answer(200, Answer.html, words),
                Answer(303, nil, "to /admin/enter without a session"),
            ], problems: problems)
    }

    private static func change(
        _ path: String, _ words: String, to target: String = "its section", problems: [String] = []
    ) -> RouteNote {
        RouteNote(
            "POST", path, .admin, words, answers: [Answer(303, nil, "on to \(target)")],
            problems: ["form-token", "other-origin", "not-signed-in", "changed-meanwhile"]
                + problems)
    }

    private static func document(
        _ name: String, _ words: String, query: [Field] = []
    ) -> RouteNote {
        RouteNote(
            "GET", "/api/v1/admin/\(name)", .admin, words, query: query,
            answers: [Answer(200, Answer.json, words)], problems: ["not-signed-in", "validation"])
    }

    private static let before = Field("before", "integer", "the number below which to go on")
    private static let votes = [
        before, Field("contender", "string", "a contender that took part"),
        Field("rival", "string", "another that took part"),
        Field("category", "string", "a category of the prompt"),
        Field("kind", "string", "random, pair, named or control"),
        Field("standing", "string", "counted, uncounted, or why a vote does not count"),
        Field("under", "integer", "cast within so many seconds"),
        Field("same", "integer", "by the voter of the vote of this number"),
        Field("hour", "integer", "cast in this hour, counted from 1970"),
        Field("stopped", "string", "yes: the voter stopped the answers"),
    ]

    /// Ways in by a link, and what operators see and do.
    static let operators = [
        RouteNote(
            "GET", "/join/{code}", .pages, "An invitation.",
            answers: [
                Answer(200, Answer.html, "a button"), Answer(404, Answer.html, "no such link"),
                Answer(410, Answer.html, "expired, used up or revoked"),
            ]),
        RouteNote(
            "POST", "/join/{code}", .pages, "Joins with this browser.",
            answers: [Answer(303, nil, "on to the front page")],
            problems: ["form-token", "other-origin"]),
        page("/admin/enter", "The page of an admin link; without one it says how to get one."),
        RouteNote(
            "POST", "/admin/enter", .admin, "Uses an admin link up.",
            answers: [Answer(303, nil, "on to /admin")],
            problems: ["admin-link", "rate-limited", "other-origin"]),
        change("/admin/leave", "Ends this session.", to: "/admin/enter"),
        page("/admin", "Today in counts."), page("/admin/budgets", "What is spent."),
        page("/admin/reports", "What visitors have against battles."),
        page("/admin/reports/close", "What closing one does."),
        change(
            "/admin/reports/close", "Closes a report, or takes its battle down.",
            to: "/admin/reports"),
        page("/admin/fits", "Stored snapshots."), page("/admin/audit", "What was changed."),
        page("/admin/connections", "Who serves models."),
        RouteNote(
            "POST", "/admin/connections/{name}/test", .admin, "Calls a provider once.",
            answers: [Answer(200, Answer.html, "what came of it")],
            problems: ["form-token", "other-origin", "not-signed-in", "not-found"]),
        page("/admin/contenders", "Who is drawn."),
        page("/admin/contenders/{id}", "Asks before a change.", problems: ["validation"]),
        change("/admin/contenders/{id}", "Pauses, resumes, retires or weighs."),
        page("/admin/pairing", "How pairs are drawn."),
        page("/admin/pairing/change", "Asks before a change.", problems: ["validation"]),
        change("/admin/pairing/change", "Changes how pairs are drawn."),
        page("/admin/votes", "Single votes.", problems: ["validation"]),
        page("/admin/bursts", "Many votes of one voter in an hour."),
        page(
            "/admin/votes/rule", "Asks, with the effect on the ratings.", problems: ["validation"]),
        change("/admin/votes/rule", "Excludes or restores votes.", problems: ["validation"]),
        page("/admin/people", "Invitations and sessions."),
        page("/admin/people/invite", "Asks before a link is made.", problems: ["validation"]),
        RouteNote(
            "POST", "/admin/people/invite", .admin, "Makes a link and shows it once.",
            answers: [Answer(200, Answer.html, "the link")],
            problems: ["form-token", "other-origin", "not-signed-in", "validation"]),
        page("/admin/people/{number}", "Asks before a change.", problems: ["not-found"]),
        change("/admin/people/{number}", "Revokes or restores an invitation."),
        page("/admin/people/session/{number}", "Asks before a change.", problems: ["not-found"]),
        change("/admin/people/session/{number}", "Ends a session."),
        document("overview", "Today in counts."),
        document("votes", "Votes that pass a filter, the newest first.", query: votes),
        page("/admin/integrity", "Voters that the detectors found."),
        page("/admin/integrity/{number}", "What restoring or confirming does."),
        change("/admin/integrity/{number}", "Restores or confirms.", problems: ["validation"]),
        document(
            "integrity", "Voters that the detectors found, by pseudonym, the newest first.",
            query: [before]),
        document("budgets", "What is spent, set aside and allowed, and the ledger of 7 days."),
        document("audit", "What was changed, the newest first.", query: [before]),
    ]
}
