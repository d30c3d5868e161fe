/// How an answer is laid out, in counts that need no model: what a style-adjusted board takes out.
///
/// Headings, bold and list items are those of Markdown, by its marks at the beginning of a line or
/// around words; fenced code has none. The rules are FastChat's, its tokens replaced by characters,
/// which every provider counts alike.
package struct ReplyStyle: Hashable, Sendable {
    /// Unicode scalars of the whole text.
    package var length = 0
    /// Lines that begin with one to six number signs and a space.
    package var headings = 0
    /// Spans of a line between two double asterisks or two double underscores.
    package var bold = 0
    /// Lines that begin with a bullet, or a number and a point, and a space.
    package var items = 0

    /// The names of the counts, in the order of ``measurements``.
    package static let features = ["length", "headings", "bold", "list_items"]

    /// Nothing written.
    package init() {}

    /// Counts, as they were stored.
    package init(length: Int, headings: Int, bold: Int, items: Int) {
        self.length = length
        self.headings = headings
        self.bold = bold
        self.items = items
    }

    /// The counts of a text. Linear in it.
    package init(of text: String) {
        length = text.unicodeScalars.count
        var fence: Unicode.Scalar?
        for line in text.unicodeScalars.split(separator: "\n") {
            let inner = line.drop { $0 == " " || $0 == "\t" }
            if let mark = Self.fence(inner) {
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
                continue
            }
            guard fence == nil else { continue }
            if Self.isHeading(inner) { headings += 1 }
            if Self.isItem(inner) { items += 1 }
            bold += Self.spans(of: "*", in: inner) + Self.spans(of: "_", in: inner)
        }
    }

    /// The counts as the fit takes them.
    package var measurements: SIMD4<Double> {
        SIMD4(Double(length), Double(headings), Double(bold), Double(items))
    }

    /// Both together.
    package static func + (left: ReplyStyle, right: ReplyStyle) -> ReplyStyle {
        ReplyStyle(
            length: left.length + right.length, headings: left.headings + right.headings,
            bold: left.bold + right.bold, items: left.items + right.items)
    }

    private typealias Line = Substring.UnicodeScalarView

    /// The mark of a line that opens or closes fenced code.
    private static func fence(_ line: Line) -> Unicode.Scalar? {
        guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
        return line.prefix { $0 == mark }.count >= 3 ? mark : nil
    }

    private static func isHeading(_ line: Line) -> Bool {
        let marks = line.prefix { $0 == "#" }.count
        return (1...6).contains(marks) && isSpace(line.dropFirst(marks).first)
    }

    private static func isItem(_ line: Line) -> Bool {
        if let first = line.first, first == "-" || first == "*" || first == "+" {
            return isSpace(line.dropFirst().first)
        }
        let digits = line.prefix { ("0"..."9").contains($0) }.count
        guard (1...9).contains(digits) else { return false }
        let rest = line.dropFirst(digits)
        return (rest.first == "." || rest.first == ")") && isSpace(rest.dropFirst().first)
    }

    /// A space, or the end of the line.
    private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
        scalar == nil || scalar == " " || scalar == "\t"
    }

    /// Pairs of a doubled mark in a line with something other than the mark between.
    private static func spans(of mark: Unicode.Scalar, in line: Line) -> Int {
        var (count, inside, isOpen, last) = (0, 0, false, false)
        for scalar in line {
            if scalar == mark, last {
                if isOpen, inside > 0 {
                    count += 1
                    isOpen = false
                } else {
                    isOpen = true
                }
                (inside, last) = (0, false)
            } else if scalar == mark {
                last = true
            } else {
                inside += 1
                last = false
            }
        }
        return count
    }
}

extension Battle {
    /// The style of each side's answers in the complete turns, added up.
    package var styles: Sides<ReplyStyle> {
        turns.filter(\.isComplete).reduce(Sides(a: ReplyStyle(), b: ReplyStyle())) { sum, turn in
            Sides(
                a: sum.a + ReplyStyle(of: turn.replies.a.text),
                b: sum.b + ReplyStyle(of: turn.replies.b.text))
        }
    }
}
