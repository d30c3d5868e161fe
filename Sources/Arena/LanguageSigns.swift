/// Which language prompts are written in, by script and by common short words.
///
/// 1. Lines inside code fences are left out.
/// 2. The script with most letters decides, a Han, Kana or Hangul letter counting as three, if it
///    has half of them.
/// 3. Kana among one in five letters make Han and Kana Japanese, else they are Chinese; Hangul is
///    Korean.
/// 4. Cyrillic is Russian unless letters of its neighbours stand in it, Arabic letters are Arabic
///    unless Persian or Urdu ones do.
/// 5. In Latin letters each language counts its common words and its own letters; the one with most
///    is named if it has more than every other, of which some are known only to be told apart, and
///    two at least, or in a text of up to six words one word of two letters.
struct LanguageSigns {
    /// The language of prompts together.
    static func language(of prompts: [String]) -> Category {
        let prose = prompts.map { outsideFences($0) }.joined(separator: "\n")
        let counts = letters(of: prose)
        switch mostUsed(counts) {
        case .han, .kana:
            let (han, kana) = (counts[.han] ?? 0, counts[.kana] ?? 0)
            return 5 * kana >= han + kana ? .japanese : .chinese
        case .hangul: return .korean
        case .cyrillic: return isRussian(prose) ? .russian : .unknownLanguage
        case .arabic: return hasPersian(prose) ? .unknownLanguage : .arabic
        case .latin: return latin(prose)
        case .other, nil: return .unknownLanguage
        }
    }

    private static func letters(of text: String) -> [Script: Int] {
        var counts: [Script: Int] = [:]
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            counts[Script(scalar), default: 0] += 1
        }
        return counts
    }

    /// The script that has at least half of all letters; Han and Kana go together.
    private static func mostUsed(_ counts: [Script: Int]) -> Script? {
        let weights: [(Script, Int)] = [
            (.latin, counts[.latin] ?? 0),
            (.han, 3 * (counts[.han] ?? 0) + 3 * (counts[.kana] ?? 0)),
            (.hangul, 3 * (counts[.hangul] ?? 0)), (.cyrillic, counts[.cyrillic] ?? 0),
            (.arabic, counts[.arabic] ?? 0), (.other, counts[.other] ?? 0),
        ]
        let total = weights.reduce(0) { $0 + $1.1 }
        guard let most = weights.max(by: { $0.1 < $1.1 }), total > 0, 2 * most.1 >= total else {
            return nil
        }
        return most.0
    }

    private static func hasPersian(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: persian.contains)
    }

    /// The lines outside code fences.
    private static func outsideFences(_ text: String) -> String {
        guard text.holds("```") || text.holds("~~~") else { return text }
        var isInside = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            let body = line.drop { $0 == " " }
            guard body.hasPrefix("```") || body.hasPrefix("~~~") else { return !isInside }
            isInside.toggle()
            return false
        }.joined(separator: "\n")
    }

    private static func isRussian(_ text: String) -> Bool {
        var (own, hard) = (0, 0)
        for scalar in text.unicodeScalars {
            if neighbours.contains(scalar) { return false }
            if "ыэёЫЭЁ".unicodeScalars.contains(scalar) { own += 1 }
            if scalar == "ъ" || scalar == "Ъ" { hard += 1 }
        }
        return hard <= own
    }

    private static func latin(_ text: String) -> Category {
        let words = PromptWords(text).all
        var scores: [String: Int] = [:]
        var sure: Set<String> = []
        for word in words {
            for language in StopWords.languages[word] ?? [] {
                scores[language, default: 0] += 1
                if word.count > 1 { sure.insert(language) }
            }
        }
        for scalar in text.unicodeScalars {
            if let language = ownLetters[scalar] { scores[language, default: 0] += 1 }
        }
        let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = ranked.first, first.value > (ranked.dropFirst().first?.value ?? 0),
            first.value > 1 || words.count <= 6 && sure.contains(first.key)
        else { return .unknownLanguage }
        return Category(rawValue: "language-" + first.key) ?? .unknownLanguage
    }

    private static let neighbours = Set("іїєґўђћљњџјѓќѕІЇЄҐЎЂЋЉЊЏЈЃЌЅ".unicodeScalars)
    private static let persian = Set("پچژگکیےٹڈڑںہھ".unicodeScalars)
    private static let ownLetters: [Unicode.Scalar: String] = [
        "ñ": "es", "¿": "es", "¡": "es", "ß": "de", "ã": "pt", "õ": "pt", "œ": "fr", "ł": "pl",
        "ą": "pl", "ę": "pl", "ı": "tr", "ğ": "tr", "ş": "tr", "å": "sv", "ø": "da", "ă": "ro",
        "ț": "ro", "ř": "cs", "ě": "cs", "ů": "cs", "ư": "vi", "ơ": "vi", "đ": "vi", "ő": "hu",
    ]
}
