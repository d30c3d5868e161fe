/// How the two contenders of a battle came together.
package enum BattleKind: String, Sendable, Codable, CaseIterable {
    /// Sides and pair were drawn: the only kind that enters ratings.
    case random
    /// The voter chose the pair; the sides were shuffled and are hidden until the vote. It stands in
    /// the pair's record, marked, and in no rating.
    case pair
    /// The voter chose the pair and saw the names from the start. It is in no rating and in no
    /// record.
    case named
    /// One contender against itself, which the voter learns with the reveal: what such votes say of
    /// left and right and of ties is the arena's own bias and noise.
    case control

    /// Whether votes on such a battle enter ratings.
    package var isRated: Bool { self == .random }

    /// Whether the voter names the pair.
    package var isChosen: Bool { self == .pair || self == .named }
}
