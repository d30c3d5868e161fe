/// The words of a text as the rules of categories read them: lower case, split wherever something
/// stands that is no letter, and between scripts, so that `用Python写` has three.
struct PromptWords {
    /// The words in order.
    let all: [String]

    init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var script: Script?
        let end = {
            if !word.isEmpty { words.append(String(word).lowercased()) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            let isMark = properties.canonicalCombiningClass != .notReordered
            if isMark, !word.isEmpty {
                word.append(scalar)
            } else if properties.isAlphabetic {
                let own = Script(scalar)
                if own != script { end() }
                script = own
                word.append(scalar)
            } else {
                end()
            }
        }
        end()
        all = words
    }

    /// Whether one of the words stands in a list.
    func have(_ list: Set<String>) -> Bool { all.contains(where: list.contains) }
}

/// The scripts that the rules tell apart.
enum Script: Equatable {
    case latin, han, kana, hangul, cyrillic, arabic, other

    /// The script of a letter, by the blocks of Unicode.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
            self = .arabic
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
        default: self = .other
        }
    }
}
