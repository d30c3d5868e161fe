import Arena
import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import Ratings

/// One row of the table that turns an error's kind into an HTTP problem (RFC 9457).
struct Problem: Error, Equatable {
    /// The stable code, also the last part of `type`.
    let code: String
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// The kind in words.
    let title: String
    /// This case in words, and what to do.
    let detail: Saying
    /// Which part of the request is meant, where one is.
    var pointer: String?
    /// Seconds to wait before another try, where that helps.
    var retryAfter: Int?
}

extension Problem {
    /// The problem for an error of the arena's.
    init(_ error: ArenaError) {
        switch error {
        case .invalid(let field, let reason):
            self.init("validation", .badRequest, "The request is not valid", Saying(phrase: reason))
            pointer = "/" + field
        case .tooLarge(let field, let limit):
            let detail: Saying = "At most \(limit) bytes are taken."
            self.init("too-large", .contentTooLarge, "The text is too long", detail)
            pointer = "/" + field
        case .needTwoContenders:
            let detail: Saying = "Connect a second model, or the same model with other settings."
            self.init("need-two-models", .conflict, "A battle needs two models", detail)
        case .unknownContender, .sameContender, .notPlaying: self.init(ofChosenPair: error)
        case .noSuchBattle:
            let detail: Saying = "It does not exist, or another voter opened it."
            self.init("no-such-battle", .notFound, "There is no such battle", detail)
        case .erased, .noVoter: self.init(ofVoter: error)
        case .nothingFailed:
            self.init("nothing-failed", .conflict, "Nothing is to be asked again", Self.whole)
        case .stillWriting:
            let detail: Saying = "Wait until both answers are complete."
            self.init("still-writing", .conflict, "Answers are still being written", detail)
        case .notComplete:
            let detail: Saying = "Vote when both answers are complete."
            self.init("not-complete", .conflict, "The answers are not complete", detail)
        case .turnLimit(let limit):
            let detail: Saying = "A battle has at most \(limit) turns. You can still vote."
            self.init("turn-limit", .conflict, "The conversation is at its end", detail)
        case .alreadyVoted:
            let title = "You have voted on this battle"
            self.init("already-voted", .conflict, title, "The first vote stands.")
        case .closed(let state):
            self.init("closed", .conflict, "The battle is over", Self.words(for: state))
        case .noSnapshot:
            let detail: Saying = "Ratings need votes between at least two models."
            self.init("no-snapshot", .notFound, "There are no ratings yet", detail)
        default: self.init(forNow: error)
        }
    }

    private static let keyReused = Problem(
        code: "idempotency-mismatch", status: .unprocessableContent,
        title: "The key was used before",
        detail: "Take a fresh Idempotency-Key for another request.")

    private static let whole: Saying =
        "Both answers are whole, or nobody else can answer for this side."

    /// The problem of something that works again later.
    private init(forNow error: ArenaError) {
        switch error {
        case .busy:
            let detail: Saying = "Too many answers are being written. Try again in a moment."
            self.init("busy", .serviceUnavailable, "The arena is busy", detail)
            retryAfter = 5
        case .stopping:
            let detail: Saying =
                "Nothing new is begun. Try again in a minute; votes are still taken."
            self.init("stopping", .serviceUnavailable, "The arena is about to restart", detail)
            retryAfter = 30
        case .budgetUsed(let opens): self.init(budgetOpens: opens)
        case .tooManyReports:
            let detail: Saying = "You have reported \(Report.dailyLimit) battles in a day."
            self.init("too-many-reports", .tooManyRequests, "Enough reports for today", detail)
            retryAfter = 3600
        case .keyReused: self = Self.keyReused
        default: self.init(ofStore: error)
        }
    }

