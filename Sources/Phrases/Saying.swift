/// English words with parts in them, made where no language is known and said where one is.
///
/// Its key in a catalogue is the words with a number for each part, in their English order:
/// `"Of \(all), \(rated) enter"` is asked for as `Of {1}, {2} enter`.
package struct Saying: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// What stands in the place of a number.
    indirect enum Part: Sendable, Equatable {
        /// As it is in every language.
        case text(String)
        /// A number as English prints it.
        case number(String)
        /// Words of their own.
        case saying(Saying)
    }

    /// What a catalogue lists it under.
    package private(set) var key: String
    /// In English.
    package private(set) var english: String
    private(set) var parts: [Part] = []
    /// The key for one, and the number, where the words depend on a number.
    private(set) var count: Count?

    struct Count: Sendable, Equatable {
        let number: Int
        let one: String
    }

    /// Words without parts.
    package init(stringLiteral words: String) { (key, english) = (words, words) }

    /// Words with parts.
    package init(stringInterpolation: Interpolation) {
        key = stringInterpolation.key
        english = stringInterpolation.english
        parts = stringInterpolation.parts
    }

    /// Words that are known only when the program runs; said as they are where no catalogue has them.
    package init(phrase: String) { (key, english) = (phrase, phrase) }

    /// The words beside a number, which is `{n}` in them.
    package static func count(_ number: Int, _ one: String, _ other: String) -> Saying {
        var saying = Saying(phrase: other)
        saying.count = Count(number: number, one: one)
        saying.english = Phrasebook.english.count(number, one, other)
        return saying
    }

    /// Whether it is one part and nothing else.
    var isBare: Bool { key == "{1}" && parts.count == 1 }

    /// The words and parts of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        var key = ""
        var english = ""
        var parts: [Part] = []

        /// Room for a literal.
        package init(literalCapacity: Int, interpolationCount: Int) {
            key.reserveCapacity(literalCapacity + 3 * interpolationCount)
            english.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        /// Words.
        package mutating func appendLiteral(_ words: String) {
            key += words
            english += words
        }

        /// Text that is the same in every language: a name, an address.
        package mutating func appendInterpolation(_ text: String) {
            append(.text(text), text)
        }

        /// A whole number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            append(.number(String(number)), String(number))
        }

        /// A number, as Swift writes it.
        package mutating func appendInterpolation(number: Double) {
            append(.number("\(number)"), "\(number)")
        }

        /// A number as English prints it: `$1,047.50`, `55%`.
        package mutating func appendInterpolation(figure text: String) {
            append(.number(text), text)
        }

        /// A percentage, its number written the English way: `2.5` for 2.5%.
        package mutating func appendInterpolation(percent number: String) {
            append(.number(number + "%"), number + "%")
        }

        /// Words of their own.
        package mutating func appendInterpolation(_ saying: Saying) {
            append(.saying(saying), saying.english)
        }

        private mutating func append(_ part: Part, _ text: String) {
            parts.append(part)
            english += text
            key += "{\(parts.count)}"
        }
    }
}

extension Sequence<Saying> {
    /// `x`, `x and y`, `x, y and z`; nothing for none.
    package var listed: Saying {
        let all = Array(self)
        guard let last = all.last, all.count > 1 else { return all.first ?? "" }
        return "\(all.dropLast().joined(by: ", ")) and \(last)"
    }

    /// One after the other with words between.
    package func joined(by words: Saying = " ") -> Saying {
        var all: Saying?
        for saying in self { all = all.map { "\($0)\(words)\(saying)" } ?? saying }
        return all ?? ""
    }
}

extension Phrasebook {
    /// The words in this language, their parts put in.
    package func text(_ saying: Saying) -> String {
        if isPlainEnglish { return saying.english }
        var parts: [String: String] = [:]
        for (index, part) in saying.parts.enumerated() {
            switch part {
            case .text(let text): parts[String(index + 1)] = text
            case .number(let number): parts[String(index + 1)] = numeral(number)
            case .saying(let saying): parts[String(index + 1)] = text(saying)
            }
        }
        if saying.isBare { return parts["1"] ?? "" }
        guard let count = saying.count else {
            return fill(template(saying.key) ?? saying.key, with: parts)
        }
        return self.count(count.number, count.one, saying.key, parts)
    }

    /// Whether it has words of its own for this: where not, English is said.
    package func speaks(_ saying: Saying) -> Bool {
        saying.isBare || speaks(saying.key)
    }

    /// Whether it has words of its own for these English ones.
    package func speaks(_ english: String) -> Bool {
        language == .english || hasPhrase(english)
    }
}
