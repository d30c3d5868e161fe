import Arena
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// The text pages, each with its Markdown twin, and the API's document.
struct TextRoutes: Sendable {
    let frame: PageFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        add("privacy", to: router) {
            .privacy(
                PrivacyTerms(
                    isPractice: frame.parts.roster.isPractice,
                    textDays: frame.parts.operation.textDays))
        }
        add("accessibility", to: router) { .accessibility }
        add("api", to: router) { .api }
        add("data", to: router) { .data(await holdings) }
        router.get("openapi.json") { request, _ in
            let json = try OpenAPIDocument(version: frame.parts.version).json
            return Response.text(
                String(decoding: json, as: UTF8.self), .json,
                tag: "\"api-\(frame.parts.version)\"", request)
        }
        router.get("problems/{code}") { request, context in
            let code = try context.parameters.require("code")
            guard let meaning = ProblemMeaning.of(code) else { throw HTTPError(.notFound) }
            let page = TextPage(
                meaning.document, path: "/problems/" + code, origin: frame.origin(of: request),
                hasTwin: false)
            return await frame.respond(page, to: request, voter: context.voter)
        }
    }

    /// Adds a page and its twin, both made of the same value.
    private func add(
        _ name: String, to router: Router<ArenaContext>,
        document: @escaping @Sendable () async -> TextDocument
    ) {
        router.get(RouterPath(name)) { request, context in
            let origin = frame.origin(of: request)
            let page = TextPage(
                await document(), path: "/" + name, origin: origin,
                structured: name == "data" ? try DataSet(origin: origin).json : nil)
            return await frame.respond(page, to: request, voter: context.voter)
        }
        router.get(RouterPath(name + ".md")) { request, _ in
            let text = await document().markdown
            return Response.text(text, .markdown, tag: "\"\(text.utf8.count)-\(name)\"", request)
        }
    }

    private var holdings: DataHoldings {
        get async {
            guard
                let snapshot = await frame.parts.ratings
                    .published(of: frame.parts.roster.pool)?.snapshot
            else {
                return DataHoldings()
            }
            return DataHoldings(
                votes: snapshot.votes, models: snapshot.rows.count, asOf: snapshot.asOf)
        }
    }
}

/// `/data` as schema.org's Dataset, for search engines.
private struct DataSet: Encodable {
    private struct Download: Encodable {
        let type = "DataDownload"
        let contentUrl: String
        let encodingFormat: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case contentUrl, encodingFormat
        }
    }

    private let context = "https://schema.org"
    private let type = "Dataset"
    private let name = "Votes and ratings of this Blind Arena"
    private let description =
        "Blind pairwise votes on answers of language models, without texts and identities, and the "
        + "ratings fitted to them."
    private let url: String
    private let isAccessibleForFree = true
    private let distribution: [Download]

    init(origin: String) {
        url = origin + "/data"
        distribution = ExportRoutes.Subject.allCases.flatMap { subject in
            ExportFormat.allCases.map { format in
                Download(
                    contentUrl: "\(origin)/api/v1/exports/\(subject.rawValue).\(format.rawValue)",
                    encodingFormat: format == .csv ? "text/csv" : "application/jsonl")
            }
        }
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, description, url, isAccessibleForFree, distribution
    }
}
