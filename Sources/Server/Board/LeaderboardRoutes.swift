import Arena
import Charts
import Evidence
import HTTPTypes
import Hummingbird
import Pages

/// The leaderboard: `/leaderboard`, its twins, its figures as files, `/methodology`.
struct LeaderboardRoutes: Sendable {
    let frame: PageFrame
    let boards: BoardDesk

    /// Adds the pages and files at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("leaderboard", use: show)
        router.get("leaderboard.json") { request, _ in
            try await document(for: request)
        }
        router.get("leaderboard.csv") { request, _ in
            try await text(.csv, for: request) { $0.csv }
        }
        router.get("leaderboard.md") { request, _ in
            try await text(.markdown, for: request) { $0.markdown }
        }
        router.get("plots/{figure}", use: figure)
        router.get("methodology", use: method)
        router.get("methodology.md") { request, _ in
            let text = MethodologyPage(try await evidence()).markdown(
                in: frame.phrases(of: request))
            return Response.text(text, .markdown, tag: ContentTag.of(text), request)
        }
    }

    /// The board as the API and the page's twin give it.
    func document(for request: Request) async throws -> Response {
        let board = try await board(try BoardQuery(request))
        let body = try JSONBody(LeaderboardDocument(board))
        return body.cached(by: ContentTag.of(body.bytes, named: board.snapshot.id), request)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let query = try BoardQuery(request)
        let figures = try await boards.figures(query)
        var page = LeaderboardPage(
            figures?.board, query: query, minimumVotes: frame.parts.minimumVotes,
            figures: figures?.all.map { ($0.name.rawValue, $0.plot) } ?? [])
        page.versions = await frame.parts.registryDesk.entries()
        return await frame.respond(page, to: request, voter: context.voter)
    }

    private func text(
        _ form: Twin, for request: Request, _ write: (BoardSheet) -> String
    ) async throws -> Response {
        let board = try await board(try BoardQuery(request))
        let text = write(BoardSheet(board))
        return .text(text, form, tag: ContentTag.of(text, named: board.snapshot.id), request)
    }

    private func board(_ query: BoardQuery) async throws -> Leaderboard {
        guard let board = try await boards.leaderboard(query) else { throw ArenaError.noSnapshot }
        return board
    }

    private func method(_ request: Request, context: ArenaContext) async throws -> Response {
        let page = MethodologyPage(try await evidence())
        return await frame.respond(page, to: request, voter: context.voter)
    }

    private func evidence() async throws -> MethodologyPage.Evidence {
        let found = try await boards.methodology()
        var evidence = MethodologyPage.Evidence(settings: found.settings)
        evidence.snapshot = found.snapshot
        evidence.sides = found.sides
        evidence.control = found.control
        evidence.figures = found.figures.map { ($0.name.rawValue, $0.plot) }
        return evidence
    }

    private func figure(_ request: Request, context: ArenaContext) async throws -> Response {
        let file = try context.parameters.require("figure")
        let parts = file.split(separator: ".").map(String.init)
        guard parts.count == 2, ["svg", "csv"].contains(parts[1]),
            let (plot, snapshot) = try await plot(parts[0], for: request)
        else { throw HTTPError(.notFound) }
        guard parts[1] == "svg" else {
            let text = PlotSheet(plot).csv
            return .text(text, .csv, tag: ContentTag.of(text, named: snapshot), request)
        }
        return .file(
            plot, name: parts[0], snapshot: snapshot, in: frame.phrases(by: request), request)
    }

    private func plot(
        _ name: String, for request: Request
    ) async throws -> (plot: any Plot, snapshot: String)? {
        if let name = BoardFigures.Name(rawValue: name) {
            guard let figures = try await boards.figures(try BoardQuery(request)) else {
                throw ArenaError.noSnapshot
            }
            return figures.plot(name).map { ($0, figures.board.snapshot.id) }
        }
        guard let name = MethodFindings.Name(rawValue: name) else { return nil }
        let found = try await boards.methodology()
        return found.plot(name).map { ($0, found.snapshot?.id ?? "none") }
    }
}
