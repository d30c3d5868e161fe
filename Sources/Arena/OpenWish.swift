/// How a visitor wants a battle to be.
package struct OpenWish: Equatable, Sendable {
    /// Who plays, where he chose it; `nil` to draw from all in play.
    package var pair: ChosenPair?
    /// Whether the text may be shown to others once the battle is over.
    package var isPublished: Bool

    /// A random battle that may be published, unless told otherwise.
    package init(pair: ChosenPair? = nil, isPublished: Bool = true) {
        self.pair = pair
        self.isPublished = isPublished
    }
}

/// The names of a battle that is played with the names shown.
///
/// It can be made from a battle of that kind and from no other: nothing else tells a name before
/// the vote.
package struct OpenNames: Equatable, Sendable {
    /// The contenders' names for people, by side.
    package let names: Sides<String>
    /// Their short names.
    package let contenders: Sides<ContenderID>

    /// The names of a battle; `nil` unless its voter chose to see them.
    package init?(_ battle: Battle) {
        guard battle.kind == .named else { return nil }
        names = battle.contenders.map(\.name)
        contenders = battle.contenders.map(\.id)
    }
}
