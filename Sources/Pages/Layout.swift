import Assets
import Foundation

/// The frame around every page: head, navigation, practice banner, foot.
struct Layout {
    let context: PageContext

    /// The document of a page.
    func document(of page: some Page) -> HTML {
        """
        <!DOCTYPE html>
        \(Self.root(of: context.preferences))
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\("Practice · ", when: context.isPractice)\(page.title) · Blind Arena</title>
        <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">
        <link rel="stylesheet" href="\(Self.stylesheet)">
        <script src="\(Asset.script.path)" defer></script>
        \(page.head)
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        \(header)
        \(PracticeBanner.markup, when: context.isPractice)
        <main id="main">
        \(page.main(in: context))
        </main>
        \(footer)
        \(KeyList.markup)
        <p id="say" role="status" class="sr-only"></p>
        </body>
        </html>

        """
    }

    /// Where the style sheet is.
    static var stylesheet: String { Asset.stylesheet.path }

    /// Where the style sheet of pages about models is.
    static var factsStylesheet: String { Asset.factsStylesheet.path }

    /// The opening tag of a document, with the visitor's choices where style and script find them.
    static func root(of preferences: Preferences) -> HTML {
        let theme = preferences.theme
        return """
            <html lang="en"\(" data-theme=\"\(theme.rawValue)\"", when: theme != .auto)\
            \(" data-keys=\"off\"", when: !preferences.hasShortcuts)>
            """
    }

    private var header: HTML {
        """
        <header class="top">
        <a class="brand" href="/">\(Symbol.logo)<span>Blind Arena</span></a>
        <nav aria-label="Main">
        \(link("/", "Battle"))
        \(link("/leaderboard", "Leaderboard"))
        \(link("/compare", "Compare"))
        \(link("/models", "Models"))
        </nav>
        </header>
        """
    }

    private func link(_ path: String, _ words: String) -> HTML {
        let isHere =
            context.path == path || (path == "/" && context.path.hasPrefix("/b/"))
            || (path != "/" && context.path.hasPrefix(path + "/"))
        return "<a href=\"\(path)\"\(" aria-current=\"page\"", when: isHere)>\(words)</a>"
    }

    private var footer: HTML {
        """
        <footer class="foot">
        <nav aria-label="About">
        <a href="/methodology">How ratings work</a>
        <a href="/privacy">Privacy</a>
        </nav>
        \(themeForm)
        <p class="fine">Version \(context.version)\(stamp)</p>
        </footer>
        """
    }

    private var stamp: HTML {
        guard let stamp = context.stamp else { return " · no ratings yet" }
        return " · ratings as of \(stamp.asOf.markup) (snapshot \(stamp.id))"
    }

    private var themeForm: HTML {
        let chosen = context.preferences
        return """
            <form class="prefs" method="post" action="/prefs">
            \(context.tokenField)
            <input type="hidden" name="back" value="\(context.path)">
            <span role="group" aria-label="Colours">
            \(Preferences.Theme.allCases.map { theme in
                """
                <button name="theme" value="\(theme.rawValue)" \
                aria-pressed="\(theme == chosen.theme ? "true" : "false")">\(theme.words)</button>
                """
            })
            </span>
            <button class="keys" name="keys" value="\(chosen.hasShortcuts ? "off" : "on")">\
            Keyboard shortcuts: \(chosen.hasShortcuts ? "on" : "off")</button>
            </form>
            """
    }
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
