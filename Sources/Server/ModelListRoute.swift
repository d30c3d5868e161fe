import Arena
import Comparisons
import Evidence
import Foundation
import HTTPTypes
import Hummingbird

/// The list of models for programs, `/api/v1/models`, with the filters of the page.
struct ModelListRoute: Sendable {
    let desk: FactDesk

    private static let usualLimit = 50
    private static let largestLimit = 500

    /// Adds the route below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("models", use: list)
    }

    private func list(_ request: Request, context: ArenaContext) async throws -> Response {
        let filter = try ModelFilter(request)
        let limit = try limit(of: request)
        let listed = await desk.listings
        let all = listed.filter(filter.passes)
        let start = try start(of: request, in: all)
        let part = all[start...].prefix(limit)
        let next = part.endIndex < all.count ? part.last?.subject.slug : nil
        let document = ListingDocument(Array(part), total: all.count, next: next)
        let snapshot = listed.first?.snapshot ?? "none"
        var response = try JSONBody(document).cached(
            by: "\"\(snapshot)-\(desk.edition)-models\"", request)
        if let next, let name = HTTPField.Name("Link") {
            response.headers[name] = Self.link(to: next, from: request)
        }
        return response
    }

    private func limit(of request: Request) throws(ArenaError) -> Int {
        guard let text = request.uri.queryParameters["limit"] else { return Self.usualLimit }
        guard let limit = Int(text), (1...Self.largestLimit).contains(limit) else {
            throw .invalid(field: "limit", reason: "It is 1 to \(Self.largestLimit).")
        }
        return limit
    }

    /// Where the list goes on behind a cursor, which is the last model that was given.
    private func start(
        of request: Request, in models: [ModelListing]
    ) throws(ArenaError) -> Int {
        guard let cursor = request.uri.queryParameters["cursor"] else { return 0 }
        guard let last = models.firstIndex(where: { $0.subject.slug == cursor }) else {
            throw .invalid(field: "cursor", reason: "It is not a place in this list.")
        }
        return last + 1
    }

    private static func link(to cursor: String, from request: Request) -> String? {
        var address = URLComponents()
        address.path = request.uri.path
        address.queryItems =
            request.uri.queryParameters.filter { $0.key != "cursor" }.map {
                URLQueryItem(name: String($0.key), value: String($0.value))
            }.sorted { $0.name < $1.name } + [URLQueryItem(name: "cursor", value: cursor)]
        return address.string.map { "<\($0)>; rel=\"next\"" }
    }
}
