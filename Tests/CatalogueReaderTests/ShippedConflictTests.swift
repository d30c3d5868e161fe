import Catalogue
import CatalogueReader
import Testing

/// The contradictions of the reference pages raise their flags.
struct ShippedConflictTests {
    private let conflicts: [Conflict]

    init() throws {
        // The day after the newest page, so that nothing is old.
        let today = try #require(CalendarDate("2026-06-05"))
        conflicts = try ModelCatalogue.shipped().conflicts(today: today)
    }

    private func fields(_ kind: Conflict.Kind) -> [String] {
        conflicts.filter { $0.kind == kind }.map(\.path)
    }

    @Test func `cut-offs after the release are flagged for o3 Mini and o4-mini`() {
        #expect(
            fields(.cutoffAfterRelease) == ["o3-mini/knowledge_cutoff", "o4-mini/knowledge_cutoff"])
    }

    @Test func `an output limit that is the whole context is flagged`() {
        #expect(
            fields(.outputEqualsContext) == ["llama-3-2-3b-instruct/output_tokens_max"])
    }

    @Test func `the licence that the pages disagree on is flagged, rounded prices are not`() {
        #expect(
            fields(.disagreement) == [
                "llama-3-2-1b-instruct/license_name", "llama-3-2-1b-instruct/license_class",
            ])
    }

    @Test func `every score without a version is flagged, and nothing but that`() {
        #expect(fields(.versionMissing).count == 11)
        let expected: Set<Conflict.Kind> = [
            .cutoffAfterRelease, .outputEqualsContext, .disagreement, .versionMissing, .old,
        ]
        #expect(Set(conflicts.map(\.kind)) == expected)
    }

    @Test func `prices of a page without a day are old, and none is later`() throws {
        #expect(fields(.old).allSatisfy { $0.contains("price") })
        let later = try #require(CalendarDate("2026-11-21"))
        let old = try ModelCatalogue.shipped().conflicts(today: later).filter { $0.kind == .old }
        #expect(old.count { $0.field.contains("price") } == 18)
    }
}
