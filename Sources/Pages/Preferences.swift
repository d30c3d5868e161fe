/// What a visitor has chosen about the pages themselves; kept in a cookie.
package struct Preferences: Equatable, Sendable {
    /// Which colours are shown.
    package enum Theme: String, CaseIterable, Sendable {
        /// As the system says.
        case auto
        /// Dark on light.
        case light
        /// Light on dark.
        case dark
    }

    /// The cookie's name.
    package static let cookieName = "arena_prefs"

    /// Colours.
    package var theme: Theme
    /// Whether single letters vote.
    package var hasShortcuts: Bool
    /// Whether answers are shown as plain text, on both sides.
    package var isPlain = false
    /// Whether complete answers are read out by sentence to whoever uses a screen reader.
    package var readsAloud = false
    /// The code of the language chosen; `nil` for what the browser asks for.
    package var language: String?

    /// The choices, with their defaults.
    package init(theme: Theme = .auto, hasShortcuts: Bool = true, language: String? = nil) {
        self.theme = theme
        self.hasShortcuts = hasShortcuts
        self.language = language
    }

    /// Reads the cookie's value; what is not understood stays at its default.
    package init(cookie: String?) {
        let words = (cookie ?? "").split(separator: ".").map(String.init)
        theme = words.lazy.compactMap(Theme.init).first ?? .auto
        hasShortcuts = !words.contains("nokeys")
        isPlain = words.contains("plain")
        readsAloud = words.contains("aloud")
        language = words.lazy.compactMap(Self.language(in:)).first
    }

    /// The cookie's value, of letters and dots.
    package var cookie: String {
        theme.rawValue + (hasShortcuts ? "" : ".nokeys") + (isPlain ? ".plain" : "")
            + (readsAloud ? ".aloud" : "") + (language.map { ".lang-" + $0 } ?? "")
    }

    private static func choice(_ word: String?) -> Bool? {
        ["on": true, "off": false][word ?? ""]
    }

    /// The code in a word of the cookie, as `lang-fr`.
    private static func language(in word: String) -> String? {
        guard word.hasPrefix("lang-") else { return nil }
        return code(String(word.dropFirst(5)))
    }

    /// A language code of up to 12 ASCII letters, digits and dashes; `nil` for anything else.
    private static func code(_ text: String) -> String? {
        let isCode = text.allSatisfy { sign in
            sign.isASCII && (sign == "-" || sign.isLetter || sign.isWholeNumber)
        }
        return isCode && (2...12).contains(text.utf8.count) ? text : nil
    }

    /// Takes over the fields of the form at ``Layout``'s foot: `theme`, `keys`, `plain`,
    /// `aloud` and `lang`, each alone.
    package mutating func apply(_ fields: [String: String]) {
        theme = fields["theme"].flatMap(Theme.init) ?? theme
        hasShortcuts = Self.choice(fields["keys"]) ?? hasShortcuts
        isPlain = Self.choice(fields["plain"]) ?? isPlain
        readsAloud = Self.choice(fields["aloud"]) ?? readsAloud
        language = fields["lang"].flatMap(Self.code) ?? language
    }
}
