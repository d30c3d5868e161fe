import Arena
import Hummingbird
import Pages

/// The pages that belong to no battle.
struct PageRoutes: Sendable {
    let frame: PageFrame
    let cookie: VoterCookie

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("/", use: front)
        router.get("choose", use: chooseModels)
        router.post("prefs", use: choose)
    }

    /// A visitor becomes a voter here, so that the form below can be tied to this browser.
    private func front(_ request: Request, context: ArenaContext) async throws -> Response {
        await frame.respondAsVoter(PromptPage(), cookie: cookie, to: request, context: context)
    }

    /// The same, with a list of who may be chosen: the first page names nobody.
    private func chooseModels(
        _ request: Request, context: ArenaContext
    ) async throws -> Response {
        let page = PromptPage(choices: frame.choices)
        return await frame.respondAsVoter(page, cookie: cookie, to: request, context: context)
    }

    private func choose(_ request: Request, context: ArenaContext) async throws -> Response {
        let fields = try await request.form(upTo: 4096)
        var preferences = frame.preferences(of: request)
        preferences.apply(fields)
        var response = Response.seeOther(Self.ownPath(fields["back"]))
        response.setCookie(
            Cookie(
                name: Preferences.cookieName, value: preferences.cookie, maxAge: 400 * 86_400,
                path: "/", httpOnly: true, sameSite: .lax))
        return response
    }

    /// A path of this site, whatever was asked for.
    private static func ownPath(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return path
    }
}
