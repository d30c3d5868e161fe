import Arena
import Foundation
import HTTPTypes
import Hummingbird

/// One row of the table that turns an error's kind into an HTTP problem (RFC 9457).
struct Problem: Equatable, Sendable {
    /// The stable code, also the last part of `type`.
    let code: String
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// The kind in words.
    let title: String
    /// This case in words, and what to do.
    let detail: String
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
            self.init(
                code: "validation", status: .badRequest, title: "The request is not valid",
                detail: reason, pointer: "/" + field)
        case .tooLarge(let field, let limit):
            self.init(
                code: "too-large", status: .contentTooLarge, title: "The text is too long",
                detail: "At most \(limit) bytes are taken.", pointer: "/" + field)
        case .needTwoContenders:
            self.init(
                code: "need-two-models", status: .conflict, title: "A battle needs two contenders",
                detail: "Connect a second model, or the same model with other settings.")
        case .unknownContender(let name):
            self.init(
                code: "unknown-model", status: .unprocessableContent,
                title: "There is no such contender", detail: "\(name) is not known here.")
        case .noSuchBattle:
            self.init(
                code: "no-such-battle", status: .notFound, title: "There is no such battle",
                detail: "It does not exist, or another voter opened it.")
        case .stillWriting:
            self.init(
                code: "still-writing", status: .conflict,
                title: "The answers are still being written",
                detail: "Wait until both answers are complete.")
        case .notComplete:
            self.init(
                code: "not-complete", status: .conflict, title: "The answers are not complete",
                detail: "Vote when both answers are complete.")
        case .turnLimit(let limit):
            self.init(
                code: "turn-limit", status: .conflict, title: "The conversation is at its end",
                detail: "A battle has at most \(limit) turns. You can still vote.")
        case .alreadyVoted:
            self.init(
                code: "already-voted", status: .conflict, title: "You have voted on this battle",
                detail: "The first vote stands.")
        case .closed(let state):
            self.init(
                code: "closed", status: .conflict, title: "The battle is over",
                detail: Problem.words(for: state))
        case .noSnapshot:
            self.init(
                code: "no-snapshot", status: .notFound, title: "There are no ratings yet",
                detail: "Ratings need votes between at least two contenders.")
        case .busy:
            self.init(
                code: "busy", status: .serviceUnavailable, title: "The arena is busy",
                detail: "Too many answers are being written. Try again in a moment.",
                retryAfter: 5)
        case .storage:
            self.init(
                code: "storage", status: .serviceUnavailable, title: "Nothing was stored",
                detail: "The arena cannot store anything at the moment. Try again later.",
                retryAfter: 30)
        }
    }

    private static func words(for state: BattleState) -> String {
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
        let reveal: RevealDocument?
    }

    /// The problem as `application/problem+json`, with the reveal where a vote stands already.
    func response(instance: String, reveal: RevealDocument? = nil) throws -> Response {
        let document = Document(
            type: "/problems/" + code, title: title, status: status.code, detail: detail,
            instance: instance, code: code,
            errors: pointer.map { [Document.Part(pointer: $0, detail: detail)] },
            retryAfter: retryAfter, reveal: reveal)
        var response = try JSONBody(document).response(status: status)
        response.headers[.contentType] = "application/problem+json"
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }
}
