/// What a prompt is near others by: the smallest hashes of its pairs of neighbouring words, case,
/// accents, marks and numbers aside (bottom-k; Broder 1997, Cohen and Kaplan 2007).
///
/// Short prompts have none: too many people send the same few words.
package struct PromptSketch: Equatable, Sendable {
    /// The fewest words of a prompt with a sketch.
    package static let leastWords = 10
    /// The most hashes kept.
    package static let size = 128
    /// How many of them prompts are looked up by.
    package static let markCount = 16
    /// The share of common pairs from which on two prompts are one.
    package static let likeness = 0.45

    /// The hashes, rising.
    package let hashes: [UInt64]

    /// The sketch of a prompt; `nil` for one of fewer than ``leastWords`` words.
    package init?(_ prompt: Prompt) {
        let words = FoldedText(prompt.text).words.map { word in
            String(word.text.map { $0.isNumber ? "0" : $0 })
        }
        guard words.count >= Self.leastWords else { return nil }
        let pairs = zip([""] + words, words + [""]).map { "\($0) \($1)" }
        hashes = Array(Set(pairs.map(Self.hash)).sorted().prefix(Self.size))
    }

    /// A sketch as it was stored; `nil` unless its hashes rise.
    package init?(_ hashes: [UInt64]) {
        guard !hashes.isEmpty, zip(hashes, hashes.dropFirst()).allSatisfy(<) else { return nil }
        self.hashes = hashes
    }

    /// The hashes that it is looked up by.
    package var marks: ArraySlice<UInt64> { hashes.prefix(Self.markCount) }

    /// The share of pairs of words that both have, of those that either has; exact while both have
    /// at most ``size`` different ones.
    package func likeness(to other: PromptSketch) -> Double {
        let (own, others) = (Set(hashes), Set(other.hashes))
        let union = own.union(others).sorted().prefix(Self.size)
        return Double(union.filter { own.contains($0) && others.contains($0) }.count)
            / Double(union.count)
    }

    /// Whether two prompts are one but for a few words.
    package func isNear(_ other: PromptSketch) -> Bool { likeness(to: other) >= Self.likeness }

    /// FNV-1a, its bits mixed as SplitMix64 does.
    private static func hash(_ text: String) -> UInt64 {
        var hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
        return hash ^ hash >> 31
    }
}
