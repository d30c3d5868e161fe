import Catalogue
package import Foundation

/// The names and measurements after a vote, as the API tells them.
package struct RevealDocument: Codable, Sendable {
    /// One side, named and measured.
    package struct NamedSide: Codable, Sendable {
        /// The contender's short name.
        package let model: String
        /// Its name for people.
        package let name: String
        /// How its last answer ended.
        package let finish: FinishReason?
        /// Seconds to the first text.
        package let firstTextSeconds: Double?
        /// Seconds to the end.
        package let totalSeconds: Double?
        /// Tokens a second after the first text.
        package let tokensPerSecond: Double?
        /// Tokens read.
        package let tokensIn: Int?
        /// Tokens written.
        package let tokensOut: Int?
        /// Dollars, exact.
        package let costUsd: String?

        init(_ side: Reveal.RevealedSide) {
            model = side.contender.text
            name = side.name
            finish = side.report?.finish
            firstTextSeconds = side.report?.timing.firstText
            totalSeconds = side.report?.timing.total
            tokensPerSecond = side.report?.timing.tokensPerSecond(side.report?.usage)
            tokensIn = side.report?.usage?.input
            tokensOut = side.report?.usage?.output
            costUsd = side.cost?.description
        }
    }

    /// The opened seal.
    package struct OpenedSeal: Codable, Sendable {
        /// What was secret until the vote.
        package let nonce: String
        /// The digest shown from the start.
        package let sha256: String
    }

    /// Who answered on side a.
    package let a: NamedSide
    /// Who answered on side b.
    package let b: NamedSide
    /// The opened seal.
    package let seal: OpenedSeal

    /// A reveal as the API tells it.
    package init(_ reveal: Reveal) {
        a = NamedSide(reveal.sides.a)
        b = NamedSide(reveal.sides.b)
        seal = OpenedSeal(nonce: reveal.seal.nonce, sha256: reveal.seal.digest)
    }
}

/// The answer to a vote.
package struct VoteDocument: Codable, Sendable {
    /// What was chosen.
    package let vote: VoteOutcome
    /// When.
    package let castAt: Date
    /// Whether it enters the ratings of models.
    package let counted: Bool
    /// Why it does not, in a word: `practice`; `pair` or `named` where the voter chose the pair,
    /// `control` for one contender against itself; else the reason of the ruling.
    package let whyNot: String?
    /// Who answered.
    package let reveal: RevealDocument
    /// What proves that the vote was kept.
    package let receipt: VoteReceipt?

    /// The answer to a vote that was just cast.
    package init(_ reveal: Reveal) {
        vote = reveal.outcome
        castAt = reveal.castAt
        counted = reveal.isCounted
        whyNot = reveal.whyNot
        receipt = reveal.receipt
        self.reveal = RevealDocument(reveal)
    }
}

extension Reveal {
    /// Why the vote does not enter the ratings, in a word; `nil` where it does.
    fileprivate var whyNot: String? {
        if pool == .practice { return "practice" }
        return kind.isRated ? exclusion?.rawValue : kind.rawValue
    }
}
