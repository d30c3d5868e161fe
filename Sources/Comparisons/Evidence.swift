package import Catalogue
package import Ratings

/// What the arena's votes say of two models, seen from the first: counts and ratings are those of
/// one snapshot.
package struct VoteEvidence: Sendable, Equatable {
    /// Names the snapshot, as `41f0c2`.
    package var snapshot: String
    /// The day of the snapshot.
    package var asOf: CalendarDate
    /// Name and version of the method, as `bradley-terry/1 sandwich`.
    package var method: String
    /// Points of the first less those of the second, with the standard error from the whole
    /// covariance; not connected where no chain of battles leads from one to the other.
    package var gap: Gap
    /// Each model's place on the board; `nil` for one that is not on it.
    package var places: Sides<BoardPlace?>
    /// The direct battles that count in the ratings, the first model being the tally's first.
    package var direct: PairTally
    /// The direct battles whose voter chose the pair: shown, never rated.
    package var chosen: PairTally
    /// The day of the last direct battle of either kind.
    package var lastBattle: CalendarDate?
    /// The fits of single categories.
    package var categories: [CategoryGap]
    /// Each model in single categories against the median contender there.
    package var strengths: Sides<[CategoryStrength]>
    /// Whether these are practice votes of built-in guides.
    package var isPractice: Bool

    /// Evidence from its parts.
    package init(
        snapshot: String, asOf: CalendarDate, method: String, gap: Gap,
        places: Sides<BoardPlace?>, direct: PairTally = PairTally(first: 0, second: 1),
        chosen: PairTally = PairTally(first: 0, second: 1), lastBattle: CalendarDate? = nil,
        categories: [CategoryGap] = [],
        strengths: Sides<[CategoryStrength]> = Sides(a: [], b: []), isPractice: Bool = false
    ) {
        self.snapshot = snapshot
        self.asOf = asOf
        self.method = method
        self.gap = gap
        self.places = places
        self.direct = direct
        self.chosen = chosen
        self.lastBattle = lastBattle
        self.categories = categories
        self.strengths = strengths
        self.isPractice = isPractice
    }

    /// The same seen from the second model.
    package var swapped: VoteEvidence {
        var other = self
        other.gap = gap.swapped
        other.places = places.swapped
        other.direct = direct.swapped
        other.chosen = chosen.swapped
        other.categories = categories.map(\.swapped)
        other.strengths = strengths.swapped
        return other
    }
}

/// One model's place on a board.
package struct BoardPlace: Sendable, Equatable {
    /// Points.
    package var rating: Double
    /// The 95% interval of the points.
    package var interval: Interval
    /// The places it may hold, by pairwise certainty.
    package var ranks: ClosedRange<Int>
    /// How many contenders are on the board.
    package var contenders: Int
    /// Votes it took part in.
    package var votes: Int
    /// Votes of it that call both answers bad.
    package var bothBad: Int
    /// Whether the rating stands only by a prior.
    package var isProvisional: Bool

    /// A place from its parts.
    package init(
        rating: Double, interval: Interval, ranks: ClosedRange<Int>, contenders: Int, votes: Int,
        bothBad: Int = 0, isProvisional: Bool = false
    ) {
        self.rating = rating
        self.interval = interval
        self.ranks = ranks
        self.contenders = contenders
        self.votes = votes
        self.bothBad = bothBad
        self.isProvisional = isProvisional
    }
}

/// A pair's gap in one category of prompts.
package struct CategoryGap: Sendable, Equatable {
    /// The category's name for people, as `code`.
    package var category: String
    /// Points of the first less those of the second, in the fit of this category.
    package var gap: Gap
    /// The votes of each model in the category.
    package var votes: Sides<Int>

    /// A gap from its parts.
    package init(category: String, gap: Gap, votes: Sides<Int>) {
        self.category = category
        self.gap = gap
        self.votes = votes
    }

    /// The same seen from the second model.
    package var swapped: CategoryGap {
        CategoryGap(category: category, gap: gap.swapped, votes: votes.swapped)
    }
}

/// A model in one category against the median contender there.
package struct CategoryStrength: Sendable, Equatable {
    /// The category's name for people.
    package var category: String
    /// Points of the model less those of the median contender, in the fit of this category.
    package var gap: Gap
    /// The model's votes in the category.
    package var votes: Int

    /// A strength from its parts.
    package init(category: String, gap: Gap, votes: Int) {
        self.category = category
        self.gap = gap
        self.votes = votes
    }
}
