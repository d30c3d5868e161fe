/// Who plays at this moment: the roster with what the operator decided, within the budget.
package actor Lineup {
    /// The roster as it stands now.
    package private(set) var roster: Roster
    /// How pairs are drawn now.
    package private(set) var policy: PairingPolicy
    /// The money; `nil` where nothing is counted.
    package nonisolated let purse: Purse?

    /// A line-up of all contenders of a roster.
    package init(
        _ roster: Roster, policy: PairingPolicy = PairingPolicy(), purse: Purse? = nil
    ) {
        self.roster = roster
        self.policy = policy
        self.purse = purse
    }

    /// Applies a decision on one contender; battles under way go on.
    package func set(_ state: ContenderState, of contender: ContenderID) {
        roster.states[contender] = state
    }

    /// Applies a decision on how pairs are drawn.
    package func set(_ policy: PairingPolicy) {
        self.policy = policy
    }

    /// The roster from which a new battle may be drawn: any two of them can be paid.
    ///
    /// - Throws: ``ArenaError/budgetUsed(opens:)`` when fewer than two are left for want of money,
    ///   or one of a chosen pair is; ``ArenaError/storage(_:)``.
    package func playing(
        _ draft: Draft, _ pair: ChosenPair? = nil
    ) async throws(ArenaError) -> Roster {
        guard let purse, purse.budget.isLimited else { return roster }
        return try await purse.affordable(roster, sending: draft, for: pair)
    }
}
