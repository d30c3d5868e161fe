import CatalogueReader
import Foundation
import TestSupport
import Testing

/// Spoilt price lists: each is imported, or refused with a place.
struct MutationTests {
    @Test(arguments: [PriceList.Form.modelsDev, .liteLLM])
    func `a spoilt list is read or refused with a place`(form: PriceList.Form) throws {
        let corpus = try Mutation.corpus("facts")
        var mutation = Mutation(seed: form == .modelsDev ? 1 : 2)
        for _ in 0..<500 {
            let bytes = mutation.spoil(
                mutation.one(of: corpus) ?? [],
                with: ["\"cost\":", "1e999", "-0.0", "\\ud800", "\"models\": {", "null"])
            let found = try mistakes(of: form, String(decoding: bytes, as: UTF8.self))
            #expect(found.allSatisfy { $0.hasPrefix("list.json") }, "\(found)")
        }
    }
}
