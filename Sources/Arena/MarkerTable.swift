/// What a word may be a sign of, where a writer speaks of itself.
struct Markers: OptionSet, Sendable {
    let rawValue: UInt16

    static let identity = Markers(rawValue: 1)
    static let label = Markers(rawValue: 2)
    static let origin = Markers(rawValue: 4)
    static let person = Markers(rawValue: 8)
    static let kind = Markers(rawValue: 16)
    static let making = Markers(rawValue: 32)
    static let role = Markers(rawValue: 64)
    static let denial = Markers(rawValue: 128)
    static let first = Markers(rawValue: 256)
    static let help = Markers(rawValue: 512)
    static let filler = Markers(rawValue: 1024)
    static let name = Markers(rawValue: 2048)
    static let tellingName = Markers(rawValue: 4096)
}

/// The phrases of ``SelfReference``, laid out to be found in one walk over a text.
struct MarkerTable: Sendable {
    private struct Phrase {
        var words: [String]
        var isStem: Bool
        var marker: Markers
    }

    private var phrases: [String: [Phrase]] = [:]
    private var stems: [String: [Phrase]] = [:]
    private var inside: [Unicode.Scalar: [(scalars: [Unicode.Scalar], marker: Markers)]] = [:]

    /// The table of all languages.
    static let all = MarkerTable()

    private init() {
        let lists: [([String], Markers)] = [
            (SelfReference.identity, .identity), (SelfReference.label, .label),
            (SelfReference.origin, .origin), (SelfReference.person, .person),
            (SelfReference.kinds, .kind), (SelfReference.making, .making),
            (SelfReference.role, .role), (SelfReference.denial, .denial),
            (SelfReference.first, .first), (SelfReference.help, .help),
            (SelfReference.filler, .filler),
        ]
        for (list, marker) in lists {
            for phrase in list { add(phrase, marker) }
        }
    }

    private mutating func add(_ phrase: String, _ marker: Markers) {
        let words = Self.folded(phrase)
        guard let first = words.first else { return }
        if phrase.hasPrefix("~") {
            let scalars = Array(words.joined().unicodeScalars)
            inside[scalars[0], default: []].append((scalars, marker))
        } else if phrase.hasSuffix("*"), words.count == 1 {
            stems[Self.key(first), default: []]
                .append(Phrase(words: words, isStem: true, marker: marker))
        } else {
            phrases[first, default: []]
                .append(Phrase(words: words, isStem: phrase.hasSuffix("*"), marker: marker))
        }
    }

    /// A phrase as words. A stem of look-alike letters alone would be taken for Latin, which its
    /// whole words are not: it is folded with a letter after it that looks like no other.
    private static func folded(_ phrase: String) -> [String] {
        guard phrase.hasSuffix("*") else { return FoldedText(phrase).words.map(\.text) }
        var words = FoldedText(phrase.dropLast() + "ж").words.map(\.text)
        words[words.count - 1].removeLast()
        return words
    }

    /// What each word of a text is a sign of; a phrase's sign stands at its last word.
    ///
    /// Complexity: linear in the text.
    func markers(of words: [FoldedText.Word]) -> [Markers] {
        var markers = [Markers](repeating: [], count: words.count)
        for (index, word) in words.enumerated() {
            for phrase in phrases[word.text] ?? [] {
                guard let end = match(phrase, in: words, at: index) else { continue }
                markers[end].insert(phrase.marker)
            }
            for phrase in stems[Self.key(word.text)] ?? []
            where word.text.hasPrefix(phrase.words[0]) {
                markers[index].insert(phrase.marker)
            }
            if word.isDense { markers[index].formUnion(marker(inside: word.text)) }
        }
        return markers
    }

    private func match(
        _ phrase: Phrase, in words: [FoldedText.Word], at index: Int
    ) -> Int? {
        let end = index + phrase.words.count
        guard end <= words.count else { return nil }
        for (offset, wanted) in phrase.words.enumerated().dropFirst() {
            let word = words[index + offset]
            let isLast = offset == phrase.words.count - 1
            guard word.text == wanted || (isLast && phrase.isStem && word.text.hasPrefix(wanted))
            else { return nil }
        }
        return end - 1
    }

    private func marker(inside word: String) -> Markers {
        let scalars = Array(word.unicodeScalars)
        var found: Markers = []
        for index in scalars.indices {
            for entry in inside[scalars[index]] ?? []
            where scalars[index...].starts(with: entry.scalars) {
                found.insert(entry.marker)
            }
        }
        return found
    }

    private static func key(_ word: String) -> String { String(word.unicodeScalars.prefix(3)) }
}
