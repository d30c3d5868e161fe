import Arena
import HTTPTypes
import Hummingbird
import Pages
import Phrases

import struct Foundation.Date

/// What every admin route needs: the session, the page around a value, the check of a form.
struct AdminFrame: Sendable {
    let frame: PageFrame
    let door: AdminDoor

    /// The admin side of an arena's pages.
    init(frame: PageFrame) {
        self.frame = frame
        let operation = frame.parts.operation
        door = AdminDoor(
            links: operation.links, store: operation.store, key: frame.parts.key)
    }

    var operation: Administration { frame.parts.operation }
    var store: any OperationStore { operation.store }

    /// Contenders' names for people.
    var names: [ContenderID: String] {
        Dictionary(frame.parts.roster.contenders.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// Where a session ends; of all changes the only one that is possible while none can be kept.
    static let leaving = "/admin/leave"

    /// A route for whoever has an open session; others are sent to where one begins.
    func route(
        _ work: @escaping @Sendable (AdminVisit) async throws -> Response
    ) -> @Sendable (Request, ArenaContext) async throws -> Response {
        { request, context in
            guard let session = try await door.session(of: request) else {
                guard request.method == .get, !request.uri.path.hasPrefix("/api/") else {
                    throw Self.noSession
                }
                return .seeOther("/admin/enter")
            }
            let isLooking = request.method == .get || request.method == .head
            guard !session.isLook || isLooking || request.uri.path == Self.leaving else {
                throw ArenaError.readOnly
            }
            return try await work(
                AdminVisit(session: session, request: request, context: context))
        }
    }

    /// A page as a response, with the session's token in its forms.
    func respond(
        _ page: some AdminPage, status: HTTPResponse.Status = .ok, to visit: AdminVisit
    ) async -> Response {
        await respond(
            page, status: status, to: visit.request, token: door.token(of: visit.session))
    }

    /// A page for somebody without a session.
    func respond(
        _ page: some AdminPage, status: HTTPResponse.Status = .ok, to request: Request,
        token: String = ""
    ) async -> Response {
        var context = await frame.context(request, voter: nil)
        context.token = token
        context.canVote = true
        return PageFrame.response(page, in: context, status: status)
    }

    /// The fields of a form that comes from one of this session's pages.
    ///
    /// - Throws: ``FormRefusal``; ``ArenaError`` for a body that is no form.
    func form(_ visit: AdminVisit) async throws -> [String: String] {
        let fields = try await visit.request.form(upTo: 16_384)
        guard door.verifies(fields["token"] ?? "", of: visit.session) else {
            throw FormRefusal(text: nil)
        }
        return fields
    }

    /// How a voter is called on these pages: eight characters that name nobody elsewhere.
    func pseudonym(of voter: VoterID) -> String {
        String(frame.parts.key.sign(voter.text, for: .pseudonym).prefix(8))
    }

    /// For a change whose ground moved while somebody was looking at it.
    static let changedMeanwhile = Problem(
        code: "changed-meanwhile", status: .conflict, title: "It has changed meanwhile",
        detail: "Nothing was done. Go back, look again, and decide anew.")

    private static let noSession = Problem(
        code: "not-signed-in", status: .unauthorized, title: "You are not signed in",
        detail: "Open a link made by: arena admin-link")
}

/// A request of somebody with an open session.
struct AdminVisit: Sendable {
    let session: AdminSession
    let request: Request
    let context: ArenaContext

    /// When it came in.
    let now = Date()

    /// The fields of the address.
    var query: [String: String] { request.queryFields }

    /// The number below which a list goes on; `nil` for its beginning.
    var before: Int64? { query["before"].flatMap { Int64($0) } }

    /// A part of the path.
    func parameter(_ name: String) throws -> String { try context.parameters.require(name) }

    /// A line for the audit log.
    func entry(
        _ action: AuditEntry.Action, _ subject: String, from before: String = "",
        to after: String = "", note: String = ""
    ) -> AuditEntry {
        AuditEntry(
            at: now, author: session.author, action: action, subject: subject, before: before,
            after: after, note: note)
    }
}

extension Request {
    /// The fields of the address as a form sends them; of equal names the last.
    var queryFields: [String: String] {
        var fields: [String: String] = [:]
        for pair in (uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decode = { (text: Substring) in
                text.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            fields[decode(parts[0])] = parts.count == 2 ? decode(parts[1]) : ""
        }
        return fields
    }
}
