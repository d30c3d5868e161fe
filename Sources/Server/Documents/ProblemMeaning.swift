import Arena
import HTTPTypes
import Pages

/// What a problem's code means, for `/problems/{code}` and the API's document.
struct ProblemMeaning: Sendable {
    let code: String
    let statuses: [Int]
    let title: String
    /// What happened and what helps, in a few sentences.
    let meaning: String

    private init(_ code: String, _ statuses: [Int], _ title: String, _ meaning: String) {
        self.code = code
        self.statuses = statuses
        self.title = title
        self.meaning = meaning
    }

    /// The meaning of one code; `nil` for a code that is not given here.
    static func of(_ code: String) -> ProblemMeaning? { all.first { $0.code == code } }

    /// The page that explains it.
    var document: TextDocument {
        let words = statuses.map(String.init).joined(separator: " or ")
        return TextDocument(
            title: title, summary: meaning,
            blocks: [
                .paragraph(meaning),
                .table(
                    "Problem", columns: ["Field", "Value"],
                    rows: [
                        ["`code`", "`\(code)`"], ["`type`", "`/problems/\(code)`"],
                        ["`status`", words],
                    ]),
                .paragraph(
                    "Programs get it as `application/problem+json` (RFC 9457); `detail` tells the "
                        + "case, `errors` the field that is meant. The [API](/api) lists which "
                        + "route answers what."),
            ])
    }
}

extension ProblemMeaning {
    /// Every code that this server answers with; a test looks for each of them in the sources.
    static let all: [ProblemMeaning] = requests + people + battles + models + states

    private static let requests = [
        ProblemMeaning(
            "validation", [400], "The request is not valid",
            "A field is missing, unknown, or not of the form it must have. `errors` points to it."),
        ProblemMeaning(
            "too-large", [413], "The text is too long",
            "A prompt has at most 32,768 bytes in UTF-8; other bodies are limited likewise."),
        ProblemMeaning(
            "not-found", [404], "There is no such page",
            "Nothing is at this address. Names of models are words and digits with dashes between."
        ),
        ProblemMeaning(
            "method-not-allowed", [405], "That cannot be done here",
            "The address is known, but takes other methods. The API’s document says which."),
        ProblemMeaning(
            "form-token", [403], "This form is too old",
            "A form is tied to the cookie of the browser it was shown in. Send it again from a "
                + "fresh page; if that does not help, the browser keeps no cookies."),
        ProblemMeaning(
            "other-origin", [403], "The request came from another site",
            "Requests that change something are taken from the arena’s own pages, and from "
                + "programs that send neither `Origin` nor `Sec-Fetch-Site`."),
        ProblemMeaning(
            "no-voter", [401], "Nobody is known by this request",
            "A voter is known by the signed cookie `arena_voter`, which is set with the first "
                + "battle (and on pages with a form). Keep it and send it back; without it there "
                + "is nothing of yours to show or erase."),
    ]

    private static let people = [
        ProblemMeaning(
            "not-invited", [403], "You need an invitation",
            "Voting is by invitation here. Whoever runs the arena sends a link; opened in this "
                + "browser, it makes it a voter."),
        ProblemMeaning(
            "not-signed-in", [401], "You are not signed in",
            "Voting is for people whom a proxy in front of the arena names, and it named nobody; on "
                + "the admin side, there is no open session."),
        ProblemMeaning(
            "admin-link", [403], "This link opens nothing",
            "An admin link works once, for 15 minutes. `arena admin-link` makes a fresh one."),
        ProblemMeaning(
            "rate-limited", [429], "Too many requests",
            "One address (one /64 in IPv6) opened too many connections, or sent more requests of a "
                + "kind than a minute has, or ten wrong codes. `retry_after` says when to try "
                + "again."),
        ProblemMeaning(
            "changed-meanwhile", [409], "It has changed meanwhile",
            "What was to be changed is not as it was when the question was shown. Nothing was done."
        ),
    ]

