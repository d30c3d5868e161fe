import Arena
import Ratings

/// What a visitor may send to vote: an outcome, and why.
struct VoteRequest: Decodable {
    let outcome: String
    let reasons: [String: [String]]?
    let comment: String?
    let seen: [String: Bool]?
    let work: String?

    static let fields: Set<String> = ["outcome", "reasons", "comment", "seen", "work"]

    /// What a form's fields say: `outcome`, `reason-a-clear` and so on, `comment`, `seen-a`.
    init(form fields: [String: String]) {
        outcome = fields["outcome"] ?? ""
        reasons = Self.reasons(in: fields)
        comment = fields["comment"]
        work = fields["work"]
        seen = Dictionary(
            uniqueKeysWithValues: Side.allCases.compactMap { side in
                fields["seen-\(side.rawValue)"].flatMap { word in
                    ["1": true, "0": false][word].map { (side.rawValue, $0) }
                }
            })
    }

    /// The outcome, if it is one of the four words.
    func checked() throws(ArenaError) -> VoteOutcome {
        guard let outcome = VoteOutcome(rawValue: outcome) else {
            throw .invalid(field: "outcome", reason: "It is one of a, b, tie and both_bad.")
        }
        return outcome
    }

    /// What was said besides, and how it was shown.
    func notes(isPlain: Bool) throws(ArenaError) -> VoterNotes {
        if let stray = seen?.keys.first(where: { Side(rawValue: $0) == nil }) {
            throw .invalid(field: "seen", reason: "'\(stray.prefix(40))' is neither a nor b.")
        }
        let remark = try RemarkRequest(reasons: reasons, comment: comment).remark(.before)
        var notes = VoterNotes(
            seen: Sides(a: seen?["a"], b: seen?["b"]), remark: remark.isEmpty ? nil : remark)
        notes.isPlain = isPlain
        return notes
    }

    /// Reasons from the names of ticked boxes.
    static func reasons(in fields: [String: String]) -> [String: [String]] {
        var reasons: [String: [String]] = [:]
        for name in fields.keys.sorted() {
            let parts = name.split(separator: "-", maxSplits: 2).map(String.init)
            guard parts.count == 3, parts[0] == "reason" else { continue }
            reasons[parts[1], default: []].append(parts[2])
        }
        return reasons
    }
}

/// What a visitor may send after the reveal: why he chose so.
struct RemarkRequest: Decodable {
    let reasons: [String: [String]]?
    let comment: String?

    static let fields: Set<String> = ["reasons", "comment"]

    init(reasons: [String: [String]]?, comment: String?) {
        self.reasons = reasons
        self.comment = comment
    }

    /// What a form's fields say.
    init(form fields: [String: String]) {
        self.init(reasons: VoteRequest.reasons(in: fields), comment: fields["comment"])
    }

    /// The remark, its words checked.
    func remark(_ stage: Remark.Stage) throws(ArenaError) -> Remark {
        var chosen = Sides<Set<Remark.Reason>>(a: [], b: [])
        for (name, words) in reasons ?? [:] {
            guard let side = Side(rawValue: name) else {
                throw .invalid(
                    field: "reasons", reason: "'\(name.prefix(40))' is neither a nor b.")
            }
            for word in words {
                guard let reason = Remark.Reason(rawValue: word) else {
                    throw .invalid(
                        field: "reasons.\(name)",
                        reason: "'\(word.prefix(40))' is no reason; known: "
                            + Remark.Reason.allCases.map(\.rawValue).joined(separator: ", ") + ".")
                }
                chosen[side].insert(reason)
            }
        }
        return try Remark(stage, reasons: chosen, comment: comment ?? "")
    }
}
