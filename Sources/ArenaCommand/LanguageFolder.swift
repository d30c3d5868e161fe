import Foundation
import Phrases

/// The operator's own languages: a file each in the folder `languages` beside the database.
enum LanguageFolder {
    /// The shipped languages and those of the folder; a file of the same code takes the place of a
    /// shipped one.
    ///
    /// - Throws: ``Failure`` of bad data for a file that is no catalogue, with what and where.
    static func phrasebooks(in dataFolder: String) throws -> Phrasebooks {
        let folder = URL(filePath: dataFolder).appending(path: "languages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Phrasebooks(
            adding: try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
                do {
                    return try Phrasebook(
                        catalogue: try Data(contentsOf: folder.appending(path: name)))
                } catch {
                    throw Failure(
                        .badData, "language-file",
                        "languages/\(name): \(reason(error)) See Sources/Phrases/Catalogues.")
                }
            })
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "The key '\(key.stringValue)' is missing."
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")): "
                + "\(context.debugDescription)."
        default: "It cannot be read."
        }
    }
}
