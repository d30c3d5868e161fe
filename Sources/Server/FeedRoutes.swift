import Arena
import Comparisons
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The news as feeds: `/feed.atom` (RFC 4287) and `/feed.json` (JSON Feed 1.1).
struct FeedRoutes: Sendable {
    let frame: PageFrame
    let desk: FactDesk
    let news: NewsService

    /// The most items of a feed.
    private static let limit = 100

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("feed.atom") { request, _ in
            Self.response(
                AtomFeed(items: try await items(request), origin: frame.origin(of: request)).text,
                "application/atom+xml; charset=utf-8")
        }
        router.get("feed.json") { request, _ in
            let feed = JSONFeed(items: try await items(request), origin: frame.origin(of: request))
            return Self.response(
                String(decoding: try JSONForm.encoder.encode(feed), as: UTF8.self),
                "application/feed+json; charset=utf-8")
        }
    }

    private func items(_ request: Request) async throws -> [FeedItem] {
        let origin = frame.origin(of: request)
        return try await news.news(of: frame.parts.roster.pool).prefix(Self.limit).map { news in
            FeedItem(news, address: origin + path(of: news))
        }
    }

    private func path(of news: News) -> String {
        let slugs = news.contenders.map { desk.directory.slug(of: $0) }
        switch news.kind {
        case .ratings: return "/leaderboard"
        case .model: return "/models/" + (slugs.first ?? "")
        case .lead, .settled:
            guard slugs.count == 2, let pair = try? desk.pair(slugs[0], slugs[1]) else {
                return "/leaderboard"
            }
            return "/compare/" + pair.slug
        }
    }

    private static func response(_ text: String, _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType, .cacheControl: "public, max-age=900"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// One piece of news with its address.
private struct FeedItem: Encodable {
    let id: String
    let url: String
    let title: String
    let contentText: String
    let datePublished: Date
    let tags: [String]

    init(_ news: News, address: String) {
        id = "urn:blind-arena:" + news.id
        url = address
        title = news.title
        contentText = news.text
        datePublished = news.at
        tags = [news.kind.rawValue]
    }
}

private struct JSONFeed: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title = "Blind Arena"
    let homePageUrl: String
    let feedUrl: String
    let items: [FeedItem]

    init(items: [FeedItem], origin: String) {
        self.items = items
        homePageUrl = origin + "/"
        feedUrl = origin + "/feed.json"
    }
}

private struct AtomFeed {
    let items: [FeedItem]
    let origin: String

    var text: String {
        let updated = items.first?.datePublished ?? Date(timeIntervalSince1970: 0)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>Blind Arena</title>
            <id>\(Self.escaped(origin))/feed.atom</id>
            <link rel="self" href="\(Self.escaped(origin))/feed.atom"/>
            <link rel="alternate" type="text/html" href="\(Self.escaped(origin))/leaderboard"/>
            <updated>\(updated.formatted(.iso8601))</updated>
            <author><name>Blind Arena</name></author>
            \(items.map(entry).joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ item: FeedItem) -> String {
        """
        <entry><id>\(Self.escaped(item.id))</id><title>\(Self.escaped(item.title))</title>\
        <link href="\(Self.escaped(item.url))"/>\
        <updated>\(item.datePublished.formatted(.iso8601))</updated>\
        <category term="\(item.tags.joined())"/><summary>\(Self.escaped(item.contentText))</summary>\
        </entry>
        """
    }

    private static func escaped(_ text: String) -> String {
        let safe = text.unicodeScalars.filter { $0.value >= 0x20 }
        return String(String.UnicodeScalarView(safe)).replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
