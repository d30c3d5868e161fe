import Arena

/// The few pictures of the pages, drawn with the colours of the text around them.
enum Symbol {
    /// A half circle and a hatched half square: the two sides.
    static let logo: HTML = """
        <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">\
        <path class="fill-a" d="M15 3a13 13 0 0 0 0 26z"/>\
        <path class="line-b" d="M17 3h12v26H17zM17 11l8-8M17 19 29 7M17 27 29 15M23 29l6-6"/></svg>
        """

    /// A triangle with a mark of exclamation.
    static let warning: HTML = """
        <svg class="sign" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">\
        <path d="M10 2.5 18.5 17h-17z"/><path d="M10 8v4M10 14.2v.3"/></svg>
        """

    /// A side's shape: a solid circle for a, a hatched square for b.
    static func mark(_ side: Side) -> HTML {
        switch side {
        case .a:
            """
            <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">\
            <circle class="fill-a" cx="8" cy="8" r="7"/></svg>
            """
        case .b:
            """
            <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">\
            <path class="line-b" d="M2 2h12v12H2zM2 7l5-5M2 12 12 2M5 14l9-9M10 14l4-4"/></svg>
            """
        }
    }
}

extension Side {
    /// The letter people read.
    var letter: String { self == .a ? "A" : "B" }
}
