package import Catalogue

/// Words with the figures in them: a sentence, or a part of one as it stands in a table.
///
/// It is written as a string, but takes only names, facts, figures, dates of facts and other
/// sentences: a bare number or string does not compile, so what has no source cannot be printed.
package struct Sentence: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// A stretch of a sentence.
    package enum Piece: Sendable, Hashable {
        /// Words of the template.
        case words(String)
        /// The name of a model, provider, test or category.
        case name(Name)
        /// A number or claim with its origin.
        case figure(Figure)
    }

    /// The stretches, in order.
    package private(set) var pieces: [Piece]

    /// Plain words.
    package init(stringLiteral words: String) {
        pieces = words.isEmpty ? [] : [.words(words)]
    }

    /// Words with names and figures.
    package init(stringInterpolation: Interpolation) {
        pieces = stringInterpolation.pieces
    }

    init(_ name: Name) { pieces = [.name(name)] }
    init(_ figure: Figure) { pieces = [.figure(figure)] }

    /// As plain text.
    package var text: String {
        var text = ""
        for piece in pieces { text += piece.text }
        return text
    }

    /// The figures in it, in order.
    package var figures: [Figure] {
        pieces.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { pieces.isEmpty }

    /// Other words in place of the last stretch.
    mutating func replaceLast(with words: String) {
        pieces.removeLast()
        if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// One after the other, with a space between.
    package static func + (left: Sentence, right: Sentence) -> Sentence {
        if left.isEmpty || right.isEmpty { return left.isEmpty ? right : left }
        return "\(left) \(right)"
    }

    /// The pieces of a sentence being written.
    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// Room for what comes.
        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        /// Words of the template.
        package mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { pieces.append(.words(words)) }
        }

        /// A name.
        package mutating func appendInterpolation(_ name: Name) { pieces.append(.name(name)) }

        /// A figure.
        package mutating func appendInterpolation(_ figure: Figure) {
            pieces.append(.figure(figure))
        }

        /// A fact, as it is shown everywhere.
        package mutating func appendInterpolation(_ fact: Fact<some Showable>) {
            pieces.append(.figure(fact.figure))
        }

        /// A sentence or a part of one.
        package mutating func appendInterpolation(_ sentence: Sentence) {
            pieces.append(contentsOf: sentence.pieces)
        }
    }
}

extension Sentence.Piece {
    /// As plain text.
    package var text: String {
        switch self {
        case .words(let words): words
        case .name(let name): name.text
        case .figure(let figure): figure.text
        }
    }
}

/// What a model, a provider, a test or a category is called; never a number of its own.
package struct Name: Sendable, Hashable {
    /// As it is printed.
    package let text: String

    init(_ text: String) { self.text = text }
}

extension Sequence<Sentence> {
    /// `x`, `x and y`, `x, y and z`.
    var listed: Sentence {
        let all = Array(self)
        guard let last = all.last else { return "" }
        guard all.count > 1 else { return last }
        return "\(all.dropLast().joined(by: ", ")) and \(last)"
    }

    /// One after the other with words between.
    func joined(by words: Sentence = " ") -> Sentence {
        reduce("") { $0.isEmpty ? $1 : "\($0)\(words)\($1)" }
    }
}
