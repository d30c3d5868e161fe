import Arena
import Charts
import Phrases

/// What was measured of the answer just judged.
struct ReplyFacts {
    let side: Reveal.RevealedSide

    /// The facts that are known; nothing where none is.
    func markup(in context: PageContext) -> HTML? {
        let facts = facts(context.say)
        guard !facts.isEmpty else { return nil }
        return """
            <dl class="facts">
            \(facts.map { "<div><dt>\(context.say($0.name))</dt><dd>\($0.value)</dd></div>" })
            </dl>
            """
    }

    private func facts(_ say: Phrasebook) -> [(name: String, value: String)] {
        let timing = side.report?.timing
        let usage = side.report?.usage
        let known: [(String, String?)] = [
            ("First word", timing?.firstText.map { seconds($0, say) }),
            ("Whole answer", timing.map { say.fixed($0.total, places: 1) + " s" }),
            ("Speed", timing?.tokensPerSecond(usage).map { speed($0, say) }),
            ("Length", usage.map { say.count($0.output, "{n} token", "{n} tokens") }),
            ("Cost", side.cost.map { say.figure($0.words) }),
        ]
        return known.compactMap { name, value in value.map { (name, $0) } }
    }

    private func seconds(_ time: Double, _ say: Phrasebook) -> String {
        time < 0.01 ? say.text("under 0.01 s") : say.fixed(time, places: 2) + " s"
    }

    private func speed(_ rate: Double, _ say: Phrasebook) -> String {
        say.text(
            "{n} tokens/s", ["n": say.figure(NumberFormat.significant(rate, digits: 2))])
    }
}
