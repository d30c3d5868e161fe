import Arena
import Catalogue
import Charts
import Comparisons
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// The pages of models and their twins, `/models` and `/api/v1/models`.
struct ModelRoutes: Sendable {
    let frame: PageFrame
    let desk: FactDesk

    /// Adds the pages at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("models", use: list)
        router.get("models/{model}", use: show)
        router.get("models/{model}/{figure}", use: figure)
    }

    /// Adds the API below `/api/v1`.
    func addAPI(to group: RouterGroup<ArenaContext>) {
        group.get("models/{model}") { request, context in
            let portrait = try await portrait(try record(context.parameters.require("model")))
            return try JSONBody(PortraitDocument(portrait)).cached(by: tag(of: portrait), request)
        }
    }

    private func list(_ request: Request, context: ArenaContext) async throws -> Response {
        let filter = try ModelFilter(request)
        let all = await desk.listings
        let page = ModelsPage(
            rows: all.filter(filter.passes).map {
                ModelsPage.Row(slug: $0.subject.slug, name: $0.subject.name.text, cells: $0.cells)
            }, total: all.count,
            makers: Set(all.compactMap { $0.subject.fact(.maker, as: String.self)?.value })
                .sorted(),
            filter: filter.asked)
        return await frame.respond(page, to: request, voter: context.voter)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        let (name, form) = Twin.parts(of: try context.parameters.require("model"))
        let record = try record(name)
        guard record.slug == name else {
            return .movedPermanently("/models/\(record.slug)\(form.suffix)")
        }
        let portrait = try await portrait(record)
        let tag = tag(of: portrait)
        switch form {
        case .json: return try JSONBody(PortraitDocument(portrait)).cached(by: tag, request)
        case .markdown: return .text(Markdown.page(portrait), form, tag: tag, request)
        case .csv: return .text(TableCSV.text(portrait.sections), form, tag: tag, request)
        case .page:
            var page = ModelPage(
                portrait, figures: try await figures(of: portrait),
                origin: frame.origin(of: request),
                rivals: desk.directory.catalogue.sorted
                    .filter { $0.kind == record.kind && $0.slug != record.slug }
                    .map { ($0.slug, $0.name) })
            page.version = await frame.parts.registryDesk.entries().values
                .filter { desk.directory.slug(of: $0.line.contender) == record.slug }
                .min { ($1.line.votes, $0.line.name) < ($0.line.votes, $1.line.name) }
            return await frame.respond(page, to: request, voter: context.voter)
        }
    }

    private func figure(_ request: Request, context: ArenaContext) async throws -> Response {
        let record = try record(try context.parameters.require("model"))
        let file = try context.parameters.require("figure")
        guard file.hasSuffix(".svg"),
            let name = ModelFigures.Name(rawValue: String(file.dropLast(4)))
        else { throw HTTPError(.notFound) }
        let portrait = try await portrait(record)
        guard let plot = try await figures(of: portrait).plot(name) else {
            throw HTTPError(.notFound)
        }
        return .svg(plot, name: name.rawValue, in: frame.phrases(by: request), request)
    }

    private func figures(of portrait: ModelPortrait) async throws -> ModelFigures {
        let history = try await desk.history(of: portrait.subject.slug)
        let places = await desk.places(inGroupOf: portrait.subject.slug)
        return ModelFigures(
            portrait,
            history: history.compactMap { point in
                PlotDay(secondsSince1970: point.at.timeIntervalSince1970).map {
                    HistoryPlot.Row(day: $0, value: point.rating, low: point.low, high: point.high)
                }
            },
            places: places.map {
                RankMatrix.Row(label: $0.name, probabilities: $0.probabilities)
            })
    }

    private func record(_ name: String) throws -> ModelRecord {
        guard let record = desk.directory.catalogue.model(named: name) else {
            throw PairError.unknown(name, closest: desk.directory.catalogue.closest(to: name))
        }
        return record
    }

    private func portrait(_ record: ModelRecord) async throws -> ModelPortrait {
        await desk.portrait(
            of: record,
            settings: ComparisonSettings(today: desk.today, minimumVotes: desk.minimumVotes))
    }

    private func tag(of portrait: ModelPortrait) -> String {
        "\"\(portrait.evidence.snapshot ?? "none")-\(desk.edition)-\(desk.today)\""
    }
}
