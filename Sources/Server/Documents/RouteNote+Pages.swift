extension RouteNote {
    private static func file(_ path: String, _ type: String, _ words: String) -> RouteNote {
        RouteNote("GET", path, .machines, words, answers: [Answer(200, type, words)])
    }

    private static func page(
        _ path: String, _ words: String, problems: [String] = []
    ) -> RouteNote {
        RouteNote(
            "GET", path, .pages, words, answers: [Answer(200, Answer.html, words)],
            problems: problems)
    }

    private static func form(
        _ path: String, _ words: String, to target: String, problems: [String] = []
    ) -> RouteNote {
        RouteNote(
            "POST", path, .pages, words, answers: [Answer(303, nil, "on to \(target)")],
            problems: ["form-token", "other-origin"] + problems)
    }

    /// Files for programs.
    static let machines =
        [
            file("/openapi.json", Answer.json, "This document, as OpenAPI 3.1."),
            file("/feed.atom", "application/atom+xml", "The news of past days, as Atom."),
            file("/feed.json", "application/feed+json", "The news of past days, as JSON Feed."),
            file("/badge/{file}", "image/svg+xml", "A model’s rating as a badge."),
            file("/llms.txt", "text/plain", "A map of the arena for language models."),
            file("/sitemap.xml", "application/xml", "The pages worth finding."),
            file("/robots.txt", "text/plain", "What crawlers should leave alone."),
            file("/.well-known/security.txt", "text/plain", "Where to report a weakness."),
            file("/favicon.ico", "image/x-icon", "The icon."),
            file("/healthz", "text/plain", "Whether the process lives."),
            RouteNote(
                "GET", "/readyz", .machines, "Whether it can work.",
                answers: [
                    Answer(200, Answer.json, "ready"), Answer(503, Answer.json, "not ready"),
                ]),
        ]
        + ["privacy", "accessibility", "data", "api"].map { name in
            file("/\(name).md", "text/markdown", "The page /\(name) as Markdown.")
        }

    /// Pages for people, and what their forms send.
    static let pages = [
        page("/", "A field for a prompt."),
        page("/choose", "The same, with a list of models to choose two from."),
        form(
            "/b", "Opens a battle.", to: "its page", problems: ["validation", "too-large", "busy"]),
        page(
            "/b/{id}", "A battle: blind, then revealed.", problems: ["no-such-battle", "erased"]),
        page(
            "/b/{id}/stream/{side}", "One side as a growing document.", problems: ["no-such-battle"]
        ),
        form("/b/{id}/turns", "Sends a follow-up.", to: "the battle", problems: ["closed"]),
        form("/b/{id}/stop", "Stops both answers.", to: "the battle", problems: ["closed"]),
        form("/b/{id}/now", "Shows all that is written at once.", to: "the battle"),
        form(
            "/b/{id}/retry", "Asks a failed side again.", to: "the battle",
            problems: ["nothing-failed"]),
        form("/b/{id}/reasons", "Adds reasons after the vote.", to: "the reveal"),
        form("/b/{id}/vote", "Casts the vote.", to: "the reveal", problems: ["not-complete"]),
        form("/b/{id}/skip", "Leaves the battle.", to: "the front page", problems: ["closed"]),
        form(
            "/b/{id}/share", "Opens a voted battle to whoever has its link.", to: "the reveal",
            problems: ["no-such-battle"]),
        form("/b/{id}/unshare", "Closes it again.", to: "the reveal", problems: ["no-such-battle"]),
        form(
            "/b/{id}/judge", "Judges a shared battle; in no rating.", to: "its names",
            problems: ["no-such-battle", "validation"]),
        RouteNote(
            "POST", "/b/{id}/report", .pages, "Tells the operator of a battle.",
            answers: [Answer(200, Answer.html, "that he has it")],
            problems: ["form-token", "other-origin", "no-such-battle", "too-many-reports"]),
        page("/leaderboard", "Ratings with their uncertainty."),
        page("/compare", "A picker for two models."),
        page(
            "/compare/{pair}", "Two models compared; .json, .md and .csv behind it are its twins.",
            problems: ["not-found", "unknown-model", "same-model", "unlike-models"]),
        page("/compare/{pair}/{figure}", "A figure as SVG.", problems: ["not-found"]),
        page("/models", "All models, filtered."),
        page(
            "/models/{model}", "One model; .json, .md and .csv behind it are its twins.",
            problems: ["unknown-model"]),
        page("/models/{model}/{figure}", "A figure as SVG.", problems: ["not-found"]),
        page("/me", "The battles of this browser."),
        page("/me/delete", "What an erasure does, and its button."),
        RouteNote(
            "POST", "/me/delete", .pages, "Erases the voter’s data.",
            answers: [Answer(200, Answer.html, "what was erased")],
            problems: ["form-token", "other-origin", "storage"]),
        page("/registry", "Every version that was ever in play, retired ones too."),
        page("/methodology", "How ratings work."), page("/data", "Exports and their columns."),
        page("/api", "This document, as a page."), page("/privacy", "What is kept."),
        page("/accessibility", "What was done, and what is missing."),
        page("/problems/{code}", "What a problem’s code means.", problems: ["not-found"]),
        form("/prefs", "Keeps colours, language and keys.", to: "the page before"),
    ]
}
