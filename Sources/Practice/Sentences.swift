/// Sentences of running text.
enum Sentences {
    /// The sentences of a paragraph, in order: one ends at `.`, `?`, `!` or `:` followed by a blank
    /// and no lower-case letter.
    static func split(_ paragraph: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        let words = paragraph.split(separator: " ")
        for (place, word) in words.enumerated() {
            current += current.isEmpty ? String(word) : " " + word
            guard let last = word.last, ".?!".contains(last), place + 1 < words.count else {
                continue
            }
            if words[place + 1].first?.isLowercase == true { continue }
            sentences.append(current)
            current = ""
        }
        if !current.isEmpty { sentences.append(current) }
        return sentences
    }
}
