import ArenaCommand
import Foundation
import Testing

/// What `arena doctor --leaks` looks for in everything that is sent before a vote.
struct LeakScanTests {
    @Test(arguments: [
        "model: CANARY-upstream", "%43%41%4e%41%52%59", "x63616e617279x",
        "&#99;&#97;&#110;&#97;&#114;&#121;", "id=chatcmpl-1", "\"input_tokens\":887766554",
        Data("a model named CANARY-one".utf8).base64EncodedString(),
        Data("model named CANARY-one".utf8).base64EncodedString(),
        Data("the model named canary".utf8).base64EncodedString(),
    ])
    func `a marker is found in every writing`(text: String) {
        #expect(LeakScan.beforeVote.finding(in: text) != nil)
    }

    @Test func `no word is so short that a random name has it by chance`() {
        // A campaign with three protocols sends some 8,000 places of random names.
        #expect(LeakScan.beforeVote.fewestBits >= 30)
        #expect(LeakScan.beforeVote.finding(in: "Lo9y_A6KhCfMsG_vqVHhBhFCJw") == nil)
    }
}
