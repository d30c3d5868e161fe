/// The patterns that tell areas apart without colour; their identifiers begin with the style's
/// name, so that several drawings may share a page.
struct Patterns {
    let name: String

    /// The second side: its colour under lines at 45°.
    var hatch: Ink.Paint { .pattern(name + "-hatch") }
    /// Ties: dots.
    var dots: Ink.Paint { .pattern(name + "-dots") }

    /// The element that defines the hatch.
    var hatchDefinition: String {
        """
        <pattern id="\(name)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--b)"/>\
        <rect width="1.5" height="6" fill="var(--paper)" fill-opacity=".6"/></pattern>
        """
    }

    /// The element that defines the dots.
    var dotsDefinition: String {
        """
        <pattern id="\(name)-dots" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect width="6" height="6" fill="var(--line)"/>\
        <circle cx="1.5" cy="1.5" r="1.1" fill="var(--muted)"/>\
        <circle cx="4.5" cy="4.5" r="1.1" fill="var(--muted)"/></pattern>
        """
    }
}
