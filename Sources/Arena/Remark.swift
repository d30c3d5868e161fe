/// Why somebody voted as he did, in words of a closed list and in his own.
package struct Remark: Equatable, Sendable {
    /// Whether it was said blind.
    package enum Stage: String, Sendable, Codable, CaseIterable {
        /// With the vote, before the names were told.
        case before
        /// After the reveal.
        case after
    }

    /// A word for what was good or bad about an answer.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        case correct, complete, clear
        case toThePoint = "to_the_point"
        case creative
        case followedInstructions = "followed_instructions"
        case wrong, shallow
        case ignoredInstructions = "ignored_instructions"
        case tooLong = "too_long"
        case refused, unsafe
    }

    /// The most characters of a comment.
    package static let commentLimit = 500

    /// When it was said.
    package let stage: Stage
    /// The words chosen for each answer.
    package let reasons: Sides<Set<Reason>>
    /// The voter's own words; empty where there are none.
    package let comment: String

    /// A remark; a comment is trimmed of white space at its ends.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for a comment over ``commentLimit``
    ///   characters.
    package init(
        _ stage: Stage, reasons: Sides<Set<Reason>> = Sides(a: [], b: []), comment: String = ""
    ) throws(ArenaError) {
        let trimmed = comment.trimmed
        guard trimmed.unicodeScalars.count <= Self.commentLimit else {
            throw .invalid(
                field: "comment", reason: "It is longer than \(Self.commentLimit) characters.")
        }
        self.stage = stage
        self.reasons = reasons
        self.comment = trimmed.replacing("\0", with: "\u{FFFD}")
    }

    /// A remark as it was stored.
    package init(stored stage: Stage, reasons: Sides<Set<Reason>>, comment: String) {
        self.stage = stage
        self.reasons = reasons
        self.comment = comment
    }

    /// Whether nothing was said.
    package var isEmpty: Bool { comment.isEmpty && reasons.both(\.isEmpty) }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
