/// What goes wrong at an upstream of the leak campaign. The raw words stand in prompts, which voters
/// see: none of them is a word that is looked for.
enum CanaryFault: String, CaseIterable {
    case none, broken, garbage, stalled, early, late, message
    case unauthorized = "key"
    case limited = "many"

    /// The status it answers with.
    var status: Int {
        switch self {
        case .unauthorized: 401
        case .limited: 429
        case .broken: 500
        default: 200
        }
    }

    /// Whether a vote is possible after it.
    var isVotable: Bool { self == .none }

    /// The prompt by which an upstream is told what to do, and whose upstream it is.
    func prompt(for victim: CanaryContender) -> String {
        "Please write two sentences, case \(rawValue) \(victim.rawValue)."
    }

    /// The fault that a request's body asks for where a contender is the victim.
    static func asked(in body: String, of contender: CanaryContender) -> CanaryFault {
        allCases.last { body.contains($0.prompt(for: contender)) } ?? .none
    }
}

/// The two contenders of the campaign.
enum CanaryContender: String, CaseIterable {
    case first, second

    /// What the upstream calls its model.
    var upstreamModel: String { "gpt-claude-CANARY-upstream-\(rawValue)" }
}
