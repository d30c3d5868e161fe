import Arena
import Catalogue
import CatalogueReader
import Evidence
import Foundation
import SettingsReader

/// The folder of the operator's own facts.
struct FactsFolder {
    let path: String

    /// The folder that was named, else the settings' one.
    init(_ named: String?, _ config: ConfigOptions) throws {
        path = try named ?? Assembly.settings(config).settings.catalogueFolder
    }

    /// The settings' folder.
    init(_ settings: Settings) {
        path = settings.catalogueFolder
    }

    /// Whether it is there.
    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The shipped catalogue, extended by the folder if it is there.
    ///
    /// - Throws: ``Failure`` with code `facts`, naming every mistake.
    func catalogue() throws -> ModelCatalogue {
        do throws(FactProblems) {
            return try ModelCatalogue.shipped(extendedBy: isThere ? path : nil)
        } catch {
            throw Failure(error)
        }
    }
}

extension Failure {
    /// The failure for mistakes in facts: one line each, with file, line and key.
    init(_ problems: FactProblems) {
        let isWriting = problems.problems.contains { $0.code == .cannotWrite }
        self.init(isWriting ? .cannotCreate : .badData, "facts", "\(problems)")
    }
}
