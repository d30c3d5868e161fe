/// Who plays here, and who serves each of them.
package struct Roster: Sendable {
    /// The contenders there are, in the order of the configuration.
    package let contenders: [Contender]
    /// What the operator decided; a contender without an entry is active with weight 1.
    package var states: [ContenderID: ContenderState] = [:]
    /// What addresses of makers and providers are hidden before the vote.
    package var veil = LinkVeil()
    private let providers: [String: any ModelProvider]

    /// Contenders, and the provider of each by the provider's name. A contender whose provider is
    /// missing is left out.
    package init(contenders: [Contender], providers: [String: any ModelProvider]) {
        self.contenders = contenders.filter { providers[$0.provider] != nil }
        self.providers = providers
    }

    /// Who is drawn from: models when there are any, else the practice guides; only active ones.
    package var inPlay: [Contender] {
        let real = contenders.filter { $0.pool == .real }
        return (real.isEmpty ? contenders : real).filter { state(of: $0.id).status == .active }
    }

    /// Whether only practice guides answer.
    package var isPractice: Bool {
        contenders.allSatisfy { $0.pool == .practice }
    }

    /// Who serves this very version of a contender; `nil` where it is set up otherwise by now, so
    /// that nothing answers for a version that it is not.
    package func provider(of contender: Contender) -> (any ModelProvider)? {
        guard
            contenders.contains(where: {
                $0.id == contender.id && $0.version == contender.version
            })
        else { return nil }
        return providers[contender.provider]
    }
}

extension Roster {
    /// Draws a battle of one contender against itself, in a share of the cases; `nil` in the others,
    /// and always where only guides or a single model play.
    func control(share: Double, using generator: inout some RandomNumberGenerator) -> Pairing? {
        let candidates = inPlay
        guard share > 0, !isPractice, candidates.count > 1,
            Double.random(in: 0..<1, using: &generator) < share,
            let one = candidates.randomElement(using: &generator)
        else { return nil }
        return Pairing(
            one, one, kind: .control, probability: min(1, share) / Double(candidates.count),
            using: &generator)
    }

    /// The pool that battles of those in play are rated in.
    package var pool: Pool { isPractice ? .practice : .real }

    /// What the operator decided on a contender.
    package func state(of contender: ContenderID) -> ContenderState {
        states[contender] ?? ContenderState()
    }

    /// The weights of those that have one other than 1, by short name.
    package var weights: [String: Double] {
        Dictionary(
            states.filter { $0.value.weight != 1 }.map { ($0.key.text, $0.value.weight) }
        ) { first, _ in first }
    }

    /// The same with some contenders paused: those for which `isKept` says no.
    func keeping(_ isKept: (Contender) -> Bool) -> Roster {
        var roster = self
        for contender in inPlay where !isKept(contender) {
            roster.states[contender.id] = ContenderState(.paused)
        }
        return roster
    }
}
