package import Catalogue
import Foundation

extension ModelCatalogue {
    /// The catalogue that comes with the program.
    ///
    /// - Throws: never for a program that passed its tests; the type says what could be wrong.
    package static func shipped() throws(FactProblems) -> ModelCatalogue {
        try Overlay([Layer(ShippedFacts.files)]).catalogue()
    }

    /// The shipped catalogue, extended by an operator's folder.
    ///
    /// A file there extends the shipped record of the same slug: observations are put together and
    /// the order of belief picks the one shown; `replace: true` in a file puts the shipped record
    /// aside.
    ///
    /// - Throws: every mistake in the folder's files, with file, line and key.
    package static func shipped(
        extendedBy folder: String?
    ) throws(FactProblems) -> ModelCatalogue {
        let layers = try folder.map(FactFolder.init)?.layers() ?? []
        return try Overlay([Layer(ShippedFacts.files)] + layers).catalogue()
    }

    /// The catalogue of a folder alone.
    ///
    /// - Throws: every mistake in its files, with file, line and key.
    package static func read(folder: String) throws(FactProblems) -> ModelCatalogue {
        try Overlay(try FactFolder(path: folder).layers()).catalogue()
    }

    /// The catalogue of texts by file name, as `gpt-4-1-mini.yaml`.
    ///
    /// - Throws: every mistake in them, with file, line and key.
    package static func read(files: [String: String]) throws(FactProblems) -> ModelCatalogue {
        try Overlay([
            Layer(
                files.map { name, text in
                    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
                    return FactFile(name: name, stem: stem, bytes: Data(text.utf8))
                })
        ]).catalogue()
    }
}