    private static let battles = [
        ProblemMeaning(
            "no-such-battle", [404], "There is no such battle",
            "Either it does not exist or another voter opened it; the two are not told apart."),
        ProblemMeaning(
            "erased", [410], "The battle was erased",
            "Whoever opened it had its texts erased and the vote withdrawn. It does not come back."
        ),
        ProblemMeaning(
            "still-writing", [409], "Answers are still being written",
            "Wait for the stream’s event `end`, then go on."),
        ProblemMeaning(
            "not-complete", [409], "The answers are not complete",
            "A vote needs one turn with two complete answers. Vote when both are there."),
        ProblemMeaning(
            "nothing-failed", [409], "Nothing is to be asked again",
            "Both answers of the newest turn are whole; only a side that failed can be asked again."
        ),
        ProblemMeaning(
            "turn-limit", [409], "The conversation is at its end",
            "A battle has at most 10 turns. It can still be voted on."),
        ProblemMeaning(
            "already-voted", [409], "You have voted on this battle",
            "The first vote stands; the answer holds the reveal."),
        ProblemMeaning(
            "closed", [409], "The battle is over",
            "It was skipped, expired a day after it was opened, or an answer did not arrive."),
        ProblemMeaning(
            "too-many-reports", [429], "Enough reports for today",
            "One visitor can report ten battles in a day. The operator reads them all."),
    ]

    private static let models = [
        ProblemMeaning(
            "need-two-models", [409], "A battle needs two models",
            "Fewer than two contenders are connected. The operator connects a second model, or the "
                + "same model with other settings."),
        ProblemMeaning(
            "unknown-model", [404, 422], "The model is not known",
            "No model of this name has a page or plays here. The detail names the nearest."),
        ProblemMeaning(
            "unknown-fact", [404], "There is no such fact",
            "A fact’s address is the path under `facts` in the JSON of a comparison or a model."),
        ProblemMeaning(
            "same-model", [404, 422], "The two are one model",
            "A comparison and a chosen pair need two different models."),
        ProblemMeaning(
            "unlike-models", [404], "Like is compared with like",
            "A family of models cannot be compared with a single model; choose one of its members."
        ),
        ProblemMeaning(
            "not-playing", [422], "The model does not play",
            "It is known, but the operator has it out of play at the moment."),
    ]

    private static let states = [
        ProblemMeaning(
            "no-snapshot", [404], "There are no ratings yet",
            "Ratings need votes between at least two models."),
        ProblemMeaning(
            "budget-used", [429], "The budget is used up",
            "What may be spent in a day or a minute (UTC) is spent, so contenders that cost money "
                + "wait. `retry_after` says until when."),
        ProblemMeaning(
            "busy", [503], "The arena is busy",
            "As many answers are being written as the operator allows. `retry_after` says when to "
                + "try again."),
        ProblemMeaning(
            "stopping", [503], "The arena is about to restart",
            "It was told to stop: no battle and no turn is begun, what is being written may end, and "
                + "votes are still taken. `retry_after` says when to try again."),
        ProblemMeaning(
            "storage", [503], "Nothing was stored",
            "The database could not keep or read something; nothing was half done. The operator "
                + "finds the reason in the log."),
        ProblemMeaning(
            "disk-full", [503], "The disk is full",
            "Nothing was stored, and nothing was half done. Once the operator has made room the same "
                + "request is taken; no restart is needed."),
        ProblemMeaning(
            "disk-low", [503], "The disk is nearly full",
            "New battles stop before the disk is full, so that votes on those that are open can "
                + "still be kept. Votes are taken."),
        ProblemMeaning(
            "read-only", [503], "The arena can only be read",
            "The stored votes are not those that were acknowledged: some are missing or were "
                + "changed. Nothing is written until the operator has looked into it with "
                + "`arena verify`."),
        ProblemMeaning(
            "idempotency-mismatch", [422], "The key was used before",
            "The `Idempotency-Key` of this request came with another request of the same voter in "
                + "the last 30 days. Take a fresh UUID; the same one only to repeat a request."),
        ProblemMeaning(
            "no-such-vote", [404], "There is no such vote",
            "Votes are numbered from 1 without a gap; no vote has this number yet."),
        ProblemMeaning(
            "internal", [500], "Something went wrong here",
            "A mistake of the program’s. It was logged under the reference in the detail."),
    ]
}
