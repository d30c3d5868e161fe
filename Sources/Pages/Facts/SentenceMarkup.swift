import Comparisons

extension Sentence {
    /// The sentence with names kept apart from the direction of the text around them.
    var markup: HTML {
        var markup = ""
        for piece in pieces {
            switch piece {
            case .words(let words): markup += HTML.escape(words)
            case .name(let name): markup += "<bdi>" + HTML.escape(name.text) + "</bdi>"
            case .figure(let figure):
                markup += "<b class=\"fig\">" + HTML.escape(figure.text) + "</b>"
            }
        }
        return HTML(trusted: markup)
    }

    /// The sentence without marks on its figures, for cells and headings.
    var plainMarkup: HTML {
        var markup = ""
        for piece in pieces {
            guard case .name(let name) = piece else {
                markup += HTML.escape(piece.text)
                continue
            }
            markup += "<bdi>" + HTML.escape(name.text) + "</bdi>"
        }
        return HTML(trusted: markup)
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
