package import Arena

/// What the operator's side of the server needs.
package struct Administration: Sendable {
    let store: any OperationStore
    let lineup: Lineup
    let budget: Budget
    let connections: [Connection]
    let rule: AccessRule
    let links: AdminLinks
    let isSecure: Bool
    let integrity: IntegrityRules?

    /// The parts, wired elsewhere.
    ///
    /// - Parameters:
    ///   - isSecure: whether browsers reach the arena by TLS.
    ///   - integrity: what votes must pass; `nil` where they are not guarded.
    package init(
        store: any OperationStore, lineup: Lineup, budget: Budget, connections: [Connection],
        rule: AccessRule, links: AdminLinks, isSecure: Bool,
        integrity: IntegrityRules? = nil
    ) {
        self.store = store
        self.lineup = lineup
        self.budget = budget
        self.connections = connections
        self.rule = rule
        self.links = links
        self.isSecure = isSecure
        self.integrity = integrity
    }
}
