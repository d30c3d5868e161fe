package import Catalogue
package import Ratings

/// Another model that a pair page may lead to.
package struct OtherModel: Sendable, Equatable {
    /// Its record.
    package var record: ModelRecord
    /// Its points, where it is on the same board and connected with the pair.
    package var rating: Double?
    /// Points of each of the two less those of this model; `nil` where it is not on the board.
    package var gaps: Sides<Gap?>
    /// Its votes.
    package var votes: Int
    /// Its direct battles with each of the two.
    package var battles: Sides<Int>
    /// Whether its page with each of the two has data enough to be found by search.
    package var isIndexable: Sides<Bool>

    /// A model from its parts.
    package init(
        record: ModelRecord, rating: Double? = nil,
        gaps: Sides<Gap?> = Sides(a: nil, b: nil), votes: Int = 0,
        battles: Sides<Int> = Sides(a: 0, b: 0),
        isIndexable: Sides<Bool> = Sides(a: true, b: true)
    ) {
        self.record = record
        self.rating = rating
        self.gaps = gaps
        self.votes = votes
        self.battles = battles
        self.isIndexable = isIndexable
    }
}

/// Pairs to read next, each for a reason (B24).
package struct Related: Sendable, Hashable {
    /// A pair with the reason to name it.
    package struct Link: Sendable, Hashable {
        /// The pair's part of its address.
        package let slug: String
        /// Both names.
        package let title: Sentence
        /// Why.
        package let reason: Sentence
    }

    /// At most six.
    package let links: [Link]
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material, _ others: [OtherModel]) {
        let rules = RelatedRules(material, others)
        var links: [Link] = []
        for (side, other, reason) in rules.all where other.isIndexable[side] {
            let link = Link(material.subjects[side], Subject(other.record), reason)
            if links.count < 6, !links.contains(where: { $0.slug == link.slug }) {
                links.append(link)
            }
        }
        self.links = links
        section = Section(
            .related, "Compare next", lists: links.map { SentenceList($0.title, [$0.reason]) })
    }
}

extension Related.Link {
    fileprivate init(_ one: Subject, _ other: Subject, _ reason: Sentence) {
        let inOrder = one.slug < other.slug
        let (first, second) = inOrder ? (one, other) : (other, one)
        slug = "\(first.slug)-vs-\(second.slug)"
        title = "\(first.name) vs \(second.name)"
        self.reason = reason
    }
}

/// The rules by which a pair is named.
private struct RelatedRules {
    let material: Material
    let others: [OtherModel]

    init(_ material: Material, _ others: [OtherModel]) {
        self.material = material
        let slugs = [material.subjects.a.slug, material.subjects.b.slug]
        self.others = others.filter { !slugs.contains($0.record.slug) }
            .sorted { $0.record.slug < $1.record.slug }
    }

    typealias Candidate = (PairSide, OtherModel, Sentence)

    var all: [Candidate] {
        PairSide.allCases.compactMap(neighbour) + cheaper + PairSide.allCases.flatMap(siblings)
            + common
    }

    private func neighbour(_ side: PairSide) -> Candidate? {
        guard let rating = material.votes?.places[side]?.rating else { return nil }
        let nearest = others.compactMap { other in
            other.rating.map { (other: other, distance: abs($0 - rating)) }
        }.filter(\.distance.isFinite).min { $0.distance < $1.distance }
        return nearest.map {
            (side, $0.other, "The nearest in rating to \(material.names[side]).")
        }
    }

    private func siblings(_ side: PairSide) -> [Candidate] {
        let subject = material.subjects[side]
        guard let family: Fact<String> = subject.fact(.family),
            let maker: Fact<String> = subject.fact(.maker)
        else { return [] }
        return others.filter { other in
            other.record.fact(.family, as: String.self)?.value == family.value
                && other.record.fact(.maker, as: String.self)?.value == maker.value
                && other.record.kind == subject.record.kind
        }.map { (side, $0, "Of the same family as \(subject.name).") }
    }

    private var common: [Candidate] {
        let met = others.filter { min($0.battles.a, $0.battles.b) > 0 }
            .max { min($0.battles.a, $0.battles.b) < min($1.battles.a, $1.battles.b) }
        return met.map { [(.a, $0, "The model most often met by both.")] } ?? []
    }

    private var cheaper: [Candidate] {
        PairSide.allCases.flatMap { side -> [Candidate] in
            guard let own = material.prices.cheapest[side] else { return [] }
            let mix = material.prices.mix
            let price = mix.price(in: own.read.value, out: own.written.value)
            return others.filter { isEven($0, side) && costsLess($0, than: price, mix) }
                .map { (side, $0, "No practical difference in votes, and it costs less.") }
        }
    }

    private func isEven(_ other: OtherModel, _ side: PairSide) -> Bool {
        guard let gap = other.gaps[side], let votes = material.votes?.places[side]?.votes else {
            return false
        }
        let certainty = Certainty(
            gap, votes: Sides(a: votes, b: other.votes), minimum: material.settings.minimumVotes)
        return certainty.state == .even
    }

    private func costsLess(_ other: OtherModel, than price: Rational, _ mix: Mix) -> Bool {
        PricedRoute.routes(of: other.record, at: material.settings.tier).contains {
            mix.price(in: $0.read.value, out: $0.written.value) < price
        }
    }
}
