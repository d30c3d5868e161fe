import Catalogue

/// Where the two can be used (B16).
package struct ProviderBlock: Sendable, Hashable {
    /// Providers of both, by name.
    package let shared: [String]
    /// Providers of one only, by name.
    package let only: Sides<[String]>
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let providers = material.subjects.map(\.providers)
        let shared = providers.a.filter(providers.b.contains)
        self.shared = shared
        only = providers.map { $0.filter { !shared.contains($0) } }
        section = ProviderWords(material, providers, shared, only).section
    }

    /// The side with two more routes than the other and three or more.
    static func wider(_ material: Material) -> PairSide? {
        let counts = material.subjects.map(\.providers.count)
        return PairSide.allCases.first { side in
            counts[side] >= counts[side.other] + 2 && counts[side] >= 3
                && counts[side.other] > 0
        }
    }
}

/// The sentences and the table of providers.
private struct ProviderWords {
    let material: Material
    let providers: Sides<[String]>
    let shared: [String]
    let only: Sides<[String]>

    init(
        _ material: Material, _ providers: Sides<[String]>, _ shared: [String],
        _ only: Sides<[String]>
    ) {
        self.material = material
        self.providers = providers
        self.shared = shared
        self.only = only
    }

    private var names: Sides<Name> { material.names }

    var section: Section {
        if providers.a.isEmpty, providers.b.isEmpty { return Section(.providers, "Providers") }
        return Section(
            .providers, "Providers", sentences: sentences + counts,
            tables: [
                Table(
                    "providers", "Providers we know of",
                    columns: Array(material.columns("Provider").dropLast()),
                    rows: rows + [countRow])
            ])
    }

    private var sentences: [Sentence] {
        var all: [Sentence] = shared.isEmpty ? [] : ["Both on: \(list(shared))."]
        for side in PairSide.allCases {
            if providers[side].isEmpty {
                all.append("\(names[side]): no provider is sourced.")
            } else if !only[side].isEmpty {
                all.append("Only \(names[side]): \(list(only[side])).")
            }
        }
        return all
    }

    private var counts: [Sentence] {
        guard !providers.a.isEmpty, !providers.b.isEmpty,
            abs(providers.a.count - providers.b.count) >= 2
        else { return [] }
        return [
            """
            We know of \(figure(.a)) \(noun(.a)) for \(names.a) and of \(figure(.b)) for \
            \(names.b).
            """
        ]
    }

    private var rows: [TableRow] {
        (shared + (only.a + only.b).sorted { $0.lowercased() < $1.lowercased() }).map { provider in
            TableRow(
                provider, Sentence(Name(provider)),
                PairSide.allCases.map { side in
                    Cell(providers[side].contains(provider) ? "yes" : "not known")
                })
        }
    }

    private var countRow: TableRow {
        TableRow(
            "count", "Providers",
            PairSide.allCases.map { Cell(figure($0), value: .count(providers[$0].count)) })
    }

    private func noun(_ side: PairSide) -> Sentence {
        providers[side].count == 1 ? "provider" : "providers"
    }

    private func list(_ providers: [String]) -> Sentence {
        providers.map { Sentence(Name($0)) }.joined(by: ", ")
    }

    private func figure(_ side: PairSide) -> Figure { material.subjects[side].providerCount }
}

extension Subject {
    /// How many providers serve it, as a figure.
    var providerCount: Figure {
        Figure(Form.count(providers.count), .counted, of: providerBasis)
    }
}
