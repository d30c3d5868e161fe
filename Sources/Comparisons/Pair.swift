package import Catalogue

/// Two models that may be compared, in their canonical order: by slug.
package struct Pair: Sendable, Hashable {
    /// The model whose slug sorts first.
    package let a: ModelRecord
    /// The other model.
    package let b: ModelRecord

    /// The two models of these names, in either order.
    ///
    /// Throws when a name is unknown, when both name one model, and when the two are of different
    /// kinds, as a family and a model.
    package init(_ one: String, _ other: String, in catalogue: ModelCatalogue) throws(PairError) {
        let (one, other) = (
            try Self.record(one, in: catalogue), try Self.record(other, in: catalogue)
        )
        guard one.slug != other.slug else { throw .same(one.slug) }
        guard one.kind == other.kind else {
            let family = one.kind == .family ? one : other
            let single = one.kind == .family ? other : one
            throw .unlike(
                family.slug, family.kind, members: catalogue.members(of: family).map(\.slug),
                single.slug, single.kind)
        }
        (a, b) = one.slug < other.slug ? (one, other) : (other, one)
    }

    /// The pair's part of an address: `gpt-4-1-mini-vs-o3-mini`.
    package var slug: String { "\(a.slug)-vs-\(b.slug)" }

    /// The two slugs of `x-vs-y`, as they stand; `nil` for anything else.
    package static func slugs(of path: some StringProtocol) -> (String, String)? {
        let parts = String(path).split(
            separator: "-vs-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    private static func record(
        _ name: String, in catalogue: ModelCatalogue
    ) throws(PairError) -> ModelRecord {
        guard let record = catalogue.model(named: name) else {
            throw .unknown(name, closest: catalogue.closest(to: name))
        }
        return record
    }
}

/// Why two names are no pair.
package enum PairError: Error, Sendable, Hashable {
    /// No record has this name; the slugs nearest to it.
    case unknown(String, closest: [String])
    /// Both name one model.
    case same(String)
    /// The two are of different kinds, as a family and a model; the slugs of the family's members.
    case unlike(
        String, ModelRecord.Kind, members: [String], String, ModelRecord.Kind)

    /// What went wrong, and what to do.
    package var message: String {
        switch self {
        case .unknown(let name, let closest):
            closest.isEmpty
                ? "No model is called \(name)."
                : "No model is called \(name). Nearest: \(closest.joined(separator: ", "))."
        case .same: "Pick two different models."
        case .unlike(let one, let kind, let members, let other, let otherKind):
            "\(one) is a \(kind.rawValue), \(other) a \(otherKind.rawValue); like is compared with"
                + " like." + Self.offer(members, of: one, against: other)
        }
    }

    private static func offer(_ members: [String], of one: String, against other: String) -> String
    {
        members.isEmpty
            ? " No member of \(one) has a record yet."
            : " Compare \(other) with a member: \(members.joined(separator: ", "))."
    }
}
