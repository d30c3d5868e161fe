import Yams

/// The settings file as a tree of known keys.
struct SettingsTree {
    /// The groups that hold general keys, by name; the top is "".
    private var sections: [String: Section] = [:]

    /// Reads a file; what cannot be read is noted and then missing in the tree.
    init(_ file: SettingsFile, in reading: inout Reading) {
        do throws(Refusal) {
            var text = SettingsText(try file.text())
            guard let node = text.tree(in: &reading) else { return }
            sections[""] = Section(node, name: "", keys: SettingKey.words(in: ""), in: &reading)
        } catch {
            reading.refuse("", error, at: nil)
        }
        for name in ["server", "limits", "storage"] {
            guard let node = self[name] else { continue }
            sections[name] = Section(
                node, name: name, keys: SettingKey.words(in: name), in: &reading)
        }
    }

    /// What stands under a key at the top.
    subscript(key: String) -> Node? { sections[""]?.node(key) }

    /// The text of a general key.
    func scalar(of key: SettingKey, in reading: inout Reading) -> Scalar? {
        let parts = key.name.split(separator: ".").map(String.init)
        let group = parts.dropLast().joined(separator: ".")
        return sections[group]?.scalar(parts[parts.count - 1], in: &reading)
    }
}

extension SettingKey {
    /// The words that may stand in a group of the file, in order; `*` in its name stands for any.
    static func words(in group: String) -> [String] {
        let start = group.isEmpty ? "" : group + "."
        var words: [String] = []
        for key in all where key.name != config.name && key.name.hasPrefix(start) {
            let word = String(key.name.dropFirst(start.count).prefix { $0 != "." })
            if !words.contains(word) { words.append(word) }
        }
        return words
    }
}
