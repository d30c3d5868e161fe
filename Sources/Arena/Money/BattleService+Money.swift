extension BattleService {
    /// How often a battle is drawn anew because others took the money meanwhile.
    private static let drawLimit = 8

    /// Draws a battle among those that can be paid, and sets the money for its first turn aside.
    ///
    /// Where others were quicker it is drawn again among those that still can be paid, so that a
    /// refusal depends on what was sent and never on who was drawn.
    ///
    /// - Throws: what ``BattleService/open(_:for:as:)`` throws.
    func drawAndPay(
        _ prompt: Prompt, for voter: VoterID, as wish: OpenWish
    ) async throws(ArenaError) -> Battle {
        for _ in 1..<Self.drawLimit {
            let battle = try await draw(prompt, for: voter, as: wish)
            do throws(ArenaError) {
                try await lineup.purse?.claim(Side.allCases, of: battle)
                return battle
            } catch .budgetUsed {
                continue
            }
        }
        let battle = try await draw(prompt, for: voter, as: wish)
        try await lineup.purse?.claim(Side.allCases, of: battle)
        return battle
    }

    /// Sets money aside for further requests in a battle; refused alike whoever plays it.
    ///
    /// - Throws: ``ArenaError/budgetUsed(opens:)``.
    func pay(_ sides: [Side], of battle: Battle) async throws(ArenaError) {
        let isDrawn = battle.kind == .random || battle.kind == .control
        let candidates =
            isDrawn
            ? roster.contenders.filter { $0.pool == battle.pool }
            : [battle.contenders.a, battle.contenders.b]
        try await lineup.purse?.claim(sides, of: battle, among: candidates)
    }

    /// Does what the money was set aside for; gives it back where that fails, since nothing was
    /// sent then.
    func paid(
        _ battle: Battle, _ sides: [Side], _ work: () async throws(ArenaError) -> Void
    ) async throws(ArenaError) {
        do throws(ArenaError) {
            try await work()
        } catch {
            let bills = Dictionary(uniqueKeysWithValues: sides.map { ($0, Bill.unsent) })
            try? await lineup.purse?.settle(bills, of: battle)
            throw error
        }
    }

    private func draw(
        _ prompt: Prompt, for voter: VoterID, as wish: OpenWish
    ) async throws(ArenaError) -> Battle {
        let pairing = try await pairing(for: wish.pair, sending: Draft(prompt, by: voter))
        var battle = Battle(
            voter: voter, kind: pairing.kind, contenders: pairing.contenders,
            probability: pairing.probability, openedAt: now(),
            marks: wish.isPublished ? [] : [.unpublished])
        _ = try battle.begin(prompt, at: now())
        return battle
    }

    private func pairing(
        for pair: ChosenPair?, sending draft: Draft
    ) async throws(ArenaError) -> Pairing {
        var generator = SystemRandomNumberGenerator()
        let roster = try await lineup.playing(draft, pair)
        if let pair { return try roster.draw(pair, using: &generator) }
        return try await ratings.pair(from: roster, by: lineup.policy)
    }
}
