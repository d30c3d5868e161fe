import Arena
import Catalogue
import Foundation
import Ratings

/// Keeps the newest view of what the arena holds, so that votes are not sorted by model, and places
/// not drawn, anew for every reader of a page.
actor ViewCache {
    private struct Key: Hashable {
        let snapshots: [String]
        let votes: Int
        let measuredAt: Date?
    }

    private let directory: ModelDirectory
    private var key: Key?
    private var kept: HoldingsView?
    private var places: [Int: [BoardView.Places]] = [:]
    private var former: (day: CalendarDate, boards: [BoardDay])?

    init(_ directory: ModelDirectory) {
        self.directory = directory
    }

    /// The view of holdings; the kept one where they are the same.
    func view(of holdings: Holdings) -> HoldingsView {
        let newest = Key(
            snapshots: [holdings.snapshot?.id ?? ""] + holdings.categories.map(\.snapshot.id),
            votes: holdings.tally.votes, measuredAt: holdings.measures?.asOf)
        if key == newest, let kept { return kept }
        let view = HoldingsView(holdings, directory: directory)
        (key, kept, places) = (newest, view, [:])
        return view
    }

    /// How probable each place is for each contender of a model's group; drawn once a view.
    func places(inGroupOf slug: String, of holdings: Holdings) -> [BoardView.Places] {
        guard let board = view(of: holdings).board, let row = board.row(of: slug) else { return [] }
        if let known = places[row.component] { return known }
        let drawn = board.places(inGroupOf: slug)
        places[row.component] = drawn
        return drawn
    }

    /// The boards of the last days before one; read once a day, since a day that is over stays.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    func former(
        before day: CalendarDate, from lookup: FactDesk.BoardLookup
    ) async throws(ArenaError) -> [BoardDay] {
        if let former, former.day == day { return former.boards }
        let end = Date(timeIntervalSince1970: 86_400 * Double(day.firstDay))
        let boards = try await lookup(end - 86_400 * Double(HandChanges.days), end)
        former = (day, boards)
        return boards
    }
}
