/// Two contenders that a voter chose to see against each other, each given by who may stand for it.
///
/// Each side is a list because a model may be served to several contenders; one of them is drawn.
package struct ChosenPair: Equatable, Sendable {
    /// Who may be the one.
    package let first: [ContenderID]
    /// Who may be the other.
    package let second: [ContenderID]
    /// Whether the names are hidden until the vote, `pair`, or shown from the start, `named`.
    package let kind: BattleKind

    /// A pair of contenders, or of models by their contenders.
    package init(_ first: [ContenderID], _ second: [ContenderID], kind: BattleKind = .pair) {
        self.first = first
        self.second = second
        self.kind = kind
    }

    /// A pair of contenders.
    package init(_ first: ContenderID, _ second: ContenderID) {
        self.init([first], [second])
    }

    /// The pair that a request asks for; `nil` when it asks for a random battle.
    ///
    /// - Parameters:
    ///   - kind: a word of ``BattleKind``; without one, a pair makes it `pair`.
    ///   - names: contenders' short names, or slugs of models they are configured to be.
    /// - Throws: ``ArenaError/invalid(field:reason:)``; ``ArenaError/unknownContender``.
    package static func requested(
        kind: String?, names: [String]?, in roster: Roster
    ) throws(ArenaError) -> ChosenPair? {
        guard let kind = kind.map(BattleKind.init(rawValue:)) ?? (names == nil ? .random : .pair)
        else { throw .invalid(field: "kind", reason: "It is random, pair or named.") }
        switch (kind, names) {
        case (.control, _): throw .invalid(field: "kind", reason: "It is random or pair.")
        case (.random, nil): return nil
        case (.random, _): throw .invalid(field: "pair", reason: "A random battle takes none.")
        case (.control, _):
            throw .invalid(field: "kind", reason: "It is random, pair or named.")
        case (.pair, let names), (.named, let names):
            guard let names, names.count == 2 else {
                throw .invalid(field: "pair", reason: "Name two contenders.")
            }
            guard names[0] != names[1] else { throw .sameContender }
            return ChosenPair(
                try roster.contenders(named: names[0]), try roster.contenders(named: names[1]),
                kind: kind)
        }
    }
}

extension Roster {
    /// The contenders that a name stands for: the one of this short name, else all that are
    /// configured to be the model of this slug.
    ///
    /// - Throws: ``ArenaError/unknownContender``.
    package func contenders(named name: String) throws(ArenaError) -> [ContenderID] {
        if let one = contenders.first(where: { $0.id.text == name }) { return [one.id] }
        let all = contenders.filter { $0.model == name }.map(\.id)
        guard !all.isEmpty else { throw .unknownContender }
        return all
    }

    /// Draws who plays a chosen pair, each way it can be played with the same chance, and tosses
    /// for the sides. The probability is 1 where there is only one way.
    ///
    /// - Throws: ``ArenaError/unknownContender``, ``ArenaError/notPlaying``,
    ///   ``ArenaError/sameContender``.
    package func draw(
        _ pair: ChosenPair, using generator: inout some RandomNumberGenerator
    ) throws(ArenaError) -> Pairing {
        let (firsts, seconds) = (try playing(pair.first), try playing(pair.second))
        let ways = firsts.flatMap { first in
            seconds.filter { $0.id != first.id }.map { (first, $0) }
        }
        guard let way = ways.randomElement(using: &generator) else { throw .sameContender }
        return Pairing(
            way.0, way.1, kind: pair.kind, probability: 1 / Double(ways.count), using: &generator)
    }

    private func playing(_ ids: [ContenderID]) throws(ArenaError) -> [Contender] {
        guard contenders.contains(where: { ids.contains($0.id) }) else { throw .unknownContender }
        let found = inPlay.filter { ids.contains($0.id) }
        guard !found.isEmpty else { throw .notPlaying }
        return found
    }
}
