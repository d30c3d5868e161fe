package import Catalogue

package import struct Foundation.Date

/// The operator's money: set aside for the worst case before a request goes out, settled after.
///
/// A refusal must not tell who plays. So a new battle is drawn among those of whom any two fit
/// under every ceiling, and a further request in a hidden battle is sent only if it would be sent
/// whoever had been drawn.
package struct Purse: Sendable {
    /// The ceilings.
    package let budget: Budget
    private let store: any LedgerStore
    private let now: @Sendable () -> Date

    /// A purse over a ledger.
    package init(
        _ store: any LedgerStore, budget: Budget, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.budget = budget
        self.now = now
    }

    /// The roster without those that do not fit under the ceilings with a rival as dear.
    ///
    /// - Throws: ``ArenaError/budgetUsed(opens:)`` when fewer than two are left for want of money,
    ///   or one of a chosen pair is missing.
    func affordable(
        _ roster: Roster, sending draft: Draft, for pair: ChosenPair?
    ) async throws(ArenaError) -> Roster {
        let priced = roster.keeping { !budget.isUnpriced($0) }
        let moment = now()
        let held = try await store.held(by: draft.voter, at: moment)
        let open = { (spans: [Span]) in
            priced.keeping { fits($0, twice: draft, beside: held, in: spans) }
        }
        let found = open(Span.allCases)
        guard lacks(pair, found, of: roster) else { return found }
        let isForToday = lacks(pair, open([.day]), of: roster)
        throw .budgetUsed(opens: (isForToday ? Span.day : .minute).end(of: moment))
    }

    /// Sets money aside for the sides of a battle's newest turn that are about to be written.
    ///
    /// - Parameter candidates: who might have been drawn; a request goes out only if it would
    ///   with each of them.
    /// - Throws: ``ArenaError/budgetUsed(opens:)``.
    func claim(
        _ sides: [Side], of battle: Battle, among candidates: [Contender] = []
    ) async throws(ArenaError) {
        let claims = sides.compactMap { claim($0, of: battle) }
        let margins = budget.isLimited ? margins(of: battle, among: candidates) : [:]
        guard !claims.isEmpty || !margins.isEmpty else { return }
        try await store.claim(claims, margins: margins, within: budget, at: now())
    }

    /// Books a request that may have cost something and sets money aside for one more.
    ///
    /// - Returns: whether it may be sent.
    func mayRepeat(_ side: Side, of battle: Battle, after fault: ReplyFault) async -> Bool {
        let bill = Bill(fault, after: 0)
        guard bill != .unsent, let claim = claim(side, of: battle) else { return true }
        do throws(ArenaError) {
            try await store.settle([settlement(of: bill, on: side, of: battle)])
            try await store.claim([claim], margins: [:], within: budget, at: now())
            return true
        } catch {
            return false
        }
    }

    /// Books what the answers of a battle's newest turn cost.
    ///
    /// - Parameter isKept: whether the store holds them with their costs.
    func settle(
        _ bills: [Side: Bill], of battle: Battle, isKept: Bool = true
    ) async throws(ArenaError) {
        let settlements = Side.allCases.compactMap { side in
            bills[side].flatMap { bill in
                battle.contenders[side].price == nil
                    ? nil : settlement(of: bill, on: side, of: battle, isKept: isKept)
            }
        }
        guard !settlements.isEmpty else { return }
        try await store.settle(settlements)
    }
}

extension Purse {
    private func claim(_ side: Side, of battle: Battle) -> Claim? {
        let contender = battle.contenders[side]
        guard !budget.isFree(contender),
            let worst = contender.worstCase(of: battle.conversation(for: side))
        else { return nil }
        return Claim(
            ReplyPlace(battle.id, turn: battle.turns.count, side: side), voter: battle.voter,
            provider: contender.provider, contender: contender.id, worst: worst)
    }

    private func settlement(
        of bill: Bill, on side: Side, of battle: Battle, isKept: Bool = true
    ) -> Settlement {
        let place = ReplyPlace(battle.id, turn: battle.turns.count, side: side)
        let contender = battle.contenders[side]
        switch bill {
        case .unsent: return Settlement(place, cost: .zero, basis: .unsent)
        case .counted(let usage):
            let cost = contender.price?.cost(of: usage)
            let isSame = isKept && cost != nil && battle.turns.last?.replies[side].cost == cost
            let basis: Settlement.Basis = isSame ? .reported : cost == nil ? .full : .estimated
            return Settlement(place, cost: cost, basis: basis)
        case .cut where !budget.estimating.contains(contender.provider):
            return Settlement(place, cost: nil, basis: .full)
        case .cut(let bytes), .uncounted(let bytes):
            let usage = TokenUsage(
                input: contender.mostTokens(of: battle.conversation(for: side)),
                output: min(bytes, contender.settings.maxTokens))
            let cost = contender.price?.cost(of: usage)
            return Settlement(place, cost: cost, basis: cost == nil ? .full : .estimated)
        }
    }

    /// What must be free with each provider so that any two of the candidates could be asked.
    private func margins(of battle: Battle, among candidates: [Contender]) -> [String: Money] {
        let longest = Side.allCases.map(battle.conversation(for:)).max { first, second in
            first.reduce(0) { $0 + $1.text.utf8.count }
                < second.reduce(0) { $0 + $1.text.utf8.count }
        }
        var margins: [String: Money] = [:]
        for contender in candidates where !budget.isFree(contender) {
            guard let worst = contender.worstCase(of: longest ?? []) else { continue }
            margins[contender.provider] = max(
                margins[contender.provider] ?? .zero, worst.upTo(adding: worst))
        }
        return margins
    }

    private func fits(
        _ contender: Contender, twice draft: Draft, beside held: Held, in spans: [Span]
    ) -> Bool {
        guard !budget.isFree(contender), let worst = contender.worstCase(of: draft.conversation)
        else { return true }
        return budget.hasRoom(
            for: worst.upTo(adding: worst), with: contender.provider, beside: held, in: spans)
    }

    /// Whether fewer than two of a roster are left, or one of a chosen pair is not.
    private func lacks(_ pair: ChosenPair?, _ open: Roster, of roster: Roster) -> Bool {
        let lacks = { (side: [ContenderID]) in
            !open.inPlay.contains { side.contains($0.id) }
                && roster.inPlay.contains { side.contains($0.id) }
        }
        if let pair { return lacks(pair.first) || lacks(pair.second) }
        return open.inPlay.count < 2 && roster.inPlay.count >= 2
    }
}

/// What is about to be sent, and for whom.
package struct Draft: Equatable, Sendable {
    /// Who asks.
    package let voter: VoterID
    /// What is sent besides a contender's own instruction.
    package let conversation: [Message]

    /// A first prompt.
    package init(_ prompt: Prompt, by voter: VoterID) {
        self.voter = voter
        conversation = [Message(.user, prompt.text)]
    }
}
