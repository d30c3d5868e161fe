/// Who plays here, and who serves each of them.
package struct Roster: Sendable {
    /// The contenders in play, in the order of the configuration.
    package let contenders: [Contender]
    private let providers: [String: any ModelProvider]

    /// Contenders, and the provider of each by the provider's name. A contender whose provider is
    /// missing is left out.
    package init(contenders: [Contender], providers: [String: any ModelProvider]) {
        self.contenders = contenders.filter { providers[$0.provider] != nil }
        self.providers = providers
    }

    /// Who is drawn from: models when there are any, else the practice guides.
    package var inPlay: [Contender] {
        let real = contenders.filter { $0.pool == .real }
        return real.isEmpty ? contenders : real
    }

    /// Whether only practice guides answer.
    package var isPractice: Bool {
        contenders.allSatisfy { $0.pool == .practice }
    }

    /// Who serves this contender.
    package func provider(of contender: Contender) -> (any ModelProvider)? {
        providers[contender.provider]
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
}
