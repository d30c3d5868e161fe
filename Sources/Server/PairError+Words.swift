import Catalogue
import Comparisons
import Phrases

extension PairError {
    /// What went wrong, and what to do, for any language.
    var saying: Saying {
        switch self {
        case .unknown(let name, let closest):
            closest.isEmpty
                ? "No model is called \(name)."
                : "No model is called \(name). Nearest: \(closest.joined(separator: ", "))."
        case .same: "Pick two different models."
        case .unlike(let one, let kind, let members, let other, let otherKind):
            """
            \(one) is a \(Saying(phrase: kind.rawValue)), \(other) a \
            \(Saying(phrase: otherKind.rawValue)); like is compared with like. \
            \(Self.offer(members, of: one, against: other))
            """
        }
    }

    private static func offer(_ members: [String], of one: String, against other: String) -> Saying
    {
        members.isEmpty
            ? "No member of \(one) has a record yet."
            : "Compare \(other) with a member: \(members.joined(separator: ", "))."
    }
}
