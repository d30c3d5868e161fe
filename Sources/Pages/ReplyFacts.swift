import Arena
import Charts

/// What was measured of the answer just judged.
struct ReplyFacts {
    let side: Reveal.RevealedSide

    /// The facts that are known; nothing where none is.
    var markup: HTML? {
        let facts = facts
        guard !facts.isEmpty else { return nil }
        return """
            <dl class="facts">
            \(facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })
            </dl>
            """
    }

    private var facts: [(name: String, value: String)] {
        let timing = side.report?.timing
        let usage = side.report?.usage
        let known: [(String, String?)] = [
            ("First word", timing?.firstText.map(Self.seconds)),
            ("Whole answer", timing.map { NumberFormat.fixed($0.total, places: 1) + " s" }),
            (
                "Speed",
                timing?.tokensPerSecond(usage).map {
                    NumberFormat.significant($0, digits: 2) + " tokens/s"
                }
            ),
            ("Length", usage.map { $0.output.counted("token", "tokens") }),
            ("Cost", side.cost.map(\.words)),
        ]
        return known.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func seconds(_ time: Double) -> String {
        time < 0.01 ? "under 0.01 s" : NumberFormat.fixed(time, places: 2) + " s"
    }
}
