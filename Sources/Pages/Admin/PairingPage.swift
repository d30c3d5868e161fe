package import Arena
package import Phrases

/// `/admin/pairing`: how the next pair is drawn.
package struct PairingPage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .pairing
    /// What it is called.
    package let heading: Saying = "Pairing"
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
                ("In force", "\(context.say.text(policy.saying))"),
                ("Votes before a contender is settled", context.say("{n}, set in arena.yaml", ["n": "\(minimumVotes)"])),
            ]).markup(in: context))
            <form class="adminform" method="get" action="/admin/pairing/change">
            \(context.choice("draw", "Which pairs", policy.draw.rawValue, [
                ("informative", context.say.text("those from which one more vote tells most")),
                ("uniform", context.say.text("all with the same chance")),
            ]))
            \(context.field("control", "Control battles, % of all (0 to 50)", written, kind: """
                 inputmode="decimal" size="5"
                """))
            <button class="primary">\(context.say("Change"))</button>
            </form>
            <p class="fine">\(context.say("""
                In a control battle one contender plays itself. Such votes enter no rating; they \
                tell how much the side weighs, and each costs a voter a battle. The probability of \
                every draw is stored with the battle either way.
                """))</p>
            """
    }
}

extension PairingPolicy {
    /// How pairs are drawn, in words.
    package var saying: Saying {
        let share = (controlShare * 1000).rounded() / 10
        let number = share == share.rounded() ? "\(Int(share))" : "\(share)"
        return switch draw {
        case .informative: "informative pairs, control battles \(percent: number)"
        case .uniform: "uniform pairs, control battles \(percent: number)"
        }
    }
}
