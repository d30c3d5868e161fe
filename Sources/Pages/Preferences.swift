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

    /// The choices, with their defaults.
    package init(theme: Theme = .auto, hasShortcuts: Bool = true) {
        self.theme = theme
        self.hasShortcuts = hasShortcuts
    }

    /// Reads the cookie's value; what is not understood stays at its default.
    package init(cookie: String?) {
        let words = (cookie ?? "").split(separator: ".").map(String.init)
        theme = words.lazy.compactMap(Theme.init).first ?? .auto
        hasShortcuts = !words.contains("nokeys")
    }

    /// The cookie's value, of letters and dots.
    package var cookie: String {
        theme.rawValue + (hasShortcuts ? "" : ".nokeys")
    }

    /// Takes over the fields of the form at ``Layout``'s foot: `theme` and `keys`, either alone.
    package mutating func apply(_ fields: [String: String]) {
        theme = fields["theme"].flatMap(Theme.init) ?? theme
        switch fields["keys"] {
        case "on": hasShortcuts = true
        case "off": hasShortcuts = false
        default: break
        }
    }
}
