/// Why a store takes nothing any more: what it holds is not what was acknowledged.
package struct LedgerDamage: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was found, each a stable word.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// SQLite finds its file damaged.
        case file
        /// The chain of votes breaks.
        case chain
        /// Votes that were acknowledged are gone.
        case lost
        /// The votes are not those that were acknowledged.
        case rewritten
        /// The mark of the last acknowledged vote is missing or unreadable.
        case anchor
    }

    /// What was found.
    package let kind: Kind
    /// The first vote that is not as it was, where one can be named.
    package let sequence: Int64?
    /// What was found, in a sentence or two.
    package let description: String

    /// A finding.
    package init(_ kind: Kind, at sequence: Int64? = nil, _ description: String) {
        self.kind = kind
        self.sequence = sequence
        self.description = description
    }

    /// A break of the chain.
    package init(_ fault: LedgerFault) {
        self.init(.chain, at: fault.sequence, fault.description)
    }

    /// What is wrong between the anchor and a chain that is whole in itself; `nil` if nothing is.
    ///
    /// - Parameters:
    ///   - last: the number of the newest vote of the chain; 0 without one.
    ///   - head: the chain's head at the number that the anchor names.
    package init?(_ anchor: LedgerAnchor?, last: Int64, head: LedgerHash?) {
        guard let anchor else {
            guard last > 0 else { return nil }
            self.init(
                .anchor,
                "arena.anchor is missing or unreadable, so nothing tells whether all votes are here."
            )
            return
        }
        guard anchor.sequence <= last else {
            self.init(
                .lost, at: last + 1,
                "\(anchor.sequence - last) acknowledged votes are gone: the last was number "
                    + "\(anchor.sequence), the database ends at \(last).")
            return
        }
        guard anchor.sequence == 0 || head == anchor.head else {
            self.init(
                .rewritten, at: anchor.sequence,
                "The votes up to number \(anchor.sequence) are not those that were acknowledged.")
            return
        }
        return nil
    }
}
