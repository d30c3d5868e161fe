extension RouteNote {
    private static let prompt = Field(
        "prompt", "string", "the text, at most 32,768 bytes", required: true)
    private static let remark = [
        Field("reasons", "object", "by side, words such as correct, clear, too_long"),
        Field("comment", "string", "at most 500 characters"),
    ]
    private static let opened = Answer(
        201, Answer.json, "the battle’s id, turn, seal, and the paths of stream and vote")
    private static let store = ["storage", "disk-full", "read-only"]
    private static let limits = ["validation", "too-large", "busy"] + store

    /// What proves that votes are kept.
    static let receipts = [
        RouteNote(
            "GET", "/api/v1/receipts/{number}", .battles,
            "The receipt of a vote by its number: leaf and head of the chain, nothing of its content.",
            answers: [Answer(200, Answer.json, "sequence, leaf, head")],
            problems: ["no-such-vote"])
    ]

    /// Playing a battle.
    static let battles = [
        RouteNote(
            "POST", "/api/v1/battles", .battles,
            "Opens a battle; both answers begin at once. Repeatable with an `Idempotency-Key`.",
            body: [
                prompt,
                Field("kind", "string", "random (the default), or pair or named for your own pair"),
                Field("pair", "array", "two contenders’ names, with kind pair or named"),
                Field("publish", "boolean", "false to keep the texts out of any publication"),
            ], answers: [opened],
            problems: limits + [
                "need-two-models", "unknown-model", "same-model", "not-playing", "budget-used",
                "not-invited", "not-signed-in", "disk-low", "idempotency-mismatch",
            ]),
        RouteNote(
            "GET", "/api/v1/battles/{id}", .battles,
            "The battle, blind; after your vote with the reveal.",
            answers: [Answer(200, Answer.json, "state, turns, votable, vote, reveal, work")],
            problems: ["no-such-battle", "erased"]),
        RouteNote(
            "GET", "/api/v1/battles/{id}/stream", .battles,
            "The newest turn as server-sent events; `Last-Event-ID` resumes.",
            answers: [
                Answer(
                    200, "text/event-stream", "events turn, delta, state, notice, interrupted, end"),
                Answer(204, nil, "the end was already seen"),
            ], problems: ["no-such-battle", "erased"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/turns", .battles, "Sends a follow-up to both.",
            body: [prompt], answers: [opened],
            problems: limits + [
                "no-such-battle", "still-writing", "turn-limit", "closed", "budget-used",
            ]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/vote", .battles,
            "Casts the vote and reveals the names. Repeatable with an `Idempotency-Key`.",
            body: [Field("outcome", "string", "a, b, tie or both_bad", required: true)] + remark
                + [
                    Field("seen", "object", "by side, whether the answer was looked at"),
                    Field("work", "string", "the challenge of the battle, a dot and the nonce"),
                ],
            answers: [
                Answer(201, Answer.json, "the vote, whether it counts, the reveal, the receipt")
            ],
            problems: [
                "validation", "no-such-battle", "not-complete", "already-voted", "closed",
                "idempotency-mismatch",
            ] + store),
        RouteNote(
            "POST", "/api/v1/battles/{id}/stop", .battles, "Stops both answers where they are.",
            answers: [Answer(202, nil, "they stop")],
            problems: ["no-such-battle", "already-voted", "closed"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/now", .battles,
            "Shows all that is written at once, for the rest of the battle.",
            answers: [Answer(202, nil, "it is shown")], problems: ["no-such-battle", "closed"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/retry", .battles, "Asks the side that failed again.",
            body: [Field("replace", "boolean", "true for another contender, in a new battle")],
            answers: [Answer(202, Answer.json, "the battle that goes on, as after opening it")],
            problems: limits + ["no-such-battle", "nothing-failed", "already-voted", "closed"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/reasons", .battles,
            "Adds reasons after the reveal; they are kept apart from those before it.",
            body: remark, answers: [Answer(204, nil, "kept")],
            problems: ["validation", "no-such-battle", "not-complete"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/skip", .battles,
            "Leaves the battle without a vote; nothing is revealed.",
            answers: [Answer(204, nil, "left")],
            problems: ["no-such-battle", "still-writing", "already-voted", "closed"]),
    ]

    private static let pool = Field("pool", "string", "real or practice")
    private static let traffic = [
        Field("blend", "string", "how tokens in and out are weighed: 3:1, 70:30 or arena"),
        Field("tier", "string", "the service level whose prices are taken"),
        Field("requests", "integer", "requests a month, for the monthly cost"),
        Field("in", "integer", "tokens in, per request"),
        Field("out", "integer", "tokens out, per request"),
        Field("cached", "number", "per cent of the tokens in that are cached"),
        Field("retries", "number", "per cent of the requests that are sent again"),
    ]

    /// What the votes and facts say.
    static let ratings = [
        RouteNote(
            "GET", "/api/v1/leaderboard", .ratings, "All ratings of one moment.", query: [pool],
            answers: [
                Answer(200, Answer.json, "snapshot, models with ratings and intervals, groups"),
                Answer(304, nil, "the same as `If-None-Match` names"),
            ], problems: ["validation", "no-snapshot"]),
        RouteNote(
            "GET", "/api/v1/pairs/{a}/{b}", .ratings, "What votes say of two models.",
            query: traffic,
            answers: [Answer(200, Answer.json, "gap, probability, words, direct votes")],
            problems: ["unknown-model", "same-model", "unlike-models", "no-snapshot"]),
        RouteNote(
            "GET", "/api/v1/compare/{a}/{b}", .ratings,
            "The whole comparison of two models, as facts and sentences.", query: traffic,
            answers: [Answer(200, Answer.json, "all blocks")],
            problems: ["validation", "unknown-model", "same-model", "unlike-models"]),
        RouteNote(
            "GET", "/api/v1/models", .ratings, "Models, filtered as on the page, with a cursor.",
            query: [
                Field("limit", "integer", "models in one answer"),
                Field("cursor", "string", "where the last answer ended, from its `next`"),
            ], answers: [Answer(200, Answer.json, "models, next")], problems: ["validation"]),
        RouteNote(
            "GET", "/api/v1/facts/**", .ratings,
            "One fact: value, unit, formula, inputs, sources.",
            answers: [Answer(200, Answer.json, "the fact")], problems: ["unknown-fact"]),
        RouteNote(
            "GET", "/api/v1/models/{model}", .ratings, "One model with its sourced facts.",
            answers: [Answer(200, Answer.json, "all blocks")], problems: ["unknown-model"]),
        RouteNote(
            "GET", "/api/v1/exports/{file}", .ratings,
            "Votes, battles or ratings as a file: votes.csv, battles.jsonl and so on.",
            query: [pool],
            answers: [
                Answer(200, "application/jsonl", "one object a line; text/csv for .csv")
            ], problems: ["validation", "not-found", "no-snapshot"]),
    ]

    /// What belongs to one voter.
    static let own = [
        RouteNote(
            "GET", "/api/v1/me", .own, "Your battles, newest first, and your private leaderboard.",
            query: [
                Field("limit", "integer", "battles of one answer, 1 to 200; 50 if not said"),
                Field("cursor", "string", "`next` of the answer before"),
            ],
            answers: [Answer(200, Answer.json, "votes, boards, battles, next")],
            problems: ["no-voter", "validation"]),
        RouteNote(
            "DELETE", "/api/v1/me", .own,
            "Erases your texts, withdraws your votes and ends the cookie; cannot be undone.",
            answers: [Answer(200, Answer.json, "how many battles and votes")],
            problems: ["no-voter", "storage"]),
        RouteNote(
            "GET", "/me.json", .own, "All your battles with their texts, as one file.",
            answers: [Answer(200, Answer.json, "votes, boards, battles")],
            problems: ["no-voter"]),
    ]
}
