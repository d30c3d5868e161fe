import Assets
import Foundation
import Phrases

/// The frame around every page: head, navigation, practice banner, foot.
struct Layout {
    let context: PageContext

    /// The document of a page.
    func document(of page: some Page) -> HTML {
        """
        <!DOCTYPE html>
        \(Self.root(in: context))
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(practice, when: context.isPractice)\(page.title(in: context)) · Blind Arena</title>
        <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">
        <link rel="stylesheet" href="\(Self.stylesheet)">
        <script src="\(Asset.script.path)" defer></script>
        \(SocialPreview.markup(of: page.preview(in: context), in: context))
        \(page.head)
        </head>
        <body>
        <a class="skip" href="#main">\(context.say("Skip to content"))</a>
        \(header)
        \(PracticeBanner.markup(in: context), when: context.isPractice)
        \(AccessBanner.markup(in: context), when: !context.canVote)
        <main id="main">
        \(page.main(in: context))
        </main>
        \(footer)
        \(KeyList.markup(in: context))
        \(ScriptWords.markup(in: context))
        </body>
        </html>

        """
    }

    /// Where the style sheet is.
    static var stylesheet: String { Asset.stylesheet.path }

    /// The link to what pages with answers need besides.
    static var replyStylesheet: HTML {
        "<link rel=\"stylesheet\" href=\"\(Asset.replyStylesheet.path)\">"
    }

    /// Where the style sheet of pages about models is.
    static var factsStylesheet: String { Asset.factsStylesheet.path }

    /// Where the style sheet of the leaderboard is.
    static var boardStylesheet: String { Asset.boardStylesheet.path }
    /// Where the style sheet of text pages and of a visitor's own is.
    static var textStylesheet: String { Asset.textStylesheet.path }
    /// Where the style sheet of the admin side is.
    static var adminStylesheet: String { Asset.adminStylesheet.path }

    /// The opening tag of a document, with the visitor's choices where style and script find them.
    static func root(in context: PageContext) -> HTML {
        let (theme, language) = (context.preferences.theme, context.say.language)
        return """
            <html lang="\(language.code)"\(" dir=\"rtl\"", when: language.direction == .rtl)\
            \(" data-theme=\"\(theme.rawValue)\"", when: theme != .auto)\
            \(" data-keys=\"off\"", when: !context.preferences.hasShortcuts)>
            """
    }

    private var practice: HTML { "\(context.say("Practice")) · " }

    private var header: HTML {
        """
        <header class="top">
        <a class="brand" href="/">\(Symbol.logo)<span>Blind Arena</span></a>
        <nav aria-label="\(context.say.text("Main"))">
        \(link("/", "Battle"))
        \(link("/leaderboard", "Leaderboard"))
        \(link("/compare", "Compare"))
        \(link("/models", "Models"))
        \(link("/me", "My votes"))
        </nav>
        </header>
        """
    }

    private func link(_ path: String, _ words: String) -> HTML {
        let isHere =
            context.path == path || (path == "/" && context.path.hasPrefix("/b/"))
            || (path != "/" && context.path.hasPrefix(path + "/"))
        return
            "<a href=\"\(path)\"\(" aria-current=\"page\"", when: isHere)>\(context.say(words))</a>"
    }

    private var footer: HTML {
        """
        <footer class="foot">
        <nav aria-label="\(context.say.text("About"))">
        \(Self.about.map { "<a href=\"\($0)\">\(context.say($1))</a>" })
        </nav>
        \(PreferenceForm(context: context).markup)
        <p class="fine">\(context.say("Version {version}", ["version": "\(context.version)"]))\
        \(stamp)</p>
        </footer>
        """
    }

    /// Text pages, and what each is called.
    private static let about = [
        ("/methodology", "How ratings work"), ("/registry", "Registry"), ("/data", "Data"),
        ("/api", "API"), ("/feed.atom", "News feed"), ("/accessibility", "Accessibility"),
        ("/privacy", "Privacy"),
    ]

    private var stamp: HTML {
        guard let stamp = context.stamp else { return " · \(context.say("no ratings yet"))" }
        let words = context.say(
            "ratings as of {time} (snapshot {id})",
            ["time": stamp.asOf.markup, "id": "\(stamp.id)"])
        return " · \(words)"
    }
}
