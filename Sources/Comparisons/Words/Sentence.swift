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
        /// A sentence in the sentence, of more than a name or a figure; it has words of its own, so
        /// that a translation is asked for both apart.
        case part(Sentence)
    }

    /// The stretches as they were put together, in order.
    package private(set) var tree: [Piece]

    /// The words, names and figures, in order.
    package var pieces: [Piece] {
        var pieces: [Piece] = []
        forEachPiece { pieces.append($0) }
        return pieces
    }

    /// Plain words.
    package init(stringLiteral words: String) {
        tree = words.isEmpty ? [] : [.words(words)]
    }

    /// Words with names and figures.
    package init(stringInterpolation: Interpolation) {
        tree = stringInterpolation.tree
    }

    init(_ name: Name) { tree = [.name(name)] }
    init(_ figure: Figure) { tree = [.figure(figure)] }

    /// Visits the words, names and figures, in order.
    package func forEachPiece(_ visit: (Piece) -> Void) {
        for piece in tree {
            if case .part(let sentence) = piece {
                sentence.forEachPiece(visit)
            } else {
                visit(piece)
            }
        }
    }

    /// As plain text.
    package var text: String {
        var text = ""
        for piece in tree { text += piece.text }
        return text
    }

    /// The figures in it, in order.
    package var figures: [Figure] {
        var figures: [Figure] = []
        forEachPiece { if case .figure(let figure) = $0 { figures.append(figure) } }
        return figures
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { tree.isEmpty }

    /// The sentence without its full stop; `nil` where it has none.
    var withoutStop: Sentence? {
        var open = self
        switch tree.last {
        case .words(let words) where words.hasSuffix("."):
            open.tree.removeLast()
            if words.count > 1 { open.tree.append(.words(String(words.dropLast()))) }
        case .part(let sentence):
            guard let rest = sentence.withoutStop else { return nil }
            open.tree[open.tree.count - 1] = .part(rest)
        default: return nil
        }
        return open
    }

    /// One after the other, with a space between.
    package static func + (left: Sentence, right: Sentence) -> Sentence {
        if left.isEmpty || right.isEmpty { return left.isEmpty ? right : left }
        return "\(left) \(right)"
    }

    /// The pieces of a sentence being written.
    package struct Interpolation: StringInterpolationProtocol {
        var tree: [Piece] = []

        /// Room for what comes.
        package init(literalCapacity: Int, interpolationCount: Int) {
            tree.reserveCapacity(interpolationCount * 2 + 1)
        }

        /// Words of the template.
        package mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { tree.append(.words(words)) }
        }

        /// A name.
        package mutating func appendInterpolation(_ name: Name) { tree.append(.name(name)) }

        /// A figure.
        package mutating func appendInterpolation(_ figure: Figure) {
            tree.append(.figure(figure))
        }

        /// A fact, as it is shown everywhere.
        package mutating func appendInterpolation(_ fact: Fact<some Showable>) {
            tree.append(.figure(fact.figure))
        }

        /// A sentence or a part of one.
        package mutating func appendInterpolation(_ sentence: Sentence) {
            guard let first = sentence.tree.first else { return }
            let isWordless = if case .words = first { false } else { true }
            tree.append(sentence.tree.count == 1 && isWordless ? first : .part(sentence))
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
        case .part(let sentence): sentence.text
        }
    }
}

/// What a model, a provider, a test or a category is called; never a number of its own.
package struct Name: Sendable, Hashable {
    /// As it is printed.
    package let text: String
    /// Whether it is a word, which other languages have their own for: a category, not a model.
    package let isWord: Bool

    init(_ text: String) { (self.text, isWord) = (text, false) }
    init(word: String) { (text, isWord) = (word, true) }
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
