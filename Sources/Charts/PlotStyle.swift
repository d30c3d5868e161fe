package import Phrases

/// How a plot is drawn: for which screen, and where its colours come from.
package struct PlotStyle: Equatable, Sendable {
    /// For which screen it is laid out.
    package enum Layout: String, Sendable, CaseIterable {
        /// 720 units wide.
        case wide
        /// 360 units wide, laid out anew for a phone.
        case narrow
    }

    /// Where its colours come from.
    package enum Palette: Sendable, Equatable {
        /// From the style sheet of the page it stands in.
        case page
        /// From a style of its own, for a file; follows the reader's system.
        case automatic
        /// From a style of its own, dark on light.
        case light
        /// From a style of its own, light on dark.
        case dark
    }

    /// For which screen.
    package let layout: Layout
    /// Where the colours come from.
    package let palette: Palette
    /// Begins the identifiers in the drawing; unlike any other on the page.
    package let name: String
    /// The words in it.
    package let say: Phrasebook

    /// A style; `name` is of letters, digits and dashes.
    package init(
        layout: Layout, palette: Palette, name: String, say: Phrasebook = .english
    ) {
        self.layout = layout
        self.palette = palette
        self.name = name
        self.say = say
    }

    /// Units from the left edge to the right.
    var width: Double { layout == .wide ? 720 : 360 }

    /// The drawing's own `<style>`; empty for a page, whose policy forbids one.
    var sheet: String {
        switch palette {
        case .page: ""
        case .light: "<style>\(Self.rules)svg{\(PlotColours.light.variables)}</style>"
        case .dark: "<style>\(Self.rules)svg{\(PlotColours.dark.variables)}</style>"
        case .automatic:
            "<style>\(Self.rules)svg{color-scheme:light dark;\(PlotColours.light.variables)}"
                + "@media (prefers-color-scheme:dark){svg{\(PlotColours.dark.variables)}}</style>"
        }
    }

    private static let rules =
        "svg{font:13px system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif;"
        + "font-variant-numeric:tabular-nums}"
        + "text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;"
        + "stroke-linejoin:round}.p-head{font-size:15px;font-weight:600}"
        + ".p-soft{fill:var(--muted)}.p-strong{font-weight:600}.p-paper{fill:var(--paper)}"
        + ".p-grid{stroke:var(--line)}"
        + ".p-band{stroke:var(--a);stroke-opacity:.35;stroke-width:6}"
        + ".p-dot{fill:var(--a);stroke:var(--paper);stroke-width:2}"
        + ".p-open{fill:var(--paper);stroke:var(--muted);stroke-width:2}"
        + ".p-tip{fill:none;stroke:var(--muted);stroke-width:2}"
        + ".p-thin{stroke:var(--muted);stroke-width:2;stroke-dasharray:2 3}"
}
