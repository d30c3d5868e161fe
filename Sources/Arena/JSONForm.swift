package import Foundation

/// The one way the arena writes JSON, in the API, on the command line and in exports.
package enum JSONForm {
    /// `snake_case` keys in a stable order, RFC 3339 times in UTC, slashes unescaped.
    ///
    /// Line ends inside texts are escaped by JSON itself, so one value is always one line.
    package static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }

    /// Reads what ``encoder`` wrote.
    package static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }
}
