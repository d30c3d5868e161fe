/// Who plays at this moment: the roster with what the operator decided, within the budget.
package actor Lineup {
    /// What was spent today.
    package typealias SpendToday = @Sendable () async throws(ArenaError) -> Spend

    /// The roster as it stands now.
    package private(set) var roster: Roster
    /// How pairs are drawn now.
    package private(set) var policy: PairingPolicy
    private let budget: Budget
    private let spendToday: SpendToday

    /// A line-up of all contenders of a roster.
    package init(
        _ roster: Roster, policy: PairingPolicy = PairingPolicy(), budget: Budget = Budget(),
        spendToday: @escaping SpendToday = { () async throws(ArenaError) in Spend() }
    ) {
        self.roster = roster
        self.policy = policy
        self.budget = budget
        self.spendToday = spendToday
    }

    /// Applies a decision on one contender; battles under way go on.
    package func set(_ state: ContenderState, of contender: ContenderID) {
        roster.states[contender] = state
    }

    /// Applies a decision on how pairs are drawn.
    package func set(_ policy: PairingPolicy) {
        self.policy = policy
    }

    /// The roster from which a new battle may be drawn.
    ///
    /// - Throws: ``ArenaError/budgetUsed`` when fewer than two are left for want of money, or one
    ///   of a chosen pair is; ``ArenaError/storage(_:)``.
    package func playing(_ pair: ChosenPair? = nil) async throws(ArenaError) -> Roster {
        guard budget.isLimited else { return roster }
        let spend = try await spendToday()
        let open = roster.keeping { budget.isOpen(to: $0, after: spend) }
        let isShort = open.inPlay.count < 2 && roster.inPlay.count >= 2
        let lacks = { (side: [ContenderID]) in
            !open.inPlay.contains { side.contains($0.id) }
                && self.roster.inPlay.contains { side.contains($0.id) }
        }
        if isShort || pair.map({ lacks($0.first) || lacks($0.second) }) == true {
            throw .budgetUsed
        }
        return open
    }
}
