import Catalogue

/// What a list says of one model, put together from its entries.
struct ImportedModel {
    let record: ModelRecord
    /// What was left out, and why.
    let remarks: [String]

    /// Puts entries of one slug together.
    ///
    /// Facts of the model are taken from the entry of the maker itself; where the list has none,
    /// those are taken that no two entries contradict each other in. Two entries for one route
    /// leave it out.
    ///
    /// - Parameter known: the record of the catalogue, whose name outweighs the list's.
    init(_ entries: [ImportEntry], slug: String, known: ModelRecord?, of list: PriceList) {
        let speakers = entries.contains(where: \.isHome) ? entries.filter(\.isHome) : entries
        var remarks = entries.flatMap(\.remarks)
        var observations: [Field: [Observation]] = [:]
        for field in Field.allCases {
            let values = speakers.compactMap { $0.fields[field] }
            guard let first = values.first else { continue }
            if values.contains(where: { $0 != first }) {
                remarks.append(
                    "\(slug)/\(field.rawValue): the list's providers contradict each other; "
                        + "left out.")
            } else {
                observations[field] = [list.observation(first)]
            }
        }
        var routes: [Route] = []
        let byIdentity = Dictionary(grouping: entries.flatMap(\.routes), by: \.identity)
        for identity in byIdentity.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let same = byIdentity[identity], let route = same.first else { continue }
            if same.count == 1 {
                routes.append(list.route(route))
            } else {
                remarks.append(
                    "\(slug)/routes/\(route.label): the list has \(same.count) entries for it; "
                        + "left out.")
            }
        }
        record = ModelRecord(
            slug: slug, name: known?.name ?? speakers.compactMap(\.name).first ?? slug,
            kind: known?.kind ?? .model, observations: observations, routes: routes)
        self.remarks = remarks
    }
}

extension PriceList {
    fileprivate func observation(_ value: FactValue, note: String? = nil) -> Observation {
        Observation(value: value, source: source, asOf: asOf, retrieved: retrieved, note: note)
    }

    fileprivate func route(_ route: ImportedRoute) -> Route {
        var observations: [RouteField: [Observation]] = [:]
        for (field, value) in route.fields {
            observations[field] = [observation(value, note: route.notes[field])]
        }
        return Route(
            provider: route.provider, region: route.region, tier: route.tier,
            listings: [observation(.flag(true))], observations: observations)
    }
}
