package import Catalogue

/// What an import would change about one value.
package struct FactChange: Sendable, Hashable {
    /// What becomes of it.
    package enum Kind: String, Sendable, CaseIterable {
        /// The catalogue has no value yet.
        case added
        /// The catalogue has another value.
        case changed
        /// The catalogue has this value; only its date is new.
        case unchanged
        /// The list had the value at the last import, and has it no more.
        case removed
    }

    /// What becomes of it.
    package let kind: Kind
    /// The fact's address, as `gpt-4-1-mini/routes/OpenAI API/price_in`.
    package let path: String
    /// What the last import brought, else what the catalogue shows.
    package let old: Observation?
    /// What the list says.
    package let new: Observation?

    /// `changed  o3-mini/context_tokens: 200000 (LLM Reference, 2026-06-04) → 190000 (…)`.
    package var description: String {
        let parts = [old, new].compactMap(\.self).map { observation in
            let date = observation.asOf.map { ", \($0)" } ?? ""
            return "\(observation.value.words) (\(observation.source.title)\(date))"
        }
        let word = kind.rawValue + String(repeating: " ", count: 9 - kind.rawValue.count)
        return "\(word)  \(path): \(parts.joined(separator: " → "))"
    }
}

extension ModelRecord {
    /// The observations by the address of their fact.
    var byPath: [String: [Observation]] {
        var found: [String: [Observation]] = [:]
        for (field, seen) in observations {
            found["\(slug)/\(field.rawValue)"] = seen.believed(SourceKind.standardOrder)
        }
        for route in routes {
            let start = "\(slug)/routes/\(route.label)/"
            if !route.listings.isEmpty {
                found[start + "listed"] = route.listings.believed(SourceKind.routeOrder)
            }
            for (field, seen) in route.observations {
                found[start + field.rawValue] = seen.believed(SourceKind.routeOrder)
            }
        }
        return found
    }

    /// What an import changes: `before` is what the same list brought last time.
    func changes(before: ModelRecord?, shown: ModelRecord?) -> [FactChange] {
        let (now, last, other) = (byPath, before?.byPath ?? [:], shown?.byPath ?? [:])
        let kept = now.compactMap { path, seen -> FactChange? in
            let old = last[path]?.first ?? other[path]?.first
            let isSame = old.map { $0.value == seen.first?.value } ?? false
            return FactChange(
                kind: old == nil ? .added : isSame ? .unchanged : .changed, path: path, old: old,
                new: seen.first)
        }
        let gone = last.filter { now[$0.key] == nil }.map { path, seen in
            FactChange(kind: .removed, path: path, old: seen.first, new: nil)
        }
        return (kept + gone).sorted { $0.path < $1.path }
    }
}
