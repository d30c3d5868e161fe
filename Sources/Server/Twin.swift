import Charts
import HTTPTypes
import Hummingbird
import NIOCore
import Phrases

/// The forms in which a page about models can be had, each by its suffix.
enum Twin {
    case page, json, markdown, csv

    /// The name before the suffix, and the form it asks for.
    static func parts(of file: String) -> (name: String, form: Twin) {
        for form in [Twin.json, .markdown, .csv] where file.hasSuffix(form.suffix) {
            return (String(file.dropLast(form.suffix.count)), form)
        }
        return (file, .page)
    }

    /// What its addresses end in.
    var suffix: String {
        switch self {
        case .page: ""
        case .json: ".json"
        case .markdown: ".md"
        case .csv: ".csv"
        }
    }

    fileprivate var contentType: String {
        switch self {
        case .page: "text/html; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}

extension Response {
    /// A twin of a page, which browsers and caches may keep for a minute.
    static func text(_ text: String, _ form: Twin, tag: String, _ request: Request) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: form.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.keep(by: tag, request)
        return response
    }

    /// A figure as a file of its own, in the colours asked for by `?theme=`.
    ///
    /// - Parameter say: its words; by its address, because caches keep the file.
    static func svg(
        _ plot: any Plot, name: String, in say: Phrasebook, _ request: Request
    ) -> Response {
        let palette: PlotStyle.Palette =
            switch request.uri.queryParameters["theme"] {
            case "light": .light
            case "dark": .dark
            default: .automatic
            }
        let layout: PlotStyle.Layout =
            request.uri.queryParameters["layout"] == "narrow" ? .narrow : .wide
        let drawing = plot.svg(PlotStyle(layout: layout, palette: palette, name: name, say: say))
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/svg+xml", .cacheControl: "public, max-age=900",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: drawing)))
    }

    /// Sends the browser to the one address of a page for good.
    static func movedPermanently(_ path: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: path])
    }

    /// Lets caches keep the response for a minute, and answers 304 to who has it already.
    mutating func keep(by tag: String, _ request: Request) {
        headers[.eTag] = tag
        headers[.cacheControl] = "public, max-age=60, stale-while-revalidate=600"
        guard request.headers[.ifNoneMatch] == tag else { return }
        status = .notModified
        body = ResponseBody()
    }
}

extension JSONBody {
    /// The value as a response that caches may keep for a minute.
    func cached(by tag: String, _ request: Request) -> Response {
        var response = response()
        response.keep(by: tag, request)
        return response
    }
}
