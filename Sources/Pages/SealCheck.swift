import Arena
import Phrases

/// The seal, opened and checked against the digest that stood on the page before the vote.
struct SealCheck {
    let battle: BlindBattle
    let reveal: Reveal

    /// What the check found, and how to repeat it anywhere.
    func markup(in context: PageContext) -> HTML {
        """
        <details class="seal">
        <summary>\(context.say(words))</summary>
        <p>\(context.say(Self.how))</p>
        <pre><code>printf '%s' '\(sealed)' | sha256sum
        \(battle.seal)</code></pre>
        \(reveal.receipt.map { receipt($0, context.say) })
        </details>
        """
    }

    /// What proves that the vote was kept, in the form that `arena verify --receipt` reads.
    private func receipt(_ receipt: VoteReceipt, _ say: Phrasebook) -> HTML {
        """
        <p>\(say(Self.kept))</p>
        <pre><code>{"sequence":\(receipt.sequence.description),
        "leaf":"\(receipt.leaf.description)",
        "head":"\(receipt.head.description)"}</code></pre>
        """
    }

    private static let kept = """
        This is the receipt of your vote. With it anyone can check that the vote is still kept:
        """

    private static let how = """
        Before you voted the page showed this digest. Anyone can compute it again:
        """

    private var names: Sides<ContenderID> { reveal.sides.map(\.contender) }

    private var sealed: String { "\(battle.id)|\(names.a)|\(names.b)|\(reveal.seal.nonce)" }

    private var words: String {
        let again = Seal(battle: battle.id, names: names, nonce: reveal.seal.nonce)
        return again.digest == battle.seal
            ? "Seal checked: the names were fixed before you voted."
            : "The seal does not match. Please tell the operator."
    }
}
