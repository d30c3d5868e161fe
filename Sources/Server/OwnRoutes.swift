import Arena
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// A voter's own pages and data: `/me`, `/me.json`, `/api/v1/me`.
struct OwnRoutes: Sendable {
    let frame: PageFrame
    let cookie: VoterCookie

    private var voters: VoterService {
        VoterService(
            store: frame.parts.store, ratings: frame.parts.ratings, battles: frame.parts.battles)
    }

    /// Adds the pages at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("me", use: show)
        router.get("me.json", use: export)
        router.get("me/delete", use: ask)
        router.post("me/delete", use: erase)
    }

    /// Adds the API below `/api/v1`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.get("me", use: list)
        group.delete("me") { _, context in
            guard let voter = context.voter else { throw ArenaError.noVoter }
            var response = try JSONBody(ErasureDocument(try await voters.erase(voter))).response()
            response.setCookie(cookie.ended)
            return response
        }
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let voter = context.voter else {
            return await frame.respond(MyVotesPage(), to: request, voter: nil)
        }
        let cursor = try Self.cursor(of: request, named: "before")
        let (battles, next) = try await voters.battles(of: voter, before: cursor)
        let votes = try await voters.votes(of: voter)
        let page = MyVotesPage(
            battles: battles, next: next?.text, isFirst: cursor == nil,
            records: cursor == nil ? await voters.records(of: votes) : [],
            meetings: OwnRecord.meetings(in: votes), names: await names)
        return await frame.respond(page, to: request, voter: voter)
    }

    /// All of it in one file, written battle by battle.
    private func export(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let voter = context.voter else {
            return try Problem(.noVoter).response(instance: request.uri.path)
        }
        let votes = try await voters.votes(of: voter)
        let records = await voters.records(of: votes)
        var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        headers[.contentDisposition] = "attachment; filename=\"my-votes.json\""
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { [voters] writer in
                let file = OwnFile(votes: votes.count, records: records)
                try await writer.write(ByteBuffer(string: try file.head))
                var cursor: BattleCursor?
                var isFirst = true
                repeat {
                    let page = try await voters.battles(
                        of: voter, before: cursor, limit: VoterService.pageLimit)
                    for battle in page.battles {
                        try await writer.write(
                            ByteBuffer(string: try file.entry(battle, isFirst: isFirst)))
                        isFirst = false
                    }
                    cursor = page.next
                } while cursor != nil
                try await writer.write(ByteBuffer(string: OwnFile.tail))
                try await writer.finish(nil)
            })
    }

    private func list(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let voter = context.voter else { throw ArenaError.noVoter }
        let votes = try await voters.votes(of: voter)
        let (battles, next) = try await voters.battles(
            of: voter, before: try Self.cursor(of: request, named: "cursor"),
            limit: try Self.limit(of: request))
        let document = OwnDocument(
            votes: votes.count, records: await voters.records(of: votes), battles: battles,
            next: next?.text)
        var response = try JSONBody(document).response()
        if let next, let link = HTTPField.Name("Link") {
            response.headers[link] =
                "</api/v1/me?cursor=\(next.text)>; rel=\"next\""
        }
        return response
    }

    private func ask(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let voter = context.voter else { return .seeOther("/me") }
        return await frame.respond(ErasePage(), to: request, voter: voter)
    }

    private func erase(_ request: Request, context: ArenaContext) async throws -> Response {
        let (voter, _) = try await frame.form(request, context: context)
        let erasure = try await voters.erase(voter)
        var response = await frame.respond(ErasedPage(erasure), to: request, voter: nil)
        response.setCookie(cookie.ended)
        return response
    }

    private var names: [ContenderID: String] {
        get async {
            var names: [ContenderID: String] = [:]
            for pool in Pool.allCases {
                for row in await frame.parts.ratings.snapshot(of: pool)?.rows ?? [] {
                    names[row.contender] = row.name
                }
            }
            for contender in frame.parts.roster.contenders { names[contender.id] = contender.name }
            return names
        }
    }

    private static func cursor(
        of request: Request, named name: Substring
    ) throws(ArenaError) -> BattleCursor? {
        guard let text = request.uri.queryParameters[name] else { return nil }
        guard let cursor = BattleCursor(String(text)) else {
            throw .invalid(field: String(name), reason: "It is not one that this arena gave.")
        }
        return cursor
    }

    private static func limit(of request: Request) throws(ArenaError) -> Int {
        guard let text = request.uri.queryParameters["limit"] else { return 50 }
        guard let limit = Int(text), (1...VoterService.pageLimit).contains(limit) else {
            throw .invalid(field: "limit", reason: "It is 1 to \(VoterService.pageLimit).")
        }
        return limit
    }
}

/// The pieces of `/me.json`, which make one ``OwnDocument`` when put together.
private struct OwnFile {
    let votes: Int
    let records: [OwnRecord]

    /// All up to the first battle.
    var head: String {
        get throws {
            let boards = try JSONForm.encoder.encode(records.map(OwnDocument.Board.init))
            return "{\"votes\":\(votes),\"boards\":\(String(decoding: boards, as: UTF8.self)),"
                + "\"battles\":["
        }
    }

    func entry(_ battle: OwnBattle, isFirst: Bool) throws -> String {
        let data = try JSONForm.encoder.encode(OwnDocument.Entry(battle))
        return (isFirst ? "\n" : ",\n") + String(decoding: data, as: UTF8.self)
    }

    static let tail = "\n]}\n"
}
