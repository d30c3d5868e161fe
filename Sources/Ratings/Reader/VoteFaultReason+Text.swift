extension VoteFaultReason: CustomStringConvertible {
    /// A stable word for programs.
    public var code: String {
        switch self {
        case .notJSON(.utf8), .invalidUTF8: "bad-utf8"
        case .notJSON: "bad-json"
        case .missing: "missing-field"
        case .repeated, .rivals: "repeated-field"
        case .wrongKind: "wrong-kind"
        case .unknownOutcome, .noOutcome, .strangerChosen: "unknown-outcome"
        case .emptyName: "empty-name"
        case .sameModel: "same-model"
        case .badTime: "bad-time"
        case .badProbability: "bad-probability"
        case .cellCount, .strayQuote, .unclosedQuote, .controlCharacter: "bad-csv"
        case .tooLong: "too-long"
        case .notVotes: "not-votes"
        }
    }

    /// What is wrong and what would be right, in a sentence.
    public var description: String {
        switch self {
        case .notJSON(let fault): "this is not JSON: \(fault.rawValue)."
        case .invalidUTF8: "the bytes are not UTF-8."
        case .missing(let field): "there is no \(field)."
        case .repeated(let field): "\(field) stands twice."
        case .rivals(let one, let other): "\(one) and \(other) tell the same thing; keep one."
        case .wrongKind(let field, let wanted): "\(field) is not \(wanted)."
        case .unknownOutcome(let word):
            "winner is \"\(word)\"; it must be model_a, model_b, tie, tie (bothbad) or both_bad."
        case .strangerChosen(let name): "the chosen model \"\(name)\" is not one of the two."
        case .noOutcome: "chosen_model_name and both_equal do not tell one outcome."
        case .emptyName(let field): "\(field) is empty."
        case .sameModel(let name): "\"\(name)\" meets itself."
        case .badTime(let text): "the time \"\(text)\" is neither a number nor like 2026-11-21."
        case .badProbability(let text): "the probability \(text) is not above 0 and at most 1."
        default: shape
        }
    }

    private var shape: String {
        switch self {
        case .cellCount(let found, let header): "the row has \(found) cells, the header \(header)."
        case .strayQuote: "a quotation mark stands inside a cell; double it and quote the cell."
        case .unclosedQuote: "a quoted cell is not closed."
        case .controlCharacter: "a cell holds a control character."
        case .tooLong(let limit): "a record is longer than \(limit) bytes."
        case .notVotes(let kind): "this is \(kind), not JSON or CSV."
        default: "this is no vote."
        }
    }
}
