package import struct Foundation.Data
import class Foundation.JSONDecoder

/// All languages the pages can speak: those that come with the program, and the operator's own.
package struct Phrasebooks: Sendable {
    /// In the order in which visitors may choose: English, then by name.
    package let languages: [Language]
    private let books: [String: Phrasebook]

    /// The shipped languages, and further ones; a further one of the same code takes its place.
    package init(adding further: [Phrasebook] = []) {
        var books = Dictionary(
            (Self.shipped + further).map { ($0.language.code, $0) }, uniquingKeysWith: { $1 })
        books["en"] = .english
        languages =
            [.english]
            + books.values.map(\.language).filter { $0.code != "en" }.sorted { $0.name < $1.name }
        for book in Self.pseudo { books[book.language.code] = book }
        self.books = books
    }

    /// The book of a language code; `nil` where there is none.
    package func book(for code: String) -> Phrasebook? {
        books[code]
    }

    /// The book that suits an `Accept-Language` field best; English where none does.
    ///
    /// Reads weights as RFC 9110, section 12.5.4, says; `fr-CA` is served by `fr`.
    package func book(accepting field: String) -> Phrasebook {
        let wishes = field.split(separator: ",").prefix(20).enumerated().compactMap(Wish.init)
        let best = wishes.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }
        for wish in best where wish.weight > 0 {
            if let book = books[wish.code], languages.contains(book.language) { return book }
        }
        return .english
    }

    private struct Wish {
        let code: String
        let weight: Double
        let place: Int

        init?(place: Int, text: Substring) {
            let parts = text.split(separator: ";").map {
                $0.trimmingPrefix { $0 == " " }
            }
            guard let tag = parts.first else { return nil }
            code = tag.prefix { $0 != "-" && $0 != " " }.lowercased()
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            self.weight = weight.flatMap { Double($0.dropFirst(2)) } ?? 1
            self.place = place
        }
    }

    private static let pseudo = [
        Phrasebook(Language(code: "en-XA", name: "[Éñglîšh]"), disguise: .accented),
        Phrasebook(
            Language(code: "ar-XB", name: "Mirrored", direction: .rtl), disguise: .mirrored),
    ]

    /// One line for each file of the folder `Catalogues`; a test sees that none is forgotten, and that
    /// each can be read.
    private static let shipped = [PackageResources.fr_json].compactMap {
        try? Phrasebook(catalogue: Data($0))
    }
}

extension Phrasebook {
    /// Reads a catalogue: a JSON object with `code`, `name`, `direction`, `decimal`, `grouping` and
    /// `phrases`, by their English words.
    ///
    /// - Throws: a `DecodingError` that says what is wrong and where.
    package init(catalogue: Data) throws {
        let file = try JSONDecoder().decode(CatalogueFile.self, from: catalogue)
        self.init(
            Language(
                code: file.code, name: file.name, direction: file.direction ?? .ltr,
                decimal: file.decimal ?? ".", grouping: file.grouping ?? ","),
            phrases: file.phrases)
    }

    private struct CatalogueFile: Decodable {
        let code: String
        let name: String
        let direction: Language.Direction?
        let decimal: String?
        let grouping: String?
        let phrases: [String: Phrase]
    }
}
