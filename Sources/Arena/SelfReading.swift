/// One reply, read for whether a name in it is its writer's.
struct SelfReading {
    private let words: [FoldedText.Word]
    private let markers: [Markers]
    /// Whether a prompt names a model or a maker, so that a short answer may be about that.
    private let isAnswerToName: Bool

    init(
        words: [FoldedText.Word], markers: [Markers], matches: [NameTable.Match],
        isAnswerToName: Bool
    ) {
        var markers = markers
        for match in matches {
            for index in match.words {
                markers[index].insert(.name)
                if match.weight == .telling { markers[index].insert(.tellingName) }
            }
        }
        self.words = words
        self.markers = markers
        self.isAnswerToName = isAnswerToName
    }

    /// Words to each side of a name that are read with it.
    private static let reach = 28

    /// Whether the reply calls its writer by this name.
    func isSelfNaming(_ match: NameTable.Match) -> Bool {
        let sentence = sentence(around: match)
        if isWholeReply(match) { return true }
        switch match.weight {
        case .ordinary:
            return isCalled(match, in: sentence, withArticle: false) && hasEvidence(near: match)
        case .company:
            return isMaker(match, in: sentence)
        case .telling:
            return isCalled(match, in: sentence, withArticle: true)
                || isMaker(match, in: sentence) || isRole(match, in: sentence)
        }
    }

    /// A reply of names and numbers with nothing else in it.
    private func isWholeReply(_ match: NameTable.Match) -> Bool {
        guard words.count < 8, match.weight != .company, !isAnswerToName else { return false }
        return words.indices.allSatisfy { index in
            markers[index].contains(.name) || words[index].text.allSatisfy(\.isNumber)
        }
    }

    /// "I am NAME", "my name is NAME", "an assistant called NAME".
    private func isCalled(
        _ match: NameTable.Match, in sentence: Range<Int>, withArticle: Bool
    ) -> Bool {
        var index = match.words.lowerBound - 1
        var steps = 0
        while index >= sentence.lowerBound, steps < 8 {
            if !markers[index].isDisjoint(with: [.identity, .label]) { return true }
            let isFiller = markers[index].contains(.filler) && (withArticle || steps > 0)
            let isNaming = Self.naming.contains(words[index].text)
            let isName = markers[index].contains(.name)
            let isKind = markers[index].contains(.kind) && steps > 0 || isKindBefore(match, index)
            guard isFiller || isNaming || isName || isKind else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    private func isKindBefore(_ match: NameTable.Match, _ index: Int) -> Bool {
        markers[index].contains(.kind) && index == match.words.lowerBound - 1
    }

    /// "Trained by NAME", "an assistant from NAME", said of the writer.
    private func isMaker(_ match: NameTable.Match, in sentence: Range<Int>) -> Bool {
        let near = Array(markers[window(match, in: sentence, by: 4)])
        let isMade = near.contains { $0.contains(.making) }
        let isKind = markers[window(match, in: sentence, by: 3)].contains { $0.contains(.kind) }
        guard isMade || isKind, !isDenied(in: sentence, before: match) else { return false }
        let around = markers[sentence]
        let isOfWriter = around.contains { !$0.isDisjoint(with: [.identity, .origin]) }
        let hasKind = around.contains { $0.contains(.kind) }
        if match.weight == .company {
            return isOfWriter && isMade || isOfWriter && isKind && hasKind && isFrom(match)
        }
        if isOfWriter { return true }
        return !isAnswerToName && isMade && hasKind && around.contains { $0.contains(.person) }
    }

    /// "As NAME, I …".
    private func isRole(_ match: NameTable.Match, in sentence: Range<Int>) -> Bool {
        let start = match.words.lowerBound
        for index in stride(from: start - 1, through: max(sentence.lowerBound, start - 3), by: -1) {
            if markers[index].contains(.role) {
                let before = index > sentence.lowerBound ? words[index - 1].text : ""
                let rest = markers[match.words.upperBound..<sentence.upperBound]
                let speaks = rest.contains { !$0.isDisjoint(with: [.first, .origin, .identity]) }
                let isOpening = index == sentence.lowerBound && isMarked(match.words.upperBound)
                return !Self.comparing.contains(before) && (speaks || isOpening)
            }
            guard !markers[index].isDisjoint(with: [.filler, .kind]) else { return false }
        }
        return false
    }

    /// Words of assistants or of makers near an ordinary name.
    private func hasEvidence(near match: NameTable.Match) -> Bool {
        let start = max(0, match.words.lowerBound - Self.reach)
        let end = min(words.count, match.words.upperBound + Self.reach)
        let signs: Markers = [.kind, .help, .tellingName]
        return markers[start..<end].contains { !$0.isDisjoint(with: signs) }
    }

    private func isDenied(in sentence: Range<Int>, before match: NameTable.Match) -> Bool {
        let end = match.words.lowerBound
        for index in sentence.lowerBound..<max(sentence.lowerBound, end)
        where !markers[index].isDisjoint(with: [.identity, .origin]) {
            let next = markers[min(index + 1, end)..<min(index + 4, end)]
            if next.contains(where: { $0.contains(.denial) }) { return true }
        }
        return false
    }

    private func isFrom(_ match: NameTable.Match) -> Bool {
        let start = match.words.lowerBound
        return start > 0 && markers[start - 1].contains(.filler)
    }

    private func isMarked(_ index: Int) -> Bool {
        index < words.count && words[index].followsMark
    }

    private func window(
        _ match: NameTable.Match, in sentence: Range<Int>, by count: Int
    ) -> Range<Int> {
        max(
            sentence.lowerBound, match.words.lowerBound - count)..<min(
                sentence.upperBound, match.words.upperBound + count)
    }

    private func sentence(around match: NameTable.Match) -> Range<Int> {
        var start = match.words.lowerBound
        while start > 0, !words[start].beginsSentence,
            match.words.lowerBound - start < Self.reach
        {
            start -= 1
        }
        var end = match.words.upperBound
        while end < words.count, !words[end].beginsSentence,
            end - match.words.upperBound < Self.reach
        {
            end += 1
        }
        return start..<end
    }

    private static let naming: Set<String> = [
        "called", "named", "actually", "nomme", "appele", "namens", "llamado", "chiamato",
        "chamado", "genaamd", "nimelta", "adli", "isimli",
    ]
    private static let comparing: Set<String> = [
        "such", "well", "same", "known", "far", "soon", "much", "tools", "models", "like",
    ]
}
