/// What a catalogue says for one English phrase: one text, or one for each plural form.
package enum Phrase: Sendable, Equatable, Decodable {
    /// The same beside any number.
    case plain(String)
    /// By plural form; `other` is always there.
    case counted([PluralForm: String])

    /// Reads a text, or an object of texts by plural form.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if let text = try? box.decode(String.self) {
            self = .plain(text)
            return
        }
        let forms = try box.decode([String: String].self)
        var read: [PluralForm: String] = [:]
        for (name, text) in forms {
            guard let form = PluralForm(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    in: box, debugDescription: "'\(name)' is no plural form")
            }
            read[form] = text
        }
        guard read[.other] != nil else {
            throw DecodingError.dataCorruptedError(
                in: box, debugDescription: "the plural form 'other' is missing")
        }
        self = .counted(read)
    }

    /// The text beside a number; that of `other` where the form is missing.
    func text(for form: PluralForm) -> String {
        switch self {
        case .plain(let text): text
        case .counted(let forms): forms[form] ?? forms[.other] ?? ""
        }
    }
}
