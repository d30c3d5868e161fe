/// Goes along the chain of votes and says where it first breaks.
///
/// A value: it is handed one vote after the other and keeps the head so far.
package struct LedgerWalk: Equatable, Sendable {
    /// The number of the last vote that was found sound; 0 before the first.
    package private(set) var sequence: Int64
    /// The head over it.
    package private(set) var head: LedgerHash

    /// A walk from the start, or from a vote whose head is believed.
    package init(after sequence: Int64 = 0, head: LedgerHash = .start) {
        self.sequence = sequence
        self.head = head
    }

    /// Takes the next vote: what its rows say now, and what the chain kept of it.
    ///
    /// - Parameter mayMiss: numbers that an operator has accepted as lost.
    /// - Throws: ``LedgerFault`` naming the first number that is not as it was.
    package mutating func step(
        _ entry: LedgerEntry, mayMiss: (Int64) -> Bool = { _ in false }
    ) throws(LedgerFault) {
        let number = entry.leaf.sequence
        var expected = sequence + 1
        while expected < number, mayMiss(expected) { expected += 1 }
        guard number == expected else { throw LedgerFault(expected, .missing) }
        guard let kept = entry.kept else { throw LedgerFault(number, .unchained) }
        if let opened = entry.opened {
            guard opened.voter == entry.commitments.voter else {
                throw LedgerFault(number, .voter)
            }
            if let texts = opened.answers, texts != entry.commitments.answers {
                throw LedgerFault(number, .texts)
            }
        } else if !entry.isErased {
            throw LedgerFault(number, .unopened)
        }
        guard entry.leaf.hash == kept.leaf else { throw LedgerFault(number, .leaf) }
        let next = VoteReceipt(sequence: number, leaf: kept.leaf, after: head)
        guard next.head == kept.head else {
            // A number that may be missing was there when the chain went on, so it is gone since.
            throw number > sequence + 1
                ? LedgerFault(sequence + 1, .missing) : LedgerFault(number, .head)
        }
        (sequence, head) = (number, next.head)
    }
}

/// One vote as the walk sees it.
package struct LedgerEntry: Sendable {
    /// The commitments computed anew from what is stored, where their random bytes still are.
    package struct Opened: Sendable {
        let voter: LedgerHash
        let answers: LedgerHash?

        /// Commitments computed anew; `answers` is `nil` where the texts were not read.
        package init(voter: LedgerHash, answers: LedgerHash?) {
            self.voter = voter
            self.answers = answers
        }
    }

    let leaf: VoteLeaf
    let commitments: VoteCommitments
    let opened: Opened?
    let kept: VoteReceipt?
    let isErased: Bool

    /// A vote: its leaf from its rows and `commitments`, what these open to, and what the chain
    /// kept; `kept` is `nil` where the chain knows nothing of it.
    package init(
        leaf: VoteLeaf, commitments: VoteCommitments, opened: Opened?, kept: VoteReceipt?,
        isErased: Bool
    ) {
        self.leaf = leaf
        self.commitments = commitments
        self.opened = opened
        self.kept = kept
        self.isErased = isErased
    }
}

/// Where the chain of votes first breaks, and how.
package struct LedgerFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is not as it was, each a stable word.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// There is no vote of this number.
        case missing
        /// The chain knows nothing of the vote.
        case unchained
        /// The vote is another voter's than it was.
        case voter
        /// A prompt or an answer is not what was judged.
        case texts
        /// The random bytes are gone, though nobody asked for it.
        case unopened
        /// Outcome, contenders, versions or time are not what they were.
        case leaf
        /// The votes before it are not those it followed.
        case head
    }

    /// The first number that is not as it was.
    package let sequence: Int64
    /// How.
    package let kind: Kind

    /// A break at a vote.
    package init(_ sequence: Int64, _ kind: Kind) {
        self.sequence = sequence
        self.kind = kind
    }

    /// The break in a sentence.
    package var description: String {
        switch kind {
        case .missing: "Vote \(sequence) is missing."
        case .unchained: "Vote \(sequence) is not in the chain."
        case .voter: "Vote \(sequence) belongs to another voter than when it was cast."
        case .texts: "A prompt or an answer judged by vote \(sequence) was changed."
        case .unopened: "Vote \(sequence) was made unreadable without an erasure."
        case .leaf: "Vote \(sequence) was changed."
        case .head: "Vote \(sequence) does not follow the votes before it."
        }
    }
}
