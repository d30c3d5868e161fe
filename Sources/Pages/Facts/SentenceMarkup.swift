import Comparisons
import Phrases

extension Sentence {
    /// The sentence in a language, with names kept apart from the direction of the text around them.
    func markup(in say: Phrasebook) -> HTML {
        guard say.isPlainEnglish else { return HTML(trusted: said(in: say, .marked)) }
        return HTML(trusted: english(.marked))
    }

    /// The sentence without marks on its figures, for cells and headings.
    func plainMarkup(in say: Phrasebook) -> HTML {
        var markup = ""
        markup.append(plain: self, in: say)
        return HTML(trusted: markup)
    }

    /// The sentence as text, for attributes.
    func text(in say: Phrasebook) -> String {
        say.isPlainEnglish ? text : said(in: say, .text)
    }

    fileprivate func english(_ style: Spelling) -> String {
        var markup = ""
        for piece in tree { style.append(piece, to: &markup) }
        return markup
    }

    /// The sentence by its template: what a catalogue has for it, else English, marked as such.
    fileprivate func said(in say: Phrasebook, _ style: Spelling) -> String {
        var (template, parts, number) = ("", [String: String](), Int?.none)
        for piece in tree {
            if case .words(let words) = piece {
                template += words
                continue
            }
            if number == nil, case .figure(let figure) = piece { number = Int(figure.text) }
            let name = String(parts.count + 1)
            template += "{\(name)}"
            parts[name] = style.part(piece, in: say)
        }
        if template == "{1}" { return parts["1"] ?? "" }
        guard let phrase = say.template(template, beside: number) else {
            return style == .text
                ? text : "<span lang=\"en\" dir=\"ltr\">\(english(style))</span>"
        }
        return say.fill(style == .text ? phrase : HTML.escape(phrase), with: parts)
    }
}

/// How a sentence is written out.
private enum Spelling {
    /// As markup, with marks on its figures.
    case marked
    /// As markup.
    case plain
    /// As text.
    case text

    /// A part in another language; words stand in the template.
    func part(_ piece: Sentence.Piece, in say: Phrasebook) -> String {
        switch piece {
        case .words(let words): return words
        case .name(let name): return wrap(name, name.isWord ? say.word(name.text) : name.text)
        case .part(let sentence): return sentence.said(in: say, self)
        case .figure(let figure):
            let text =
                switch figure.kind {
                case .number: say.numeral(figure.text)
                case .word: say.word(figure.text)
                case .literal: figure.text
                }
            return wrap(figure, text)
        }
    }

    /// A stretch as it was written, as markup.
    func append(_ piece: Sentence.Piece, to markup: inout String) {
        switch piece {
        case .words(let words): markup += HTML.escape(words)
        case .name(let name):
            markup += "<bdi>"
            markup += HTML.escape(name.text)
            markup += "</bdi>"
        case .figure(let figure):
            if self == .marked { markup += Self.mark(figure) }
            markup += HTML.escape(figure.text)
            if self == .marked { markup += "</b>" }
        case .part(let sentence): for piece in sentence.tree { append(piece, to: &markup) }
        }
    }

    private func wrap(_ name: Name, _ text: String) -> String {
        self == .text ? text : "<bdi>\(HTML.escape(text))</bdi>"
    }

    private func wrap(_ figure: Figure, _ text: String) -> String {
        guard self == .marked else { return self == .text ? text : HTML.escape(text) }
        return Self.mark(figure) + HTML.escape(text) + "</b>"
    }

    private static func mark(_ figure: Figure) -> String {
        figure.text.utf8.count > 24 ? "<b class=\"fig long\">" : "<b class=\"fig\">"
    }
}

extension String {
    /// Adds a sentence to markup as ``Sentence/plainMarkup(in:)`` has it.
    mutating func append(plain sentence: Sentence, in say: Phrasebook) {
        guard say.isPlainEnglish else {
            self += sentence.said(in: say, .plain)
            return
        }
        for piece in sentence.tree { Spelling.plain.append(piece, to: &self) }
    }
}

extension Mark {
    /// The sign with its word for those who do not see it; nothing where there is no mark.
    func markup(in say: Phrasebook) -> HTML {
        guard self != .none else { return .empty }
        return """
             <span class="better" aria-hidden="true">\(symbol)</span>\
            <span class="sr-only"> \(say.text(word))</span>
            """
    }
}
