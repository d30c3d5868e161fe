/// English made to look foreign, for tests of the layout: longer words with accents, or the other
/// direction. Markup and the names of parts stay as they are.
enum Disguise: Sendable, Equatable {
    /// Accents and a third more letters.
    case accented
    /// As it is; only the direction differs.
    case mirrored

    /// The phrase in disguise.
    func text(of english: String) -> String {
        guard self == .accented else { return english }
        var changed = "["
        var depth = 0
        var letters = 0
        for letter in english {
            if letter == "<" || letter == "{" || letter == "&" { depth += 1 }
            changed.append(depth == 0 ? Self.accents[letter] ?? letter : letter)
            if depth == 0 { letters += 1 }
            if letter == ">" || letter == "}" || (letter == ";" && depth > 0) {
                depth = max(0, depth - 1)
            }
        }
        return changed + String(repeating: "·", count: letters / 3) + "]"
    }

    private static let accents: [Character: Character] = [
        "a": "á", "c": "ç", "e": "é", "i": "î", "n": "ñ", "o": "ö", "s": "š", "u": "ü", "y": "ý",
        "A": "Å", "C": "Ç", "E": "É", "I": "Î", "N": "Ñ", "O": "Ö", "S": "Š", "U": "Ü",
    ]
}
