extension TextDocument {
    /// `/accessibility`: what was built and looked at, and what is known to be missing.
    package static let accessibility = TextDocument(
        title: "Accessibility",
        summary: "What the pages of this arena do for readers who use a keyboard, a screen reader, "
            + "large text or no script, and what is not tested.",
        blocks: [
            .paragraph(
                "The pages aim at WCAG 2.2, level AA. This text says what was done and how it is "
                    + "checked; it is no certificate."),
            .heading("What works", id: "works"),
            .list([
                "Every page works without script. With it come streaming into the page, voting by "
                    + "key and copy buttons.",
                "Everything can be reached by keyboard; the focus is always visible. The letters "
                    + "that vote can be turned off at the foot of each page, as WCAG 2.1.4 asks.",
                "A and B differ in word, shape and pattern as well as colour. Contrast was measured "
                    + "in the light and in the dark theme.",
                "While answers stream, a screen reader hears when they begin and when both are "
                    + "complete, not every word.",
                "Each figure stands beside a table that says the same.",
                "Under `prefers-reduced-motion` nothing moves. Pages can be enlarged to 400 %, are "
                    + "usable 320 pixels wide, and print without their controls.",
                "The parts of a page are landmarks with one main heading; languages are marked.",
            ]),
            .heading("How it is checked", id: "checked"),
            .list([
                "A browser walks through the pages, wide and narrow, light and dark, with and "
                    + "without script, and axe-core looks at each; a finding fails the build.",
                "Tests look at every page's markup for headings, labels and landmarks.",
            ]),
            .heading("What is not known", id: "unknown"),
            .list([
                "No screen reader has been tried by people who use one daily.",
                "Answers are written by models; their structure is theirs. Formulas are shown as "
                    + "their source, images as their address.",
                "What each route does is told in English only.",
            ]),
            .paragraph(
                "If something is in your way, tell whoever runs this arena; the keys are listed "
                    + "under `?` on every page."),
        ])
}
