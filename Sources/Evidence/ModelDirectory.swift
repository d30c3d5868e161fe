package import Arena
package import Catalogue

/// Which models there are here: the catalogue's records, and the contenders that have none.
///
/// A contender without a record stands for a model of its own, of which no fact is sourced; so
/// every contender has a page and a comparison.
package struct ModelDirectory: Sendable {
    /// The records, those of contenders without facts among them.
    package let catalogue: ModelCatalogue
    private let contenders: [String: [ContenderID]]
    private let slugs: [ContenderID: String]

    /// A directory of records and of the contenders that were ever configured here.
    package init(_ catalogue: ModelCatalogue, contenders: [Contender]) {
        var records = Array(catalogue.models.values)
        var known = Set(catalogue.models.keys)
        var byModel: [String: [ContenderID]] = [:]
        var slugs: [ContenderID: String] = [:]
        for contender in contenders {
            let slug = Self.slug(of: contender, in: catalogue)
            if known.insert(slug).inserted {
                records.append(ModelRecord(slug: slug, name: contender.name))
            }
            byModel[slug, default: []].append(contender.id)
            slugs[contender.id] = slug
        }
        self.catalogue = ModelCatalogue(
            models: records, benchmarks: Array(catalogue.benchmarks.values))
        self.contenders = byModel
        self.slugs = slugs
    }

    /// The contenders that are this model, as configured.
    package func contenders(of slug: String) -> [ContenderID] { contenders[slug] ?? [] }

    /// The model that a contender is; a contender nobody configured any more is its own.
    package func slug(of contender: ContenderID) -> String { slugs[contender] ?? contender.text }

    /// Whether two are of one kind, as only those are compared.
    func areAlike(_ one: String, _ other: String) -> Bool {
        catalogue[one]?.kind == catalogue[other]?.kind
    }

    /// The models that have a contender here.
    package var served: Set<String> { Set(contenders.keys) }

    /// The record that the configuration names, else one called like the contender.
    private static func slug(of contender: Contender, in catalogue: ModelCatalogue) -> String {
        if let model = contender.model { return model }
        return catalogue.model(named: contender.id.text)?.slug ?? contender.id.text
    }
}
