import Yams

/// A mapping of the file, whose keys are known.
struct Section {
    /// The key before its own keys, as `contenders.smollm2-cool`; empty at the top.
    let name: String
    let place: Place?
    private let nodes: [String: (key: Node, value: Node)]

    /// Reads a mapping, noting keys that are not among `keys`; an empty value counts as an empty
    /// mapping, and `nil` comes back for anything else.
    init?(_ node: Node, name: String, keys: [String], in reading: inout Reading) {
        self.name = name
        place = node.place
        switch node {
        case .mapping(let mapping):
            nodes = Self.known(mapping, of: name, keys: keys, in: &reading)
        case .scalar(let scalar) where scalar.isNull:
            nodes = [:]
        default:
            let refusal = Refusal(
                reason: "It is \(node.words), not a group of keys.",
                advice: "Write keys below it: \(keys.joined(separator: ", ")).")
            reading.refuse(name, refusal, at: node.place)
            return nil
        }
    }

    /// The node under a key.
    func node(_ key: String) -> Node? { nodes[key]?.value }

    /// The full name of a key.
    func path(_ key: String) -> String { Self.path(key, in: name) }

    /// The text under a key; `nil`, and a mistake noted, when it is a list or a group.
    func scalar(_ key: String, in reading: inout Reading) -> Scalar? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node, !scalar.isNull else {
            let refusal = Refusal(
                reason: "It is \(node.words), not a value.",
                advice: "Write one value, or leave the key out.")
            reading.refuse(path(key), refusal, at: node.place)
            return nil
        }
        return Scalar(key: path(key), text: scalar.string, place: scalar.place)
    }

    /// The text under a key that must be there.
    func required(_ key: String, in reading: inout Reading) -> Scalar? {
        if nodes[key] == nil {
            let refusal = Refusal(reason: "It is missing.", advice: "Add the key \(key).")
            reading.refuse(path(key), refusal, at: place)
        }
        return scalar(key, in: &reading)
    }

    private static func path(_ key: String, in name: String) -> String {
        name.isEmpty ? key : "\(name).\(key)"
    }

    private static func known(
        _ mapping: Node.Mapping, of name: String, keys: [String], in reading: inout Reading
    ) -> [String: (key: Node, value: Node)] {
        var nodes: [String: (key: Node, value: Node)] = [:]
        for (key, value) in mapping {
            let word = key.scalar?.string ?? ""
            guard !word.hasSuffix(SettingsText.again) else { continue }
            if keys.contains(word) {
                nodes[word] = (key, value)
            } else {
                let shown = path(Secrets.areIn(word) ? "…" : word, in: name)
                reading.refuse(shown, refusal(of: word, keys: keys), at: key.place)
            }
        }
        return nodes
    }

    private static func refusal(of word: String, keys: [String]) -> Refusal {
        if Secrets.isName(word) {
            return Refusal(
                reason: "A key must not stand in a file.",
                advice: "Put it into the environment and name its variable in api_key_env.")
        }
        let nearest = Spelling.nearest(to: word, among: keys).map { "Did you mean \($0)? " } ?? ""
        return Refusal(
            reason: "There is no such key.",
            advice: "\(nearest)Known here: \(keys.joined(separator: ", ")).")
    }
}

extension Node.Scalar {
    /// Whether nothing is written: no text at all, `~` or `null`, without quotes.
    var isNull: Bool { style == .plain && ["", "~", "null"].contains(string) }
}

extension Node {
    /// What it is, in words.
    var words: String {
        switch self {
        case .scalar(let scalar): scalar.isNull ? "empty" : "a text"
        case .mapping: "a group of keys"
        case .sequence: "a list"
        case .alias: "a reference"
        }
    }
}
