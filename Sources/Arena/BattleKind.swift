/// How the two contenders of a battle came together.
package enum BattleKind: String, Sendable, Codable, CaseIterable {
    /// Sides and pair were drawn: the only kind that enters ratings.
    case random
    /// The voter chose the pair; the sides were shuffled and are hidden until the vote. It stands in
    /// the pair's record, marked, and in no rating.
    case pair
    /// A contender played itself, drawn for control: the vote tells how much the side weighs. It
    /// enters no rating.
    case control

    /// Whether votes on such a battle enter ratings.
    package var isRated: Bool { self == .random }
}
