extension RouteNote {
    private static let choice = [
        Field("pool", "string", "real or practice"),
        Field("category", "string", "such as code, math or language-fr"),
        Field("style", "string", "1 takes out the style of the answers"),
        Field("period", "string", "all, 90, 30 or 7 days"),
        Field("min_votes", "integer", "votes a model needs for a place"),
        Field("at", "string", "a snapshot’s id, or a day as 2026-11-21"),
    ]

    private static let unknown = ["validation", "no-snapshot"]

    /// The leaderboard and what it is made of.
    static let board =
        [
            RouteNote(
                "GET", "/api/v1/leaderboard/history", .ratings, "A model’s rating day by day.",
                query: [Field("model", "string", "a model’s name", required: true)],
                answers: [Answer(200, Answer.json, "date, rating, low, high")],
                problems: ["validation", "unknown-model"]),
            RouteNote(
                "GET", "/api/v1/matrix", .ratings, "Every pair’s share or number of battles.",
                query: [Field("kind", "string", "expected, observed or count")] + choice,
                answers: [Answer(200, Answer.json, "models, cells")], problems: unknown),
            RouteNote(
                "GET", "/api/v1/snapshots", .ratings, "Ratings that were kept, newest first.",
                answers: [Answer(200, Answer.json, "id, time, votes of each")],
                problems: ["validation"]),
            RouteNote(
                "GET", "/api/v1/snapshots/{id}", .ratings, "One of them, with its covariance.",
                answers: [Answer(200, Answer.json, "method, ratings, covariance")],
                problems: ["no-snapshot"]),
            RouteNote(
                "GET", "/api/v1/registry", .ratings,
                "Every version of a model that was ever in play, retired ones too.",
                answers: [
                    Answer(
                        200, Answer.json,
                        "model, version, first seen, votes, status and reason of each, and how many were "
                            + "tested beside it")
                ], problems: ["storage"]),
            RouteNote(
                "GET", "/plots/{figure}", .machines,
                "A figure of the leaderboard as SVG, or its table as CSV.", query: choice,
                answers: [Answer(200, "image/svg+xml", "the figure")], problems: ["not-found"]),
        ]
        + ["json", "csv", "md"].map { form in
            RouteNote(
                "GET", "/leaderboard.\(form)", .machines, "The page /leaderboard as \(form).",
                query: choice, answers: [Answer(200, type(of: form), "the same value")],
                problems: unknown)
        }
        + [
            RouteNote(
                "GET", "/methodology.md", .machines, "The page /methodology as Markdown.",
                answers: [Answer(200, "text/markdown", "the same value")])
        ]

    private static func type(of form: String) -> String {
        ["json": Answer.json, "csv": "text/csv"][form] ?? "text/markdown"
    }
}
