import Assets
import Phrases

/// What other sites show beside a link to a page (OpenGraph).
package struct SocialPreview: Equatable, Sendable {
    private let title: String
    private let summary: String
    private let address: String?

    /// A preview of a page that has one of its own.
    init(title: String, summary: String, address: String) {
        self.title = title
        self.summary = summary
        self.address = address
    }

    /// What is shown of every other page: it says nothing of a battle.
    private init(in say: Phrasebook) {
        title = "Blind Arena"
        summary = say.text(
            "Compare language models by blind votes: two answers, no names, your choice.")
        address = nil
    }

    /// The lines of the head; the picture is the same for all. Search engines are told what a page
    /// with a preview of its own is about.
    static func markup(of preview: SocialPreview?, in context: PageContext) -> HTML {
        let shown = preview ?? SocialPreview(in: context.say)
        let picture = context.say.text("Blind Arena: two answers side by side, no names")
        return """
            \(preview.map { "<meta name=\"description\" content=\"\($0.summary)\">" })
            <meta property="og:site_name" content="Blind Arena">
            <meta property="og:title" content="\(shown.title)">
            <meta property="og:description" content="\(shown.summary)">
            <meta property="og:type" content="website">
            \(shown.address.map { "<meta property=\"og:url\" content=\"\($0)\">" })
            <meta property="og:image" content="\(context.origin)\(Asset.preview.path)">
            <meta property="og:image:width" content="1200">
            <meta property="og:image:height" content="630">
            <meta property="og:image:alt" content="\(picture)">
            <meta name="twitter:card" content="summary_large_image">
            """
    }
}
