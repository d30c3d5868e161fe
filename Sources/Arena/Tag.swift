/// A category of the operator's own: battles whose prompts hold one of his words.
package struct Tag: Sendable, Equatable {
    /// What the word of a tag's category begins with.
    static let prefix = "tag-"
    /// Letters of a name.
    private static let longestName = 32

    /// Small letters, digits and dashes.
    package let name: String
    /// Words, or several words that follow each other; case, accents and width make no difference.
    package let words: [String]
    private let sequences: [[String]]

    /// A tag; `nil` for a name of other letters or over 32 of them, or without a word.
    package init?(_ name: String, words: [String]) {
        let sequences = words.map { FoldedText($0).words.map(\.text) }
        guard Self.isName(name), !words.isEmpty, sequences.allSatisfy({ !$0.isEmpty }) else {
            return nil
        }
        self.name = name
        self.words = words
        self.sequences = sequences
    }

    /// Its category.
    package var category: Category { Category(self) }

    /// Whether one of the prompts holds one of the words; of each the first
    /// ``Category/lookedAt`` Unicode scalars are looked at.
    package func applies(to prompts: [String]) -> Bool {
        prompts.contains { prompt in
            let beginning = String(prompt.unicodeScalars.prefix(Category.lookedAt))
            let found = FoldedText(beginning).words.map(\.text)
            return sequences.contains { Self.holds(found, $0) }
        }
    }

    private static func holds(_ words: [String], _ wanted: [String]) -> Bool {
        guard words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            words[start] == wanted[0] && words[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    /// The tag's name in the word of its category; `nil` for another category.
    static func name(ofCategory word: String) -> String? {
        guard word.hasPrefix(prefix) else { return nil }
        let name = String(word.dropFirst(prefix.count))
        return isName(name) ? name : nil
    }

    private static func isName(_ name: String) -> Bool {
        let letters = name.utf8
        return (1...longestName).contains(letters.count)
            && letters.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }
}
