import Assets
import Pages
import Testing

@Suite struct BudgetTests {
    @Test func `script, style and the first page stay within their bytes`() {
        let page = PromptPage().document(in: Samples.context(isPractice: true)).bytes
        #expect(Asset.script.bytes.count < 12_288)
        #expect(Asset.stylesheet.bytes.count <= 20_000)
        #expect(Asset.factsStylesheet.bytes.count <= 10_000)
        #expect(Asset.boardStylesheet.bytes.count <= 10_000)
        #expect(
            page.count + Asset.script.bytes.count + Asset.stylesheet.bytes.count
                + Asset.icon.bytes.count < 60_000)
    }

    @Test func `an asset's address changes with its bytes and is its own`() {
        #expect(Set(Asset.all.map(\.path)).count == Asset.all.count)
        for asset in Asset.all {
            #expect(asset.path.hasPrefix("/assets/"))
            #expect(asset.path.split(separator: "-").last?.split(separator: ".").first?.count == 16)
        }
    }

    @Test func `the style sheet knows no left and right, the script no markup but the stream's`() {
        let style = String(decoding: Asset.stylesheet.bytes, as: UTF8.self)
        for word in [
            "margin-left", "margin-right", "padding-left", "padding-right", " left:", "@import",
            "url(",
        ] {
            #expect(!style.contains(word), "\(word)")
        }
        let script = String(decoding: Asset.script.bytes, as: UTF8.self)
        for word in ["innerHTML", "outerHTML", "document.write", "eval(", "setAttribute(\"on"] {
            #expect(!script.contains(word), "\(word)")
        }
        let uses = script.split(separator: "\n").filter { $0.contains("insertAdjacentHTML") }
        #expect(uses.count == 2 && uses.allSatisfy { $0.hasSuffix(", markup);") })
        #expect(script.split(separator: " place(").count == 2)
        #expect(script.contains("for (const [units, markup] of b ?? [])"))
    }
}
