import Arena
import Foundation

/// Looks for what must not be told before a vote, plainly or in another writing.
package struct LeakScan: Sendable {
    private let forms: [(word: String, form: String)]

    init(_ words: [String]) {
        forms = words.flatMap { word in Self.forms(of: word).map { (word, $0) } }
    }

    /// What the leak campaign looks for: the marker, words of the protocols, names of faults.
    package static var beforeVote: LeakScan {
        let faults = ReplyFault.Kind.allCases.map(\.rawValue)
        return LeakScan(
            CanaryDialect.words + faults.filter { $0.contains("_") || $0 == "unauthorized" })
    }

    /// Bits of chance in the writing that random names hold soonest: pages are full of names in
    /// base64 (five bits a character without regard to case) and in hexadecimal digits (four), and
    /// a short word among them would be a false alarm.
    package var fewestBits: Int {
        forms.map { _, form in form.count * (form.allSatisfy(\.isHexDigit) ? 4 : 5) }.min() ?? 0
    }

    /// The first word found in what was sent; `nil` when there is none.
    package func finding(in text: String) -> String? {
        let folded = text.lowercased()
        return forms.first { folded.contains($0.form) }?.word
    }

    /// As it is, as percent and hexadecimal digits, and in the three alignments of base64, all in
    /// lower case.
    private static func forms(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        let plain = word.lowercased()
        guard plain.allSatisfy(\.isLetter) else { return [plain] }
        let upper = Array(word.uppercased().utf8)
        let lower = Array(plain.utf8)
        let hex = [upper, lower].flatMap { bytes in
            [
                bytes.map { String($0, radix: 16) }.joined(),
                bytes.map { "%" + String($0, radix: 16) }.joined(),
                bytes.map { "&#\($0);" }.joined(),
            ]
        }
        let base64 = [bytes, upper, lower].flatMap { bytes in
            (0..<3).map { alignment in inner(bytes, alignment) }
        }
        return [plain] + hex + base64.map { $0.lowercased() }
    }

    /// The base64 digits that depend on these bytes alone.
    private static func inner(_ bytes: [UInt8], _ alignment: Int) -> String {
        let padded = [UInt8](repeating: 0, count: alignment) + bytes
        let digits = Data(padded).base64EncodedString().filter { $0 != "=" }
        let start = (alignment * 8 + 5) / 6
        let end = padded.count * 8 / 6
        return String(digits.dropFirst(start).prefix(end - start))
    }
}
