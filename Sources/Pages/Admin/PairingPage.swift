package import Arena

/// `/admin/pairing`: how the next pair is drawn.
package struct PairingPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .pairing
    /// What it is called.
    package let heading = "Pairing"
    private let policy: PairingPolicy
    private let minimumVotes: Int

    /// The policy in force.
    package init(_ policy: PairingPolicy, minimumVotes: Int) {
        self.policy = policy
        self.minimumVotes = minimumVotes
    }

    /// What is in force, and a form.
    package func content(in context: PageContext) -> HTML {
        let share = policy.controlShare * 100
        let written = share == share.rounded() ? "\(Int(share))" : "\(share)"
        return """
            \(AdminFacts(rows: [
                ("In force", "\(policy.description)"),
                ("Votes before a contender is settled", "\(minimumVotes), set in arena.yaml"),
            ]).markup)
            <form class="adminform" method="get" action="/admin/pairing/change">
            \(AdminWords.choice("draw", "Which pairs", policy.draw.rawValue, [
                ("informative", "those from which one more vote tells most"),
                ("uniform", "all with the same chance"),
            ]))
            \(AdminWords.field("control", "Control battles, % of all (0 to 50)", written, kind: """
                 inputmode="decimal" size="5"
                """))
            <button class="primary">Change</button>
            </form>
            <p class="fine">In a control battle one contender plays itself. Such votes enter no \
            rating; they tell how much the side weighs, and each costs a voter a battle. The \
            probability of every draw is stored with the battle either way.</p>
            """
    }
}
