import Catalogue
import Ratings

/// A model's page as the API and the command line write it.
package struct PortraitDocument: Encodable, Sendable {
    let slug: String
    let name: String
    let kind: String
    let aliases: [String]
    let members: [String]
    let summary: String
    let rating: Double?
    let ratingCi: [Double]?
    let rankLo: Int?
    let rankHi: Int?
    let votes: Int?
    let blocks: [SectionDocument]
    let facts: [FactDocument]

    /// The document of a portrait.
    package init(_ portrait: ModelPortrait) {
        let record = portrait.subject.record
        let place = portrait.evidence.place?.inNumbers
        slug = record.slug
        name = record.name
        kind = record.kind.rawValue
        aliases = record.aliases
        members = record.members
        summary = portrait.summary
        rating = place?.rating
        ratingCi = place.map { [$0.interval.low, $0.interval.high] }
        rankLo = place?.ranks.lowerBound
        rankHi = place?.ranks.upperBound
        votes = place?.votes
        blocks = portrait.sections.map { SectionDocument($0) }
        facts = portrait.sources.rows.map { FactDocument($0.origin) }
    }
}
