import Comparisons

extension Sentence {
    /// The sentence with names kept apart from the direction of the text around them.
    var markup: HTML {
        var markup = ""
        for piece in pieces {
            switch piece {
            case .words(let words): markup += HTML.escape(words)
            case .name(let name): markup.append(name)
            case .figure(let figure):
                markup +=
                    figure.text.utf8.count > 24 ? "<b class=\"fig long\">" : "<b class=\"fig\">"
                markup += HTML.escape(figure.text)
                markup += "</b>"
            }
        }
        return HTML(trusted: markup)
    }

    /// The sentence without marks on its figures, for cells and headings.
    var plainMarkup: HTML {
        var markup = ""
        markup.append(plain: self)
        return HTML(trusted: markup)
    }
}

extension String {
    /// Adds a sentence to markup as ``Sentence/plainMarkup`` has it.
    mutating func append(plain sentence: Sentence) {
        for piece in sentence.pieces {
            if case .name(let name) = piece {
                append(name)
            } else {
                self += HTML.escape(piece.text)
            }
        }
    }

    fileprivate mutating func append(_ name: Name) {
        self += "<bdi>"
        self += HTML.escape(name.text)
        self += "</bdi>"
    }
}

extension Mark {
    /// The sign with its word for those who do not see it; nothing where there is no mark.
    var markup: HTML {
        guard self != .none else { return .empty }
        return """
             <span class="better" aria-hidden="true">\(symbol)</span>\
            <span class="sr-only"> \(word)</span>
            """
    }
}
