import Crypto

extension Prompt {
    /// 32 hexadecimal digits that are equal for prompts that differ only in case, accents, marks,
    /// blank space and numbers: SHA-256 of the folded words, cut to 128 bits.
    package var digest: String {
        let words = FoldedText(text).words.map { word in
            String(word.text.map { $0.isNumber ? "0" : $0 })
        }
        let joined = words.isEmpty ? text : words.joined(separator: " ")
        return RandomText.hex(SHA256.hash(data: Array(joined.utf8)).prefix(16))
    }
}
