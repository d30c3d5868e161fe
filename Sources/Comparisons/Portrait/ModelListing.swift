package import Catalogue

/// One model in the list of all: the few facts that people choose by.
package struct ModelListing: Sendable {
    /// What stands over the cells.
    package static let columns = [
        "Maker", "Rating", "Votes", "Price in / out", "Context", "Released", "Licence",
    ]

    /// The model.
    package let subject: Subject
    /// Its place on the board; `nil` where it is not on it.
    package let place: BoardPlace?
    /// The snapshot of its place; `nil` before the first.
    package let snapshot: String?
    /// The cheapest standard route, by a 3:1 blend.
    package let route: PricedRoute?
    /// The cells, in the order of ``columns``.
    package let cells: [Cell]

    /// A model with its place on a board, whose snapshot has this name.
    package init(_ record: ModelRecord, place: BoardPlace?, snapshot: String?) {
        let subject = Subject(record)
        let mix = Mix(read: 3, written: 1)
        let route = record.routes.filter { $0.tier == .standard }
            .compactMap { PricedRoute($0, of: record.slug) }
            .min { one, other in
                let prices = [one, other].map {
                    mix.price(in: $0.read.value, out: $0.written.value)
                }
                return (prices[0], one.route.label) < (prices[1], other.route.label)
            }
        self.subject = subject
        self.place = place
        self.snapshot = snapshot
        self.route = route
        let basis = Basis.votes("votes/\(snapshot ?? "none")/\(record.slug)")
        cells = [
            subject.cell(.maker, as: String.self),
            place.flatMap { RatingCell.cell($0, basis) } ?? Cell(.notMet),
            place.map { Cell(Figure(Form.count($0.votes), .counted, of: basis)) } ?? Cell(.notMet),
            route.map { Cell("\($0.read) / \($0.written)") } ?? Cell(.notSourced),
            subject.cell(.contextTokens, as: Int.self),
            subject.cell(.releaseDate, as: CalendarDate.self),
            subject.cell(.licenseClass, as: LicenseClass.self),
        ]
    }
}
