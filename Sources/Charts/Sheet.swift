import Phrases

extension PlotStyle {
    /// Words in the drawing's language, their parts put in.
    func text(_ saying: Saying) -> String { say.text(saying) }

    /// Words or a number of the drawing's own in its language; what is neither, as a model's name,
    /// stays as it is.
    func shown(_ words: String) -> String {
        guard !say.isPlainEnglish, let first = words.unicodeScalars.first else { return words }
        guard !("0"..."9").contains(first), !"−+–±$<>".unicodeScalars.contains(first) else {
            if words.allSatisfy(Self.figures.contains) { return say.numeral(words) }
            return say.speaks(words) ? say.text(words) : words
        }
        return say.cell(words)
    }

    /// What numbers are written with, and their units.
    private static let figures = Set("0123456789−+–±<>%¢$., skMbn")

    /// A whole drawing: the element with its name, its finding and its style, then the body.
    func document(of plot: some Plot, height: Double, _ body: String) -> String {
        let (width, height) = (Drawing.at(width), Drawing.at(height))
        let space = palette == .page ? "" : "xmlns=\"http://www.w3.org/2000/svg\" "
        let speech = say.speaks(plot.saidTitle) ? "" : "lang=\"en\" "
        return """
            <svg \(space)class="plot plot-\(layout.rawValue)" \
            viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" \(speech)direction="ltr" aria-labelledby="\(name)-t \(name)-d">\
            <title id="\(name)-t">\(Drawing.escape(text(plot.saidTitle)))</title>\
            <desc id="\(name)-d">\(Drawing.escape(text(plot.saidFinding)))</desc>\(sheet)

            """ + body + "</svg>"
    }

    /// A drawing that has nothing to draw and says why.
    func empty(_ plot: some Plot, heading: String, reason: String) -> String {
        var drawing = Drawing(self)
        drawing.sheet(width: width, height: 84)
        drawing.heading(heading, in: self)
        drawing.label(fitted(reason), "p-soft", at: (16, 56))
        return document(of: plot, height: 84, drawing.text)
    }

    /// A line of text, shortened to the width between the margins.
    func fitted(_ words: String) -> String {
        TextWidth.shortened(shown(words), toFit: width - 32, size: Self.fontSize)
    }

    /// The size of all text but headings.
    static let fontSize = 13.0
    /// Semi-bold letters are wider by about this much.
    static let boldness = 1.08
}

extension Drawing {
    /// The heading of a drawing, shortened to one line.
    mutating func heading(_ words: String, in style: PlotStyle) {
        let size = 15 * PlotStyle.boldness
        let fitting = TextWidth.shortened(
            style.shown(words), toFit: style.width - 32, size: size)
        label(fitting, "p-head", at: (16, 26))
    }

    /// The marks of two sides with their names, on one line; without a name a side is left out.
    mutating func legend(a: String, b: String, at y: Double, width: Double) {
        let room = (width - 20) / 2 - 18
        let names = [a, b].map {
            TextWidth.shortened($0, toFit: room, size: PlotStyle.fontSize)
        }
        mark(.a, at: (22, y - 4.5))
        label(names[0], "", at: (34, y))
        let next = 34 + TextWidth.estimate(names[0], size: PlotStyle.fontSize) + 20
        mark(.b, at: (next + 6, y - 4.5))
        label(names[1], "", at: (next + 18, y))
    }

    /// A label in the middle of `x`, moved as far as needed to stay between two edges.
    mutating func centred(
        _ words: String, _ style: String, at place: (x: Double, y: Double),
        within edges: ClosedRange<Double>
    ) {
        let half =
            TextWidth.estimate(
                self.style.shown(words), size: PlotStyle.fontSize * PlotStyle.boldness) / 2
        let lowest = edges.lowerBound + half
        let x = min(max(place.x, lowest), max(edges.upperBound - half, lowest))
        label(words, style, at: (x, place.y), anchor: .middle)
    }
}
