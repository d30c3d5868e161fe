import Arena
import Catalogue
import Charts
import Comparisons
import Evidence
import HTTPTypes
import Hummingbird
import Pages
import Phrases

/// The comparison pages and their twins, `/compare` and `/api/v1/compare`.
struct CompareRoutes: Sendable {
    let frame: PageFrame
    let desk: FactDesk
    let cookie: VoterCookie

    /// Adds the pages at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("compare", use: pick)
        router.get("compare/{pair}", use: show)
        router.get("compare/{pair}/{figure}", use: figure)
    }

    /// Adds the API below `/api/v1`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.get("compare/{a}/{b}") { request, context in
            let (one, other) = try (
                context.parameters.require("a"), context.parameters.require("b")
            )
            let comparison = try await comparison(one, other, for: request)
            return try JSONBody(ComparisonDocument(comparison)).cached(
                by: tag(of: comparison), request)
        }
        group.get("pairs/{a}/{b}") { request, context in
            let (one, other) = try (
                context.parameters.require("a"), context.parameters.require("b")
            )
            let comparison = try await comparison(one, other, for: request)
            guard let document = PairDocument(comparison) else { throw ArenaError.noSnapshot }
            return try JSONBody(document).cached(by: tag(of: comparison), request)
        }
    }

    private func pick(_ request: Request, context: ArenaContext) async throws -> Response {
        let query = request.uri.queryParameters
        var problem: Saying?
        if let one = query["a"], let other = query["b"] {
            do {
                return .seeOther("/compare/\(try desk.pair(String(one), String(other)).slug)")
            } catch {
                problem = error.saying
            }
        }
        let start = query["from"].flatMap { Int($0) }.map { max(0, $0) } ?? 0
        let lists = await desk.pairs
        let (all, total) = lists.page(from: start, count: Self.listed)
        let rows = { (pairs: [PairSummary]) in pairs.map(ComparePickerPage.Row.init) }
        let page = ComparePickerPage(
            models: desk.names, wanted: start == 0 ? rows(lists.wanted(10)) : [],
            changed: start == 0
                ? try await desk.changedHands(10).map(ComparePickerPage.Change.init) : [],
            siblings: start == 0 ? rows(lists.siblings(10)) : [], all: rows(all),
            next: start + Self.listed < total ? start + Self.listed : nil, problem: problem)
        return await frame.respond(
            page, status: problem == nil ? .ok : .notFound, to: request, voter: context.voter)
    }

    private static let listed = 50

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let (name, form) = Twin.parts(of: try context.parameters.require("pair"))
        let pair = try self.pair(named: name)
        guard pair.slug == name else {
            let query = request.uri.query.map { "?" + $0 } ?? ""
            return .movedPermanently("/compare/\(pair.slug)\(form.suffix)\(query)")
        }
        let comparison = try await comparison(pair.a.slug, pair.b.slug, for: request)
        let tag = tag(of: comparison)
        switch form {
        case .json: return try JSONBody(ComparisonDocument(comparison)).cached(by: tag, request)
        case .markdown: return .text(Markdown.page(comparison), form, tag: tag, request)
        case .csv: return .text(TableCSV.text(comparison.sections), form, tag: tag, request)
        case .page:
            let page = ComparePage(
                comparison, origin: frame.origin(of: request),
                contenders: desk.contenders(of: pair))
            return await frame.respondAsVoter(
                page, cookie: cookie, to: request, context: context)
        }
    }

    private func figure(_ request: Request, context: ArenaContext) async throws -> Response {
        let name = try context.parameters.require("pair")
        let pair = try pair(named: name)
        let file = try context.parameters.require("figure")
        guard pair.slug == name, file.hasSuffix(".svg"),
            let figure = PairFigures.Name(rawValue: String(file.dropLast(4)))
        else { throw HTTPError(.notFound) }
        let comparison = try await comparison(pair.a.slug, pair.b.slug, for: request)
        guard let plot = PairFigures(comparison).plot(figure) else { throw HTTPError(.notFound) }
        return .svg(plot, name: figure.rawValue, in: frame.phrases(by: request), request)
    }

    private func pair(named name: String) throws -> Pair {
        guard let (one, other) = Pair.slugs(of: name) else { throw HTTPError(.notFound) }
        return try desk.pair(one, other)
    }

    private func comparison(
        _ one: String, _ other: String, for request: Request
    ) async throws -> Comparison {
        try await desk.comparison(
            of: try desk.pair(one, other), settings: try ComparisonSettings(request, desk))
    }

    private func tag(of comparison: Comparison) -> String {
        let votes = comparison.votes.evidence?.snapshot ?? "none"
        return "\"\(votes)-\(desk.edition)-\(comparison.settings.today)\""
    }
}

extension ComparePickerPage.Row {
    /// A row of a list of pairs.
    init(_ pair: PairSummary) {
        self.init(
            slug: pair.slug, names: [pair.names.a, pair.names.b],
            state: pair.certainty.state.rawValue, battles: pair.battles, needed: pair.needed)
    }
}

extension ComparePickerPage.Change {
    /// A row of the list of pairs that changed hands.
    init(_ change: ChangedPair) {
        self.init(
            pair: ComparePickerPage.Row(change.pair), front: change.pair.names[change.front],
            until: change.until.description)
    }
}

extension ComparisonSettings {
    /// What the reader chose in the address.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for what cannot be read or is out of range.
    init(_ request: Request, _ desk: FactDesk) throws {
        let query = TrafficQuery(request)
        self.init(
            today: desk.today, minimumVotes: desk.minimumVotes, blend: try query.blend,
            tier: try query.tier, traffic: try query.traffic)
    }
}
