import Pages
import Testing

/// The lists of pairs on the picker.
struct ComparePickerTests {
    private let pair = ComparePickerPage.Row(
        slug: "aspen-vs-birch", names: ["Aspen", "<Birch>"], state: "leaning", battles: 1234,
        needed: nil)

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
