import Foundation
import Testing

/// What went wrong and what to do, in French too.
@Suite struct FrenchRefusalTests {
    private struct Catalogue: Decodable {
        let phrases: [String: Text]

        /// A text, or texts by plural form; only that it is there counts here.
        struct Text: Decodable {
            init(from decoder: any Decoder) {}
        }
    }

    @Test func `every title and detail of a refusal has its French`() throws {
        let text = try House.text("Sources/Phrases/Catalogues/fr.json")
        let keys = Set(
            try JSONDecoder().decode(Catalogue.self, from: Data(text.utf8)).phrases.keys)
        var found: Set<String> = []
        for file in try House.files(in: ["Sources/Server", "Sources/Arena"]) {
            let source = file.lines.joined(separator: "\n")
            for pattern in [
                /(?:title|detail): "([^"\\]+)"/, /let detail: Saying = "([^"\\]+)"/,
                /self\.init\(\s*"[a-z-]+", \.\w+, "([^"\\]+)"/,
                /\.invalid\(\s*field: [^,]+,\s*reason: "([^"\\]+[^" \\])"/,
            ] {
                found.formUnion(source.matches(of: pattern).map { String($0.1) })
            }
        }
        // A reason for the records, which nobody is told, begins with a small letter.
        found = found.filter { $0.first?.isUppercase == true }
        #expect(found.count > 60)
        #expect(found.subtracting(keys).sorted() == [])
    }
}
