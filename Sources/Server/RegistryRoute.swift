import Arena
import Catalogue
import Evidence
import Hummingbird
import Pages

import struct Foundation.Date

/// Reads the registry and says how each version stands.
struct RegistryDesk: Sendable {
    let registry: Registry
    let lineup: Lineup
    let directory: ModelDirectory
    let isOpen: Bool

    /// The registry as it stands, its counts at most a quarter of an hour old.
    func book() async throws(ArenaError) -> RegistryBook {
        let lines = try await registry.lines()
        return RegistryBook(lines, roster: await lineup.roster, isOpen: isOpen) { line in
            line.model.flatMap { directory.catalogue.model(named: $0) }?
                .fact(.maker, as: String.self)?.value
        }
    }

    /// What is told of the contenders of a board; nothing where the store cannot tell.
    func entries() async -> [ContenderID: RegistryBook.Entry] {
        (try? await book())?.newest ?? [:]
    }
}

/// `/registry` and `/api/v1/registry`: every version of every contender that was ever put in play
/// here.
struct RegistryRoute: Sendable {
    let desk: RegistryDesk
    let frame: PageFrame

    /// Adds the route below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("registry", use: show)
    }

    /// Adds the page at the top.
    func addPage(to router: Router<ArenaContext>) {
        router.get("registry") { request, context in
            let page = RegistryPage(try await desk.book())
            return await frame.respond(page, to: request, voter: context.voter)
        }
    }

    private struct Document: Encodable {
        let versions: [Line]
    }

    private struct Line: Encodable {
        let model: String
        let name: String
        let version: String
        let pool: String
        let firstSeen: Date
        let lastVoteDay: Date?
        let votes: Int
        let status: String
        let since: Date?
        let reason: String?
        let testedWith: String
        let tested: Int
        let inPlay: Int
        let provisional: Bool

        init(_ entry: RegistryBook.Entry) {
            let line = entry.line
            model = line.contender.text
            name = line.name
            version = line.version
            pool = line.pool.rawValue
            firstSeen = line.firstSeen
            lastVoteDay = line.lastVote
            votes = line.votes
            status = entry.standing.rawValue
            since = line.since
            reason = entry.standing == .retired && !line.reason.isEmpty ? line.reason : nil
            testedWith = entry.kin.name
            tested = entry.kin.tested
            inPlay = entry.kin.inPlay
            provisional = entry.isProvisional
        }
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let lines = try await desk.book().entries.map(Line.init)
        return try JSONBody(Document(versions: lines)).response()
    }
}
