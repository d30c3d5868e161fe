/// A file of the pages, embedded in the program.
///
/// Its path holds a digest of its bytes, so that it can be cached for ever and a new version is
/// always fetched.
package struct Asset: Sendable {
    /// Where it is served: `/assets/arena-0123456789abcdef.css`.
    package let path: String
    /// Its media type.
    package let contentType: String
    /// Its bytes.
    package let bytes: [UInt8]

    private init(_ name: String, _ suffix: String, _ contentType: String, _ bytes: [UInt8]) {
        path = "/assets/\(name)-\(Self.digest(of: bytes)).\(suffix)"
        self.contentType = contentType
        self.bytes = bytes
    }

    /// The style sheet.
    package static let stylesheet = Asset(
        "arena", "css", "text/css; charset=utf-8", PackageResources.arena_css)
    /// What pages about models need besides.
    package static let factsStylesheet = Asset(
        "facts", "css", "text/css; charset=utf-8", PackageResources.facts_css)
    /// What the leaderboard needs besides both.
    package static let boardStylesheet = Asset(
        "board", "css", "text/css; charset=utf-8", PackageResources.board_css)
    /// What text pages and a visitor's own need besides.
    package static let textStylesheet = Asset(
        "text", "css", "text/css; charset=utf-8", PackageResources.text_css)
    /// What pages with answers need besides.
    package static let replyStylesheet = Asset(
        "reply", "css", "text/css; charset=utf-8", PackageResources.reply_css)
    /// What the admin side needs besides.
    package static let adminStylesheet = Asset(
        "admin", "css", "text/css; charset=utf-8", PackageResources.admin_css)
    /// The script.
    package static let script = Asset(
        "arena", "js", "text/javascript; charset=utf-8", PackageResources.arena_js)
    /// The script that does the work of a vote, where one is asked for.
    package static let workScript = Asset(
        "work", "js", "text/javascript; charset=utf-8", PackageResources.work_js)
    /// The picture in the browser's tab.
    package static let icon = Asset("favicon", "svg", "image/svg+xml", PackageResources.favicon_svg)

    /// The picture that other sites show beside a link; drawn from `Scripts/preview.svg` by
    /// `Scripts/preview`.
    package static let preview = Asset("preview", "png", "image/png", PackageResources.preview_png)
    /// The icon for programs that ask for `/favicon.ico`; made by `Scripts/preview`.
    package static let oldIcon = PackageResources.favicon_ico

    /// All of them.
    package static let all = [
        stylesheet, factsStylesheet, boardStylesheet, replyStylesheet, textStylesheet,
        adminStylesheet, script, workScript, icon, preview,
    ]

    /// FNV-1a, 64 bits, in hexadecimal: tells versions apart, guards against nothing.
    static func digest(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
