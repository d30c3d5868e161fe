/// Names to look for in a text, in one spelling and without what stands between their letters.
struct NameTable: Sendable {
    /// How much a name says by itself.
    enum Weight: Int, Sendable, Comparable {
        /// A word or a first name as well.
        case ordinary
        /// A company that makes much else.
        case company
        /// Hardly anything else.
        case telling

        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where a name stands in a text.
    struct Match: Equatable {
        var words: Range<Int>
        var weight: Weight
        var key: String
    }

    private struct Layer {
        var weights: [String: Weight] = [:]
        var beginnings: Set<String> = []
    }

    /// What was added here, then what the tables hold that this one was laid over.
    private var layers = [Layer()]

    /// An empty table over some others. They are shared and not copied: one holds hundreds of names.
    init(over tables: [NameTable] = []) {
        layers += tables.flatMap(\.layers).filter { !$0.weights.isEmpty }
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { layers.allSatisfy(\.weights.isEmpty) }

    /// Adds a name; a heavier weight given before or later stays.
    mutating func add(_ name: String, _ weight: Weight) {
        let words = FoldedText(name).words
        let key = words.map(\.text).joined()
        guard key.unicodeScalars.count > 1 else { return }
        layers[0].weights[key] = max(layers[0].weights[key] ?? weight, weight)
        var beginning = String.UnicodeScalarView()
        for scalar in key.unicodeScalars {
            beginning.append(scalar)
            layers[0].beginnings.insert(String(beginning))
        }
    }

    /// Every name in a text, the longest at each place.
    func matches(in words: [FoldedText.Word]) -> [Match] {
        var found: [Match] = []
        var index = 0
        while index < words.count {
            guard let match = match(in: words, at: index) else {
                index += 1
                continue
            }
            found.append(match)
            index = match.words.upperBound
        }
        return found
    }

    private func weight(of key: String) -> Weight? {
        layers.compactMap { $0.weights[key] }.max()
    }

    private func isBeginning(_ key: String) -> Bool {
        layers.contains { $0.beginnings.contains(key) }
    }

    private func match(in words: [FoldedText.Word], at start: Int) -> Match? {
        var key = words[start].text
        guard isBeginning(key) else { return ending(of: words[start], at: start) }
        var found: Match?
        var end = start + 1
        while true {
            if let weight = weight(of: key) {
                found = Match(words: start..<end, weight: weight, key: key)
            }
            guard end < words.count, !words[end].beginsSentence else { return found }
            key += words[end].text
            guard isBeginning(key) else { return found }
            end += 1
        }
    }

    /// A telling name with up to three letters of a case ending, as in "OpenAIn", or in a run of a
    /// script without spaces.
    private func ending(of word: FoldedText.Word, at index: Int) -> Match? {
        let scalars = word.text.unicodeScalars
        if word.isDense { return dense(Array(scalars), at: index) }
        guard scalars.count > 6 else { return nil }
        for cut in 1...3 where scalars.count - cut >= 6 {
            let key = String(scalars.dropLast(cut))
            if let weight = weight(of: key), weight > .ordinary {
                return Match(words: index..<index + 1, weight: weight, key: key)
            }
        }
        return nil
    }

    private func dense(_ scalars: [Unicode.Scalar], at index: Int) -> Match? {
        for start in scalars.indices {
            var key = String(scalars[start])
            var end = start + 1
            while isBeginning(key) {
                if let weight = weight(of: key) {
                    return Match(words: index..<index + 1, weight: weight, key: key)
                }
                guard end < scalars.count else { break }
                key.unicodeScalars.append(scalars[end])
                end += 1
            }
        }
        return nil
    }
}
