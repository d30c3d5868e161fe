import Catalogue

/// The sources that a file may name: its own, and those of its folder.
struct SourceBook {
    /// A source with the dates that hold where a value says nothing else.
    struct Item: Hashable {
        let source: Source
        let asOf: CalendarDate?
        let retrieved: CalendarDate?
    }

    private(set) var items: [String: Item] = [:]

    /// Adds the sources of a group; a key that is taken is a mistake.
    mutating func add(_ entry: Entry?, in reading: inout FactReading) {
        guard let entry, let group = Group(entry, known: nil, in: &reading) else { return }
        for word in group.words {
            guard let own = group[word], let item = Self.item(own, in: &reading) else { continue }
            guard items[word] == nil else {
                reading.refuse(
                    own,
                    Refusal(
                        .duplicate, "sources.yaml has a source of this name already.",
                        "Name this one otherwise, or leave it out."))
                continue
            }
            items[word] = item
        }
    }

    /// The source that a value names.
    func item(named word: String) throws(Refusal) -> Item {
        guard let item = items[word] else {
            let keys = items.keys.sorted()
            let near = Spelling.nearest(to: word, among: keys).map { "Did you mean \($0)? " } ?? ""
            throw Refusal(
                .unknownSource, "There is no source \(Refusal.quoted(word)).",
                "\(near)Add it below sources, or to sources.yaml.")
        }
        return item
    }

    private static func item(_ entry: Entry, in reading: inout FactReading) -> Item? {
        let keys = ["title", "kind", "url", "as_of", "retrieved"]
        guard let group = Group(entry, known: keys, in: &reading) else { return nil }
        let title = reading.read(group.required("title", in: &reading), as: ValueForm.line)
        let words = SourceKind.allCases.map(\.rawValue)
        let kind = reading.read(group.required("kind", in: &reading)) {
            (written) throws(Refusal) in
            SourceKind(rawValue: try ValueForm.word(written, of: words))
        }
        let url = reading.read(group["url"], as: ValueForm.url)
        let asOf = reading.read(group["as_of"], as: ValueForm.date)
        let retrieved = reading.read(group["retrieved"], as: ValueForm.date)
        guard let title, let kind = kind.flatMap(\.self) else { return nil }
        return Item(
            source: Source(kind: kind, title: title, url: url), asOf: asOf, retrieved: retrieved)
    }
}
