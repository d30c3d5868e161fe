import Arena
import Foundation
import Hummingbird

/// A value as the API writes it: UTF-8 JSON, `snake_case`, RFC 3339 times.
struct JSONBody {
    private let data: Data

    init(_ value: some Encodable) throws {
        data = try JSONForm.encoder.encode(value)
    }

    /// What is sent.
    var bytes: Data { data }

    func response(status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
