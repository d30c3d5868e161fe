/// Looks for a category in the value of `category_tag`, whose grammar was checked.
struct CategoryScan {
    let wanted: String
    let view: ByteView

    /// Whether the value names the category: as a text, as a text in an array, or as a key that
    /// holds true at any depth.
    func isNamed(_ range: Range<Int>) -> Bool {
        var scanner = JSONScanner(view, at: range.lowerBound, lineFeedIsSpace: true)
        let isObject = view[scanner.at] == 0x7B
        while scanner.at < range.upperBound {
            guard view[scanner.at] == 0x22 else {
                scanner.at += 1
                continue
            }
            guard let text = try? scanner.skipText() else { return false }
            scanner.skipSpace()
            let isKey = view[scanner.at] == 0x3A
            guard isWanted(text) else { continue }
            if !isKey { return !isObject }
            scanner.at += 1
            scanner.skipSpace()
            if view[scanner.at] == 0x74 { return true }
        }
        return false
    }

    private func isWanted(_ text: JSONText) -> Bool {
        guard text.hasEscapes else {
            return view.bytes(text.start..<text.end).elementsEqual(wanted.utf8)
        }
        var texts = Unescaping()
        let plain = texts.add(json: text, of: view)
        return texts.bytes.withPaddedView { $0.bytes(plain.range).elementsEqual(wanted.utf8) }
    }
}
