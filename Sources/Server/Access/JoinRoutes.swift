import Arena
import HTTPTypes
import Hummingbird
import Pages

import struct Foundation.Date

/// `/join/{code}`: how an invitation link makes a browser a voter.
///
/// Opening the link changes nothing, so that a preview of it in a chat does not use it up.
struct JoinRoutes: Sendable {
    let frame: PageFrame
    let cookie: VoterCookie

    private var store: any OperationStore { frame.parts.operation.store }

    /// Adds both routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("join/{code}", use: show)
        router.post("join/{code}", use: join)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let code = SecretCode(try context.parameters.require("code"))
        var admission = Admission.unknown
        if let code, let invitation = try await store.invitation(of: code.digest) {
            admission = invitation.admission(at: Date())
        }
        let page = JoinPage(admission, code: code?.text ?? "")
        guard admission == .open else {
            return await refuse(page, admission, to: request, context: context)
        }
        return await frame.respondAsVoter(page, cookie: cookie, to: request, context: context)
    }

    private func join(_ request: Request, context: ArenaContext) async throws -> Response {
        let (voter, _) = try await frame.form(request, context: context)
        guard let code = SecretCode(try context.parameters.require("code")) else {
            return await refuse(
                JoinPage(.unknown, code: ""), .unknown, to: request, context: context)
        }
        let admission = try await store.join(voter, by: code.digest, at: Date())
        guard admission == .open else {
            return await refuse(
                JoinPage(admission, code: ""), admission, to: request, context: context)
        }
        return .seeOther("/")
    }

    private func refuse(
        _ page: JoinPage, _ admission: Admission, to request: Request, context: ArenaContext
    ) async -> Response {
        await frame.respond(
            page, status: admission == .unknown ? .notFound : .gone, to: request,
            voter: context.voter)
    }
}
