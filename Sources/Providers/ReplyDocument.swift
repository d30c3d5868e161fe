import Arena
import Foundation

/// JSON from a provider, read strictly.
enum ReplyDocument {
    /// A value from a JSON document whose keys are in snake case, or in camel case.
    ///
    /// - Throws: ``ReplyFault/Kind/malformed``, also for what is not UTF-8: nothing is repaired.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from data: [UInt8]
    ) throws(ReplyFault) -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: Data(data))
        } catch {
            throw ReplyFault(.malformed, detail: "The answer is not the JSON of its protocol.")
        }
    }

    /// A JSON document, its keys in order so that equal requests are equal bytes.
    static func encode(
        _ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy
    ) throws(ReplyFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = keys
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            throw ReplyFault(.refused, detail: "The request cannot be written as JSON.")
        }
    }
}
