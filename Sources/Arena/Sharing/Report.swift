package import struct Foundation.Date

/// What a visitor tells the operator of a battle.
package struct Report: Equatable, Sendable {
    /// What is wrong, each a stable word.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Against the law.
        case illegal
        /// Dangerous or hateful.
        case harmful
        /// Somebody's private matters.
        case personal
        /// It does not work: no text, broken markup.
        case broken
        /// Something else, as the note says.
        case other
    }

    /// Bytes of a note.
    package static let noteLimit = 500
    /// Reports one visitor may make in a day.
    package static let dailyLimit = 10

    /// Of which battle.
    package let battle: BattleID
    /// What is wrong.
    package let kind: Kind
    /// In the visitor's words; may be empty.
    package let note: String
    /// When.
    package let at: Date

    /// A report.
    ///
    /// - Throws: ``ArenaError/tooLarge(field:limit:)`` for a note over ``noteLimit`` bytes.
    package init(
        of battle: BattleID, as kind: Kind, note: String = "", at: Date
    ) throws(ArenaError) {
        guard note.utf8.count <= Self.noteLimit else {
            throw .tooLarge(field: "note", limit: Self.noteLimit)
        }
        self.battle = battle
        self.kind = kind
        self.note = note.replacing("\0", with: "\u{FFFD}")
        self.at = at
    }
}

/// A report as the operator sees it.
package struct NumberedReport: Equatable, Sendable {
    /// 1 for the first.
    package let number: Int64
    /// What was told.
    package let report: Report
    /// Whether the battle can be read by whoever has its link.
    package let isShared: Bool
    /// When the operator had seen to it.
    package let closedAt: Date?

    /// A report with its place in the list.
    package init(number: Int64, report: Report, isShared: Bool, closedAt: Date?) {
        self.number = number
        self.report = report
        self.isShared = isShared
        self.closedAt = closedAt
    }
}
