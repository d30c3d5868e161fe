import Pages

extension TextDocument {
    /// `/api`: the routes as ``RouteNote`` tells them, the same as `/openapi.json`.
    static let api = TextDocument(
        title: "API",
        summary: "Every route of this arena with its parameters, answers and errors.",
        blocks: conventions + audiences + errors)

    private static let conventions: [Block] = [
        .paragraph(
            "All of this is at [/openapi.json](/openapi.json) too, as OpenAPI 3.1. JSON is UTF-8 "
                + "with `snake_case` names, times are RFC 3339 in UTC, money is text so that it is "
                + "exact. Reading needs no key."),
        .paragraph(
            "A voter is the signed cookie `arena_voter`, set with the first battle: send it back. "
                + "Before the vote no route tells who answers, but in a battle of kind named."),
        .paragraph(
            "Where anyone may vote, the battle has a field `work`: a challenge that begins with a "
                + "number of bits and stands for ten minutes, for this voter and battle. Find a text "
                + "`n` of letters and digits such that the SHA-256 of `work.n` begins with so many "
                + "zero bits, and send `work.n` as `work` with the vote. A vote without it, or with "
                + "one that is late, another’s or too easy, is taken and counts one time in four."),
        .code(
            "curl -c jar -b jar -H 'Content-Type: application/json' \\\n"
                + "  -d '{\"prompt\":\"Why is the sky blue?\"}' https://ARENA/api/v1/battles"),
    ]

    private static var audiences: [Block] {
        RouteNote.Audience.allCases.flatMap { audience -> [Block] in
            let notes = RouteNote.all.filter { $0.audience == audience }
            guard audience != .pages, audience != .machines else {
                return [
                    .heading(audience.title, id: audience.rawValue),
                    .table(
                        audience.title, columns: ["Route", "What it is"],
                        rows: notes.map { ["`\($0.method) \($0.path)`", $0.summary] }),
                ]
            }
            return [.heading(audience.title, id: audience.rawValue)] + notes.flatMap(blocks)
        }
    }

    private static func blocks(of note: RouteNote) -> [Block] {
        var blocks: [Block] = [
            .subheading("`\(note.method) \(note.path)`"), .paragraph(note.summary),
        ]
        let fields =
            note.pathFields.map { ($0, "path") } + note.query.map { ($0, "query") }
            + note.body.map { ($0, "body") }
        if !fields.isEmpty {
            blocks.append(
                .table(
                    "What \(note.method) \(note.path) takes",
                    columns: ["Name", "Where", "Type", "Meaning"],
                    rows: fields.map { field, place in
                        [
                            "`\(field.name)`", place + (field.isRequired ? ", required" : ""),
                            field.type, field.meaning,
                        ]
                    }))
        }
        blocks.append(
            .table(
                "What \(note.method) \(note.path) answers", columns: ["Status", "Answer"],
                rows: note.answers.map { answer in
                    [
                        String(answer.status),
                        [answer.type, answer.meaning].compactMap(\.self)
                            .joined(separator: ": "),
                    ]
                }
                    + note.problems.compactMap(ProblemMeaning.of)
                    .sorted { $0.statuses[0] < $1.statuses[0] }.map { problem in
                        [
                            problem.statuses.map(String.init).joined(separator: " or "),
                            "[\(problem.code)](/problems/\(problem.code))",
                        ]
                    }))
        return blocks
    }

    private static var errors: [Block] {
        [
            .heading("Errors", id: "errors"),
            .paragraph(
                "An error is `application/problem+json` (RFC 9457) with a stable `code`; `type` is "
                    + "the page that explains it."),
            .table(
                "Codes", columns: ["Code", "Status", "Title"],
                rows: ProblemMeaning.all.map { problem in
                    [
                        "[\(problem.code)](/problems/\(problem.code))",
                        problem.statuses.map(String.init).joined(separator: " or "), problem.title,
                    ]
                }),
        ]
    }
}
