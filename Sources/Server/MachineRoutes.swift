import Arena
import Assets
import Catalogue
import Charts
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What programs read: icon, robots, security contact, a map for language models, badges.
struct MachineRoutes: Sendable {
    let frame: PageFrame
    let desk: FactDesk

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("favicon.ico") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "image/x-icon", .cacheControl: "public, max-age=86400"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: Asset.oldIcon)))
        }
        router.get("robots.txt") { request, _ in
            Self.plain(
                """
                User-agent: *
                Disallow: /b/
                Disallow: /me
                Disallow: /admin

                Sitemap: \(frame.origin(of: request))/sitemap.xml

                """)
        }
        router.get(".well-known/security.txt") { request, _ in
            let origin = frame.origin(of: request)
            let expiry = Date(timeIntervalSinceNow: 180 * 86_400).formatted(.iso8601)
            return Self.plain(
                """
                Contact: \(origin)/privacy
                Expires: \(expiry)
                Canonical: \(origin)/.well-known/security.txt
                Preferred-Languages: en

                """)
        }
        router.get("llms.txt") { request, _ in
            Self.plain(SiteMap(origin: frame.origin(of: request)).text)
        }
        router.get("badge/{file}", use: badge)
    }

    private func badge(_ request: Request, context: ArenaContext) async throws -> Response {
        let file = try context.parameters.require("file")
        guard file.hasSuffix(".svg") else { throw HTTPError(.notFound) }
        let slug = String(file.dropLast(4))
        let ids = Set(desk.directory.contenders(of: slug).map(\.text) + [slug])
        let snapshot = await frame.parts.ratings.published(of: frame.parts.roster.pool)?.snapshot
        let row = snapshot?.rows.first { ids.contains($0.contender.text) }
        guard row != nil || desk.directory.catalogue.models[slug] != nil else {
            throw HTTPError(.notFound)
        }
        let words = Self.words(
            for: row, of: snapshot, name: row?.name ?? desk.directory.catalogue.models[slug]?.name,
            minimumVotes: frame.parts.minimumVotes)
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/svg+xml", .cacheControl: "public, max-age=900",
                .contentSecurityPolicy:
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: Badge(label: "arena", words: words).svg)))
    }

    private static func words(
        for row: Standing?, of snapshot: Snapshot?, name: String?, minimumVotes: Int
    ) -> String {
        let short = TextWidth.shortened(name ?? "", toFit: 220, size: 11)
        guard let row, let snapshot, row.votes >= minimumVotes, !row.isProvisional else {
            return "\(short) · \(row?.votes ?? 0) of \(minimumVotes) votes"
        }
        let rated = snapshot.rows.count { $0.component == row.component }
        let half = Int(((row.high - row.low) / 2).rounded())
        let rank =
            row.rankLow == row.rankHigh ? "\(row.rankLow)" : "\(row.rankLow)–\(row.rankHigh)"
        return "\(short) \(Int(row.rating.rounded())) ±\(half) · rank \(rank) of \(rated)"
    }

    private static func plain(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// `/llms.txt`: where a language model finds what, in Markdown.
private struct SiteMap {
    let origin: String

    var text: String {
        """
        # Blind Arena

        > An arena for blind pairwise votes on language models: a visitor's prompt goes to two \
        models, their answers are judged without names, and ratings with intervals are fitted to \
        all votes.

        ## Ratings and models

        - [Leaderboard](\(origin)/api/v1/leaderboard): all ratings with intervals, as JSON
        - [Models](\(origin)/models): every model; put .md or .json behind the address of one
        - [Compare](\(origin)/compare): every pair; put .md or .json behind the address of one
        - [News](\(origin)/feed.json): what changed, day by day

        ## How it works

        - [How ratings work](\(origin)/methodology): battles, fit, intervals, places
        - [Data](\(origin)/data.md): exports and their columns
        - [API](\(origin)/api.md): every route; [OpenAPI](\(origin)/openapi.json)
        - [Privacy](\(origin)/privacy.md): what is kept
        - [Accessibility](\(origin)/accessibility.md)

        """
    }
}
