extension RouteNote {
    /// Battles that their voter opened to others.
    static let sharing = [
        RouteNote(
            "POST", "/api/v1/battles/{id}/share", .battles,
            "Opens a voted battle to whoever has its link.", answers: [Answer(204, nil, "open")],
            problems: ["no-such-battle"]),
        RouteNote(
            "DELETE", "/api/v1/battles/{id}/share", .battles, "Closes it again.",
            answers: [Answer(204, nil, "closed")], problems: ["no-such-battle"]),
        RouteNote(
            "POST", "/api/v1/battles/{id}/report", .battles,
            "Tells the operator of a battle you can read.",
            body: [
                Field(
                    "kind", "string", "illegal, harmful, personal, broken or other",
                    required: true),
                Field("note", "string", "at most 500 bytes"),
            ], answers: [Answer(202, nil, "the operator has it")],
            problems: ["validation", "too-large", "no-such-battle", "too-many-reports"]),
    ]
}
