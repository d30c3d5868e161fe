/// Words of a text as a search compares them.
enum Words {
    /// Words that say nothing about what is asked.
    private static let idle: Set<String> = [
        "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by",
        "can", "could", "describe", "did", "do", "does", "explain", "for", "from", "get", "give",
        "got", "had", "has",
        "have", "he", "here", "how", "i", "if", "in", "into", "is", "it", "its", "just", "know",
        "let", "like", "may", "me", "mean", "might", "more", "my", "need", "no", "not", "of", "on",
        "one", "or", "our", "out", "please", "s", "say", "shall", "she", "should", "so", "some",
        "t", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they",
        "thing", "this", "those", "to", "too", "two", "up", "us", "use", "very", "want", "was",
        "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with",
        "work", "would", "you", "your",
    ]

    /// The words of a text in order: lower case, without endings, without idle words.
    static func terms(of text: String) -> [String] {
        split(text).filter { !idle.contains($0) }.map(stem)
    }

    /// All words of a text in order, idle ones included: lower case, without endings.
    static func all(in text: String) -> [String] {
        split(text).map(stem)
    }

    /// Runs of letters and digits, and the sign ±, in lower case.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "±" { words.append("±") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A word without the commonest English endings, so that "computed" finds "compute".
    private static func stem(_ word: String) -> String {
        guard word.count > 3 else { return word }
        var root = word
        let endings = ["ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly"]
        for ending in endings where root.hasSuffix(ending) && root.count - ending.count >= 3 {
            if ending == "s", root.hasSuffix("ss") { continue }
            root.removeLast(ending.count)
            break
        }
        if root.count > 3, let last = root.last, last == "e" || last == "y" { root.removeLast() }
        if root.count > 3, let last = root.last, root.dropLast().last == last, last != "s" {
            root.removeLast()
        }
        return root
    }
}
