import Charts
import HTTPTypes
import Hummingbird
import NIOCore
import Phrases

/// Entity tags made from what is sent: the same bytes have the same tag, whoever asks.
enum ContentTag {
    /// The tag of a text, beginning with the name of the snapshot it was made from.
    static func of(_ text: String, named name: String = "a") -> String {
        of(text.utf8, named: name)
    }

    /// The tag of bytes.
    static func of(_ bytes: some Sequence<UInt8>, named name: String = "a") -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return "\"\(name)-\(String(hash, radix: 36))\""
    }
}

extension Response {
    /// A figure as a file of its own, with a tag by its snapshot.
    static func file(
        _ plot: any Plot, name: String, snapshot: String, in say: Phrasebook, _ request: Request
    ) -> Response {
        let query = request.uri.queryParameters
        let look =
            "\(query["theme"] ?? "auto") \(query["layout"] ?? "wide") "
            + "\(say.language.code) \(plot.table)"
        let tag = ContentTag.of(look, named: snapshot)
        guard request.headers[.ifNoneMatch] != tag else {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = svg(plot, name: name, in: say, request)
        response.headers[.eTag] = tag
        return response
    }
}
