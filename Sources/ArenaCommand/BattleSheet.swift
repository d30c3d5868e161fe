import Arena
import Foundation

/// A battle drawn for a terminal: two columns where there is room, else A above B.
struct BattleSheet {
    private let battle: BattleDocument
    private let width: Int

    /// A sheet for a terminal of so many columns.
    init(_ battle: BattleDocument, width: Int = Terminal.width) {
        self.battle = battle
        self.width = width
    }

    /// The last turn.
    var text: String {
        guard let turn = battle.turns.last else { return "" }
        let practice =
            battle.pool == .practice ? "practice: built-in guides, no language models\n" : ""
        return practice + (width >= 100 ? columns(of: turn) : stack(of: turn))
    }

    /// The names after a vote.
    static func reveal(_ vote: VoteDocument) -> String {
        let note =
            switch vote.whyNot {
            case nil: ""
            case "pair":
                " You chose the pair, so the vote stands in its record, not in the ratings."
            default: " Practice votes stay out of the ratings of models."
            }
        return "A was \(line(vote.reveal.a)), B was \(line(vote.reveal.b)).\(note)\n"
    }

    private static func line(_ side: RevealDocument.NamedSide) -> String {
        let facts = [
            side.firstTextSeconds.map { String(format: "first word %.2f s", $0) },
            side.tokensPerSecond.map { String(format: "%.0f tokens/s", $0) },
            side.costUsd.map { "$\($0)" },
        ].compactMap(\.self)
        return facts.isEmpty ? side.name : "\(side.name) (\(facts.joined(separator: ", ")))"
    }

    private func stack(of turn: BattleDocument.Turn) -> String {
        "● A\n\(turn.a.text)\n\n■ B\n\(turn.b.text)\n\n"
    }

    private func columns(of turn: BattleDocument.Turn) -> String {
        let half = (width - 3) / 2
        let (a, b) = (Self.wrap(turn.a.text, half), Self.wrap(turn.b.text, half))
        let rule = { (mark: String, joint: String) in
            (mark + String(repeating: "─", count: max(0, half - mark.count + 1)) + joint)
        }
        let lines = (0..<max(a.count, b.count)).map { row in
            let left = row < a.count ? a[row] : ""
            let blank = String(repeating: " ", count: half - left.count)
            return left + blank + " │ " + (row < b.count ? b[row] : "")
        }
        let head = rule("● A ", "┬") + rule(" ■ B ", "")
        let foot = rule("", "┴") + rule("", "")
        return ([head] + lines + [foot]).joined(separator: "\n") + "\n"
    }

    /// The text in lines of at most `width` characters, broken at spaces where there are any.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            var lines = [""]
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                var word = word
                let line = lines[lines.count - 1]
                if line.count + 1 + word.count <= width || line.isEmpty && word.count <= width {
                    lines[lines.count - 1] += line.isEmpty ? word : " " + word
                    continue
                }
                if !line.isEmpty { lines.append("") }
                while word.count > width {
                    lines[lines.count - 1] = String(word.prefix(width))
                    word = word.dropFirst(width)
                    lines.append("")
                }
                lines[lines.count - 1] = String(word)
            }
            return lines
        }
    }
}
