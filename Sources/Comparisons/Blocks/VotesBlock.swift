package import Ratings

/// What the votes say of the two, directly and by the fit of all battles (B5).
package struct VotesBlock: Sendable, Equatable {
    /// The evidence; `nil` where there is no board.
    package let evidence: VoteEvidence?
    /// How sure the votes are; `nil` without evidence.
    package let certainty: Certainty?
    /// The direct record, battles that voters chose among them.
    package let record: PairTally
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        evidence = material.votes
        certainty = material.certainty
        let words = VotesWords(material)
        record = words.record
        section = Section(.votes, "Votes", sentences: words.sentences, tables: words.tables)
    }
}
