import Arena
import Comparisons
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Phrases

/// Turns every error into a problem: JSON below `/api`, a page elsewhere.
///
/// What is not in the table becomes a plain 500 with a reference number; its words go to the log.
struct ErrorMiddleware: RouterMiddleware {
    let pages: PageFrame

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let problem = problem(for: await known(error, of: request), of: request, context)
            var visitor = context
            visitor.voter = VoterCookie(key: pages.parts.key).voter(of: request)
            visitor.voter = pages.parts.gate.voter(of: request, context: visitor)
            return request.uri.path.hasPrefix("/api/")
                ? try problem.response(instance: request.uri.path)
                : await pages.page(
                    for: problem, keeping: (error as? FormRefusal)?.text, request: request,
                    context: visitor)
        }
    }

    /// Tells an erased battle, which belongs to nobody any more, from one that never was.
    private func known(_ error: any Error, of request: Request) async -> any Error {
        guard let failure = error as? ArenaError, failure == .noSuchBattle else { return error }
        let names = request.uri.path.split(separator: "/").compactMap { BattleID(String($0)) }
        guard let battle = names.first,
            (try? await pages.parts.store.isErased(battle)) == true
        else { return error }
        return ArenaError.erased
    }

    private func problem(
        for error: any Error, of request: Request, _ context: ArenaContext
    ) -> Problem {
        if let error = error as? ArenaError {
            if case .storage(let detail) = error {
                context.logger.error("storage", metadata: ["detail": "\(detail)"])
            }
            return Problem(error)
        }
        if let problem = error as? Problem { return problem }
        if error is FormRefusal { return FormRefusal.problem }
        if let error = error as? PairError { return Problem(error) }
        if let error = error as? UnknownFact { return error.problem }
        if let error = error as? any HTTPResponseError, let known = Problem(error.status) {
            return known
        }
        if error is NIOTooManyBytesError {
            return Problem(.tooLarge(field: "body", limit: context.maxUploadSize))
        }
        context.logger.error("unexpected", metadata: ["error": "\(error)"])
        return Problem(
            code: "internal", status: .internalServerError, title: "Something went wrong here",
            detail: "It was logged under the reference \(context.id).")
    }
}

extension Problem {
    /// The problem for two names that are no pair.
    init(_ error: PairError) {
        switch error {
        case .unknown:
            self.init(
                code: "unknown-model", status: .notFound, title: "The model is not known",
                detail: error.saying)
        case .same:
            self.init(
                code: "same-model", status: .notFound, title: "The two are one model",
                detail: error.saying)
        case .unlike:
            self.init(
                code: "unlike-models", status: .notFound, title: "Like is compared with like",
                detail: error.saying)
        }
    }

    /// The problem for a refusal of the framework's own; `nil` for a status it does not make.
    init?(_ status: HTTPResponse.Status) {
        switch status {
        case .notFound:
            self.init(
                code: "not-found", status: status, title: "There is no such page",
                detail: "Check the address, or start at the front page.")
        case .methodNotAllowed:
            self.init(
                code: "method-not-allowed", status: status, title: "That cannot be done here",
                detail: "The address takes other methods.")
        case .contentTooLarge:
            self.init(
                code: "too-large", status: status, title: "The text is too long",
                detail: "The body is larger than this address takes.")
        case .badRequest:
            self.init(
                code: "validation", status: status, title: "The request is not valid",
                detail: "It could not be read.")
        default: return nil
        }
    }
}
