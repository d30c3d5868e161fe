import Arena
import HTTPTypes
import Hummingbird
import Phrases

/// The receipts of votes, `/api/v1/receipts/{number}`: that a vote of this number is kept, and
/// nothing of what it says.
struct ReceiptRoutes: Sendable {
    let store: any Store

    /// Adds the route below `/api/v1`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("receipts/{number}", use: show)
    }

    private func show(_ request: Request, context: ArenaContext) async throws -> Response {
        guard let number = Int64(try context.parameters.require("number")),
            let receipt = try await store.receipt(of: number)
        else {
            throw Problem(
                code: "no-such-vote", status: .notFound, title: "There is no such vote",
                detail: "No vote has this number.")
        }
        var response = try JSONBody(receipt).response()
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
