import Yams

/// A mapping of the file whose keys are known.
struct Group {
    /// The key before its own keys, as `routes.0`; empty at the top.
    let key: String
    let mark: Mark?
    private var nodes: [String: Node] = [:]
    /// Its keys in the order of the file.
    private(set) var words: [String] = []

    /// Reads a mapping, noting keys that are not among `known`; `nil`, and a mistake noted, for
    /// anything else. With no `known` any key may stand in it.
    init?(_ entry: Entry, known: [String]?, in reading: inout FactReading) {
        guard case .mapping(let mapping) = entry.node else {
            let keys = known.map { ": \($0.joined(separator: ", "))" } ?? ""
            reading.refuse(
                entry,
                Refusal(
                    .wrongType, "It is \(entry.node.words), not a group of keys.",
                    "Write keys below it\(keys)."))
            return nil
        }
        key = entry.key
        mark = entry.node.mark
        for (name, node) in mapping {
            let word = name.scalar?.string ?? ""
            if known?.contains(word) ?? !word.isEmpty {
                nodes[word] = node
                words.append(word)
            } else {
                refuse(word, known ?? [], at: name.mark, in: &reading)
            }
        }
    }

    /// What stands under a key.
    subscript(word: String) -> Entry? {
        nodes[word].map { Entry(key: path(word), node: $0) }
    }

    /// What stands under a key that must be there.
    func required(_ word: String, in reading: inout FactReading) -> Entry? {
        if nodes[word] == nil {
            let refusal = Refusal(.missingKey, "It is missing.", "Add the key \(word).")
            reading.refuse(path(word), refusal, at: mark)
        }
        return self[word]
    }

    private func path(_ word: String) -> String { key.isEmpty ? word : "\(key).\(word)" }

    private func refuse(
        _ word: String, _ known: [String], at mark: Mark?, in reading: inout FactReading
    ) {
        let near = Spelling.nearest(to: word, among: known).map { "Did you mean \($0)? " } ?? ""
        let list = known.joined(separator: ", ")
        reading.refuse(
            path(String(Refusal.quoted(word).dropFirst().dropLast())),
            Refusal(.unknownKey, "There is no such key.", "\(near)Known here: \(list)."), at: mark)
    }
}

/// What somebody may have meant.
enum Spelling {
    /// The nearest of some words; `nil` when none is near.
    static func nearest(to written: String, among words: [String]) -> String? {
        guard (1...40).contains(written.utf8.count) else { return nil }
        let near = words.map { (word: $0, changes: changes(written.lowercased(), $0)) }
            .filter { $0.changes <= max(2, $0.word.count / 3) && $0.changes < $0.word.count }
        return near.min { $0.changes < $1.changes }?.word
    }

    /// Letters to add and to take away.
    private static func changes(_ one: String, _ other: String) -> Int {
        Array(one).difference(from: Array(other)).count
    }
}
