import Catalogue
import Comparisons
import Evidence
import Pages

/// The pages whose addresses are closest to one that leads nowhere.
struct NearPages {
    let desk: FactDesk

    private static let limit = 5

    /// Pages of models and of pairs that may have been meant by a path, nearest first.
    func near(_ path: String) -> [ProblemPage.Near] {
        let parts = path.split(separator: "/").prefix(2).map(String.init)
        guard let last = parts.last, parts.first != "b" else { return [] }
        let (name, _) = Twin.parts(of: last)
        if let (one, other) = Pair.slugs(of: name) { return pairs(near: one, other) }
        return slugs(near: name).map { near(model: $0) }
    }

    private func pairs(near one: String, _ other: String) -> [ProblemPage.Near] {
        var found: [ProblemPage.Near] = []
        for first in slugs(near: one) {
            for second in slugs(near: other) {
                guard let pair = try? desk.pair(first, second), found.count < Self.limit else {
                    continue
                }
                let name = [pair.a, pair.b].map { self.name(of: $0.slug) }
                    .joined(separator: " vs ")
                let near = ProblemPage.Near(name: name, path: "/compare/" + pair.slug)
                if !found.contains(near) { found.append(near) }
            }
        }
        let models = Array((slugs(near: one) + slugs(near: other)).prefix(Self.limit))
        return found.isEmpty ? models.map { near(model: $0) } : found
    }

    private func slugs(near name: String) -> [String] {
        if let model = desk.directory.catalogue.model(named: name) { return [model.slug] }
        return desk.directory.catalogue.closest(to: name, limit: Self.limit)
    }

    private func near(model slug: String) -> ProblemPage.Near {
        ProblemPage.Near(name: name(of: slug), path: "/models/" + slug)
    }

    private func name(of slug: String) -> String {
        desk.directory.catalogue.models[slug]?.name ?? slug
    }
}
