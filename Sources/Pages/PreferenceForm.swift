import Phrases

/// The form at the foot: colours, language, keys. Works without script.
struct PreferenceForm {
    let context: PageContext

    var markup: HTML {
        """
        <form class="prefs" method="post" action="/prefs">
        \(context.tokenField)
        <input type="hidden" name="back" value="\(context.path)">
        <span role="group" aria-label="\(context.say.text("Colours"))">
        \(Preferences.Theme.allCases.map(button))
        </span>
        \(languages, when: context.languages.count > 1)
        \(switches)
        </form>
        """
    }

    private func button(_ theme: Preferences.Theme) -> HTML {
        """
        <button name="theme" value="\(theme.rawValue)" \
        aria-pressed="\(pressed(theme == context.preferences.theme))">\
        \(context.say(theme.words))</button>
        """
    }

    private var languages: HTML {
        """
        <span role="group" aria-label="\(context.say.text("Language"))">
        \(context.languages.map { language in
            """
            <button name="lang" value="\(language.code)" lang="\(language.code)" \
            aria-pressed="\(pressed(language == context.say.language))">\(language.name)</button>
            """
        })
        </span>
        """
    }

    private var switches: HTML {
        let chosen = context.preferences
        return """
            \(toggle("keys", chosen.hasShortcuts, "Keyboard shortcuts: on", "Keyboard shortcuts: off"))
            \(toggle("plain", chosen.isPlain, "Plain text: on", "Plain text: off"))
            \(toggle("aloud", chosen.readsAloud, "Answers read out: on", "Answers read out: off"))
            """
    }

    private func toggle(_ name: String, _ isOn: Bool, _ on: String, _ off: String) -> HTML {
        """
        <button class="keys" name="\(name)" value="\(isOn ? "off" : "on")">\
        \(context.say(isOn ? on : off))</button>
        """
    }

    private func pressed(_ isPressed: Bool) -> String { isPressed ? "true" : "false" }
}

extension Preferences.Theme {
    fileprivate var words: String {
        switch self {
        case .auto: "Auto"
        case .light: "Light"
        case .dark: "Dark"
        }
    }
}
