extension ModelCatalogue {
    /// The record that a name means: its slug, its name or an alias, in any case.
    package func model(named name: String) -> ModelRecord? {
        if let model = models[name] { return model }
        let wanted = name.lowercased()
        return sorted.first { model in
            model.names.contains { $0.lowercased() == wanted }
        }
    }

    /// The slugs that somebody may have meant by one that is not there, nearest first.
    ///
    /// Near is: at most a third of the letters to change, or one begins with the other. Time is
    /// proportional to the number of names.
    package func closest(to slug: String, limit: Int = 5) -> [String] {
        let wanted = Array(slug.lowercased().utf8.prefix(80))
        let ranked = sorted.compactMap { model -> (slug: String, distance: Int)? in
            let distances = model.names.map { name in
                Self.nearness(of: Array(name.lowercased().utf8), to: wanted)
            }
            return distances.compactMap(\.self).min().map { (model.slug, $0) }
        }
        return ranked.sorted { ($0.distance, $0.slug) < ($1.distance, $1.slug) }
            .prefix(limit).map(\.slug)
    }

    /// The members of a family that have records, by name.
    package func members(of family: ModelRecord) -> [ModelRecord] {
        sorted.filter { family.members.contains($0.slug) }
    }

    /// The other models of the same maker and family, by name; none where either is not sourced.
    package func siblings(of model: ModelRecord) -> [ModelRecord] {
        sorted.filter { $0.slug != model.slug && areSiblings($0, model) }
    }

    /// Whether two models are sizes of one family: the same maker and the same family.
    package func areSiblings(_ one: ModelRecord, _ other: ModelRecord) -> Bool {
        guard let family = one.fact(.family, as: String.self)?.value,
            let maker = one.fact(.maker, as: String.self)?.value
        else { return false }
        return other.fact(.family, as: String.self)?.value == family
            && other.fact(.maker, as: String.self)?.value == maker
    }

    private static func nearness(of name: [UInt8], to wanted: [UInt8]) -> Int? {
        guard !wanted.isEmpty, !name.isEmpty else { return nil }
        let distance = name.distance(to: wanted)
        if distance <= max(1, max(name.count, wanted.count) / 3) { return distance }
        let isStart = wanted.count >= 3 && (name.starts(with: wanted) || wanted.starts(with: name))
        return isStart ? 100 + distance : nil
    }
}

extension ModelRecord {
    /// The slug, the name and the aliases.
    package var names: [String] { [slug, name] + aliases }
}

extension [UInt8] {
    /// Bytes to add, take away or change (Levenshtein 1966); time and space by both lengths.
    fileprivate func distance(to other: [UInt8]) -> Int {
        var row = [Int](0...other.count)
        for (line, byte) in enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, counterpart) in other.enumerated() {
                let change = diagonal + (byte == counterpart ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
