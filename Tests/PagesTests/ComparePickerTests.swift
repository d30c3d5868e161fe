import Pages
import Testing

/// The lists of pairs on the picker.
struct ComparePickerTests {
    private let pair = ComparePickerPage.Row(
        slug: "aspen-vs-birch", names: ["Aspen", "<Birch>"], state: "leaning", battles: 1234,
        needed: nil)

    /// The picker in all its states, and the list of models without one.
    static var pages: [any Page] {
        let picker = ComparePickerTests()
        let settled = ComparePickerPage.Row(
            slug: "aspen-vs-elm", names: ["Aspen", "Elm"], state: "ahead", battles: 9, needed: 140)
        let change = ComparePickerPage.Change(
            pair: picker.pair, front: "<Birch>", until: "2026-11-20")
        return [
            ComparePickerPage(
                models: [("aspen", "Aspen"), ("birch", "<Birch>")], wanted: [picker.pair],
                changed: [change], siblings: [settled], all: [picker.pair, settled], next: 50,
                problem: Samples.said),
            ComparePickerPage(models: [], wanted: [], siblings: [], all: []),
            ModelsPage(rows: [], total: 1_200, makers: ["Treeworks"], filter: ModelsPage.Filter()),
        ]
    }

    private func page(_ changed: [ComparePickerPage.Change]) -> String {
        ComparePickerPage(
            models: [("aspen", "Aspen"), ("birch", "<Birch>")], wanted: [], changed: changed,
            siblings: [], all: [pair]
        ).main(in: PageContext(isPractice: false, version: "0", token: "", path: "/")).text
    }

    @Test func `a pair that changed hands says who is in front and until when the other was`() {
        let change = ComparePickerPage.Change(pair: pair, front: "<Birch>", until: "2026-11-20")
        let text = page([change])
        #expect(text.contains("Recently changed hands"))
        #expect(text.contains("<td><bdi>&lt;Birch&gt;</bdi></td>"))
        #expect(text.contains("<td class=\"short\">2026-11-20</td>"))
        #expect(!page([]).contains("Recently changed hands"))
    }

    @Test func `a number that cannot be told is said in words, a large one in groups`() {
        let text = page([])
        #expect(text.contains("<td>1,234</td>"))
        #expect(text.contains("not known") && !text.contains("–"))
    }
}
