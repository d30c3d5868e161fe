extension Settings {
    /// Whether votes are guarded against being bought.
    package enum Integrity: String, Sendable, CaseIterable {
        /// Where anybody may vote from elsewhere.
        case auto
        /// Always.
        case on
        /// Never.
        case off
    }

    /// What votes must pass here; `nil` where they are not guarded.
    package var integrityRules: IntegrityRules? {
        let isOpen = access == .everyone && !listen.isLoopback
        guard integrity == .on || (integrity == .auto && isOpen) else { return nil }
        return IntegrityRules(
            countedVotesPerDay: countedVotesPerDay, workBits: voteWorkBits)
    }
}
