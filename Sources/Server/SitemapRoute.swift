import Catalogue
import Evidence
import HTTPTypes
import Hummingbird
import NIOCore

/// `/sitemap.xml`: the pages worth finding, those that have data.
struct SitemapRoute: Sendable {
    let frame: PageFrame
    let desk: FactDesk

    /// The most addresses of one sitemap, as the protocol has it.
    private static let limit = 50_000

    /// Adds the route at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("sitemap.xml") { request, _ in
            let origin = frame.origin(of: request)
            let models = desk.names.map { "/models/" + $0.slug }
            let pairs = await desk.pairs.worthFinding.map { "/compare/" + $0 }
            let paths = [
                "/", "/leaderboard", "/compare", "/models", "/methodology", "/registry", "/data",
                "/api",
                "/accessibility", "/privacy",
            ]
            let lines = (paths + models + pairs).prefix(Self.limit).map {
                "<url><loc>\(Self.escaped(origin + $0))</loc></url>"
            }
            let text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                \(lines.joined(separator: "\n"))
                </urlset>

                """
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/xml; charset=utf-8",
                    .cacheControl: "public, max-age=900",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
