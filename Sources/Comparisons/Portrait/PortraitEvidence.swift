package import Catalogue
package import Ratings

/// What votes and measurements say of one model among all.
package struct PortraitEvidence: Sendable, Equatable {
    /// The snapshot's name; `nil` where there is no board.
    package var snapshot: String?
    /// The day of the snapshot.
    package var asOf: CalendarDate?
    /// The model's place; `nil` where it is not on the board.
    package var place: BoardPlace?
    /// Its gap and direct record against each opponent.
    package var opponents: [Opponent]
    /// The model in single categories against the median contender there.
    package var strengths: [CategoryStrength]
    /// What was measured of it.
    package var measured: Measured?
    /// Days of the window, the last of them, and where the server stands.
    package var window: MeasuredWindow?
    /// What was measured of all models, itself among them.
    package var field: [FieldMeasure]

    /// Evidence from its parts.
    package init(
        snapshot: String? = nil, asOf: CalendarDate? = nil, place: BoardPlace? = nil,
        opponents: [Opponent] = [], strengths: [CategoryStrength] = [],
        measured: Measured? = nil, window: MeasuredWindow? = nil, field: [FieldMeasure] = []
    ) {
        self.snapshot = snapshot
        self.asOf = asOf
        self.place = place
        self.opponents = opponents
        self.strengths = strengths
        self.measured = measured
        self.window = window
        self.field = field
    }
}

/// When and where was measured.
package struct MeasuredWindow: Sendable, Hashable {
    /// Days before `until` that are looked at.
    package var days: Int
    /// The last day of the window.
    package var until: CalendarDate
    /// Where the measuring server stands; `nil` where it is not set.
    package var server: String?

    /// A window.
    package init(days: Int = 30, until: CalendarDate, server: String? = nil) {
        self.days = days
        self.until = until
        self.server = server
    }
}

/// One opponent of a model.
package struct Opponent: Sendable, Equatable {
    /// The opponent's name for people.
    package var name: String
    /// The opponent's slug, where it has a record.
    package var slug: String?
    /// Points of the model less those of the opponent.
    package var gap: Gap
    /// The opponent's votes.
    package var votes: Int
    /// The direct record, the model being the first.
    package var record: PairTally

    /// An opponent from its parts.
    package init(name: String, slug: String?, gap: Gap, votes: Int, record: PairTally) {
        self.name = name
        self.slug = slug
        self.gap = gap
        self.votes = votes
        self.record = record
    }
}

/// One measure of every model of the arena that has it.
package struct FieldMeasure: Sendable, Hashable {
    /// What is measured.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Seconds to the first text, median.
        case firstText = "first_text"
        /// Words a second, median.
        case wordsPerSecond = "words_per_second"
        /// Dollars an answer, mean.
        case cost
        /// Share of calls that failed.
        case failures
        /// Share of battles in which voters used a reason word, as `too long`.
        case reason
    }

    /// What is measured.
    package var kind: Kind
    /// The reason's word, for `reason`.
    package var word: String?
    /// The model's own value; `nil` where it has none.
    package var own: Double?
    /// The values of all models that have one, its own among them.
    package var values: [Double]

    /// A measure from its parts.
    package init(kind: Kind, word: String? = nil, own: Double?, values: [Double]) {
        self.kind = kind
        self.word = word
        self.own = own
        self.values = values
    }
}
