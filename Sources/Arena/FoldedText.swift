import Foundation

/// A text as words in one spelling: case, width, accents, look-alike letters of other scripts and
/// invisible characters make no difference.
struct FoldedText: Sendable {
    /// One word, or one number, or a run of a script that writes no spaces.
    struct Word: Sendable, Equatable {
        var text: String
        /// Whether a sentence begins here.
        var beginsSentence: Bool
        /// Whether a mark such as a comma, a bracket or a dash stands before it.
        var followsMark: Bool
        /// Whether it is of a script in which words are not always set apart, or whose words take
        /// prefixes: markers are then looked for inside it.
        var isDense: Bool
    }

    private(set) var words: [Word] = []

    /// Folds a text.
    ///
    /// Complexity: linear.
    init(_ text: String) {
        var reading = WordReading()
        for scalar in text.unicodeScalars { reading.take(scalar) }
        words = reading.finish()
    }
}

/// Cuts scalars into folded words.
private struct WordReading {
    private enum Kind { case letter, dense, digit }

    private var words: [FoldedText.Word] = []
    private var current: [Unicode.Scalar] = []
    private var kind = Kind.letter
    private var hasLatin = false
    private var foreign = 0
    private var beginsSentence = true
    private var followsMark = false
    private var dotAfterLongWord = false
    private var lineBreaks = 0

    mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            takeFolded(
                ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
        } else if let folded = Folding.scalar(scalar) {
            takeFolded(folded)
        } else {
            for folded in Folding.rare(scalar) { takeFolded(folded) }
        }
    }

    private mutating func takeFolded(_ scalar: Unicode.Scalar) {
        guard let new = Self.kind(of: scalar) else { return separate(scalar) }
        if new != kind || current.isEmpty { close() }
        if dotAfterLongWord { dotAfterLongWord = false }
        kind = new
        if scalar.isASCII {
            hasLatin = hasLatin || new == .letter
        } else if new == .letter, Folding.lookAlikes[scalar] != nil {
            foreign += 1
        }
        current.append(scalar)
    }

    private mutating func separate(_ scalar: Unicode.Scalar) {
        let length = current.count
        close()
        switch scalar {
        case " ", "\t", "\r", "*", "_", "`", "'", "’", "-", "#", "\"":
            if dotAfterLongWord { (beginsSentence, dotAfterLongWord) = (true, false) }
        case "\n":
            lineBreaks += 1
            if dotAfterLongWord || lineBreaks > 1 { beginsSentence = true }
            dotAfterLongWord = false
        case ".":
            if length > 1 || kind != .letter { dotAfterLongWord = true }
        case "!", "?", "。", "।", "؟", "۔": beginsSentence = true
        default: followsMark = true
        }
    }

    private mutating func close() {
        guard !current.isEmpty else { return }
        var scalars = current
        if foreign > 0, hasLatin || foreign == scalars.count {
            scalars = scalars.map { Folding.lookAlikes[$0] ?? $0 }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        words.append(
            FoldedText.Word(
                text: String(text), beginsSentence: beginsSentence, followsMark: followsMark,
                isDense: kind == .dense))
        current.removeAll(keepingCapacity: true)
        (hasLatin, foreign, lineBreaks) = (false, 0, 0)
        (beginsSentence, followsMark, dotAfterLongWord) = (false, false, false)
    }

    mutating func finish() -> [FoldedText.Word] {
        close()
        return words
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        if scalar.isASCII {
            if ("a"..."z").contains(scalar) { return .letter }
            return ("0"..."9").contains(scalar) ? .digit : nil
        }
        if scalar.value < 0x590 || (0x1E00..<0x2000).contains(scalar.value) {
            return scalar.properties.isAlphabetic ? .letter : nil
        }
        return scalar.properties.isAlphabetic ? .dense : nil
    }
}

/// The tables of folding.
private enum Folding {
    /// The folded form of a scalar outside ASCII; `nil` where it is none or several.
    static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        if value < 0x590 { return low[Int(value)] }
        if mathematical.contains(value) {
            return Unicode.Scalar(UInt8(97 + (value - mathematical.lowerBound) % 26))
        }
        if (0x1E00..<0x2000).contains(value) { return extended[Int(value - 0x1E00)] }
        if (0x3040..<0xD7A4).contains(value) { return scalar }
        return nil
    }

    /// The folded form of a scalar for which there is no table: a fullwidth or mathematical letter,
    /// a mark, an invisible sign.
    static func rare(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark, .control: return []
        case .otherLetter, .spacingMark: return [scalar]
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return [" "]
        default: break
        }
        let text = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
        return text.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    }

    /// Thirteen Latin alphabets in bold, italic and the like, each in both cases.
    private static let mathematical: Range<UInt32> = 0x1D400..<0x1D6A4
    private static let low = (0..<0x590).map { folded(UInt32($0)) }
    private static let extended = (0x1E00..<0x2000).map { folded(UInt32($0)) }

    private static let undecomposed: [Unicode.Scalar: Unicode.Scalar] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t",
    ]

    private static func folded(_ value: UInt32) -> Unicode.Scalar? {
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let parts = rare(scalar)
        guard parts.count == 1 else { return nil }
        return undecomposed[parts[0]] ?? parts[0]
    }

    /// Letters of other scripts that look like Latin ones, by their lower case.
    static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "н": "h", "і": "i",
        "ї": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s",
        "т": "t", "у": "y", "ѵ": "v", "ԝ": "w", "х": "x", "α": "a", "β": "b", "ε": "e", "η": "h",
        "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x",
        "ϲ": "c", "ϳ": "j", "ɡ": "g", "ɑ": "a", "օ": "o", "ս": "u", "ց": "g", "ո": "n",
    ]
}
