extension PlotStyle {
    /// The colour of letters on a shade of a side's colour: black or white, whichever is easier to
    /// read; where the page decides on the light both are named and the browser picks.
    func letters(over shade: Double, of side: PlotSide = .a) -> String {
        let isBlack = [PlotColours.light, .dark].map { $0.takesBlack(over: side, opacity: shade) }
        let names = isBlack.map { $0 ? "#000" : "#FFF" }
        switch palette {
        case .light: return names[0]
        case .dark: return names[1]
        case .page, .automatic:
            return names[0] == names[1] ? names[0] : "light-dark(\(names[0]),\(names[1]))"
        }
    }
}

extension PlotColours {
    /// Whether black is easier to read than white on a side's colour laid over the paper this
    /// densely.
    func takesBlack(over side: PlotSide, opacity: Double) -> Bool {
        let ground = Self.mix(side == .a ? a : b, over: paper, opacity: opacity)
        return Self.contrast(0x000000, ground) >= Self.contrast(0xFFFFFF, ground)
    }
}
