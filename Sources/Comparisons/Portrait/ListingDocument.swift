import Catalogue
import Ratings

/// A part of the list of models as the API writes it.
package struct ListingDocument: Encodable, Sendable {
    let total: Int
    let models: [Model]
    let next: String?

    /// Some models of a list that has so many, and where the rest of them begins.
    package init(_ models: [ModelListing], total: Int, next: String?) {
        self.models = models.map { Model($0) }
        self.total = total
        self.next = next
    }

    /// One model of the list; `GET /api/v1/models/{slug}` has the rest.
    package struct Model: Encodable, Sendable {
        let slug: String
        let name: String
        let kind: String
        let maker: String?
        let rating: Double?
        let ratingCi: [Double]?
        let rankLo: Int?
        let rankHi: Int?
        let votes: Int
        let route: String?
        let priceIn: String?
        let priceOut: String?
        let contextTokens: Int?
        let releaseDate: String?
        let licenseClass: String?

        init(_ listing: ModelListing) {
            let subject = listing.subject
            let place = listing.place?.inNumbers
            slug = subject.slug
            name = subject.record.name
            kind = subject.record.kind.rawValue
            maker = subject.fact(.maker, as: String.self)?.value
            rating = place?.rating
            ratingCi = place.map { [$0.interval.low, $0.interval.high] }
            rankLo = place?.ranks.lowerBound
            rankHi = place?.ranks.upperBound
            votes = listing.place?.votes ?? 0
            route = listing.route?.route.label
            priceIn = listing.route?.read.value.description
            priceOut = listing.route?.written.value.description
            contextTokens = subject.context?.value
            releaseDate = subject.fact(.releaseDate, as: CalendarDate.self)?.value.description
            licenseClass = subject.fact(.licenseClass, as: LicenseClass.self)?.value.rawValue
        }
    }
}

extension BoardPlace {
    /// The place where JSON can hold its numbers; `nil` for a rating without bounds.
    var inNumbers: BoardPlace? {
        rating.isFinite && interval.halfWidth.isFinite ? self : nil
    }
}
