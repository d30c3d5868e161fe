package import Arena

/// What is told beside the names after a vote: all of it secret before.
package struct RevealFacts: Equatable, Sendable {
    /// How the direct votes on this very pair fell, seen from side a; `nil` for a control battle.
    package let record: PairRecord?
    /// What the vote moved; `nil` where it moved nothing, or has not been rated yet.
    package let shift: VoteShift?
    /// What the voter said of his vote.
    package let remarks: [Remark]
    /// Whether the voter opened the battle to others.
    package let isShared: Bool
    /// What others made of it.
    package let judgements: JudgementCount

    /// Facts; none unless told.
    package init(
        record: PairRecord? = nil, shift: VoteShift? = nil, remarks: [Remark] = [],
        isShared: Bool = false, judgements: JudgementCount = JudgementCount()
    ) {
        self.isShared = isShared
        self.judgements = judgements
        self.record = record
        self.shift = shift
        self.remarks = remarks
    }
}