    /// The problem of a store that cannot keep what was asked.
    private init(ofStore error: ArenaError) {
        let (code, title, detail): (String, String, Saying) =
            switch error {
            case .diskFull:
                (
                    "disk-full", "The disk is full",
                    "Nothing was stored. The operator has to make room; try again then."
                )
            case .diskLow:
                (
                    "disk-low", "The disk is nearly full",
                    "What is left is kept for votes, so no new battle is opened."
                )
            case .readOnly:
                (
                    "read-only", "The arena can only be read",
                    "What is stored is not what was acknowledged. The operator has to look into it."
                )
            default:
                (
                    "storage", "Nothing was stored",
                    "The arena cannot store anything at the moment. Try again later."
                )
            }
        self.init(code, .serviceUnavailable, title, detail)
        retryAfter = 30
    }

    /// The problem of money that is spent, with when there is more.
    private init(budgetOpens opens: Date) {
        let time = opens.formatted(.iso8601)
        let detail: Saying =
            "What may be spent is spent for now. The next battle can be opened at \(time)."
        self.init("budget-used", .tooManyRequests, "The budget is used up", detail)
        retryAfter = max(1, Int(opens.timeIntervalSinceNow.rounded(.up)))
    }

    /// The problem of a pair that somebody chose.
    private init(ofChosenPair error: ArenaError) {
        let (code, title, detail): (String, String, Saying) =
            switch error {
            case .unknownContender:
                ("unknown-model", "The model is not known", "Nobody of this name plays here.")
            case .sameContender:
                ("same-model", "The two are one model", "Choose two different models.")
            default:
                (
                    "not-playing", "The model does not play",
                    "A model of this name is known, but does not play at the moment."
                )
            }
        self.init(code, .unprocessableContent, title, detail)
        pointer = "/pair"
    }

    /// The problem of data that is somebody's own.
    private init(ofVoter error: ArenaError) {
        guard error == .noVoter else {
            let detail: Saying = "Whoever opened it had its texts erased."
            self.init("erased", .gone, "The battle was erased", detail)
            return
        }
        let detail: Saying =
            """
            A voter is known by the cookie arena_voter, which is set with the first battle: send it \
            back with each request. Without it nothing here is yours.
            """
        self.init("no-voter", .unauthorized, "Nobody is known by this request", detail)
    }

    private init(
        _ code: String, _ status: HTTPResponse.Status, _ title: String, _ detail: Saying
    ) {
        self.init(code: code, status: status, title: title, detail: detail)
    }

    private static func words(for state: BattleState) -> Saying {
        switch state {
        case .failed: "Neither answer can be judged: one or both did not arrive."
        case .expired: "Nobody voted in time."
        case .skipped: "You left it without a choice."
        case .created, .streaming, .ready, .voted: "It cannot be changed any more."
        }
    }
}

extension Problem {
    private struct Document: Encodable {
        struct Part: Encodable {
            let pointer: String
            let detail: String
        }

        let type: String
        let title: String
        let status: Int
        let detail: String
        let instance: String
        let code: String
        let errors: [Part]?
        let retryAfter: Int?
        let vote: VoteOutcome?
        let reveal: RevealDocument?
    }

    /// The problem as `application/problem+json`, with the vote and the reveal where one stands
    /// already.
    func response(instance: String, reveal: Reveal? = nil) throws -> Response {
        var response = try JSONBody(body(instance, reveal)).response(status: status)
        response.headers[.contentType] = "application/problem+json"
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }

    /// The bytes of the problem, for where there is no response yet.
    func document(instance: String) throws -> Data { try JSONBody(body(instance, nil)).bytes }

    private func body(_ instance: String, _ reveal: Reveal?) -> Document {
        Document(
            type: "/problems/" + code, title: title, status: status.code, detail: detail.english,
            instance: instance, code: code,
            errors: pointer.map { [Document.Part(pointer: $0, detail: detail.english)] },
            retryAfter: retryAfter, vote: reveal?.outcome,
            reveal: reveal.map(RevealDocument.init))
    }
}
