import Comparisons
import Phrases

/// The blocks of a page as links, folded on a phone.
struct JumpList {
    let sections: [Section]

    /// The links.
    func markup(in say: Phrasebook) -> HTML {
        """
        <nav class="jumps" aria-label="\(say.text("On this page"))">
        \(sections.map { "<a href=\"#\($0.block.rawValue)\">\($0.title.plainMarkup(in: say))</a>" })
        </nav>
        """
    }
}

/// The mixes of tokens in and out that prices can be weighed by; one at a time for the whole page.
struct BlendLinks {
    private let comparison: Comparison
    private let path: String

    /// Links to the same page with another mix.
    init(_ comparison: Comparison, path: String) {
        self.comparison = comparison
        self.path = path
    }

    /// The links, the chosen one marked.
    func markup(in say: Phrasebook) -> HTML {
        """
        <p class="row fine">\(say("Weigh tokens in and out as")) \(Blend.offered.map { blend in
            """
            <a href="\(path)?blend=\(blend.description)#price"\
            \(" aria-current=\"true\"", when: blend == comparison.settings.blend)>\
            \(words(blend, in: say))</a>
            """
        })</p>
        """
    }

    private func words(_ blend: Blend, in say: Phrasebook) -> String {
        blend == .arena ? say.text("this arena’s own mix") : blend.description
    }
}

/// The traffic that a month's cost is reckoned for: a plain form that asks for the same page.
struct TrafficForm {
    private let comparison: Comparison
    private let path: String

    /// A form filled with the traffic on the page.
    init(_ comparison: Comparison, path: String) {
        self.comparison = comparison
        self.path = path
    }

    /// The form and the ready-made traffics.
    func markup(in say: Phrasebook) -> HTML {
        guard let traffic = comparison.monthly?.traffic.a else { return .empty }
        let share = { (hundredths: Int) in Double(hundredths) / 100 }
        return """
            <form class="traffic" method="get" action="\(path)#monthly">
            \(blend)
            \(field("requests", say.text("Requests a month"), "\(traffic.requests)"))
            \(field("in", say.text("Tokens in"), "\(traffic.tokensIn)"))
            \(field("out", say.text("Tokens out"), "\(traffic.tokensOut)"))
            \(field("cached", say.text("From cache, %"), "\(share(traffic.cached).shortText)"))
            \(field("retries", say.text("Sent again, %"), "\(share(traffic.retries ?? 0).shortText)"))
            <button>\(say("Reckon"))</button>
            </form>
            <p class="row fine">\(say("Or take")) \(MonthlyCost.presets.map { preset($0, in: say) })</p>
            """
    }

    private var blend: HTML {
        guard let blend = comparison.settings.blend else { return .empty }
        return "<input type=\"hidden\" name=\"blend\" value=\"\(blend.description)\">"
    }

    private func field(_ name: String, _ label: String, _ value: String) -> HTML {
        """
        <label>\(label)<input name="\(name)" value="\(value)" inputmode="decimal" size="9"></label>
        """
    }

    private func preset(
        _ preset: (name: String, traffic: Traffic), in say: Phrasebook
    ) -> HTML {
        let traffic = preset.traffic
        let query = "requests=\(traffic.requests)&in=\(traffic.tokensIn)&out=\(traffic.tokensOut)"
        return "<a href=\"\(path)?\(query)#monthly\">\(say(preset.name))</a>"
    }
}

extension Double {
    /// Without needless zeros: `0`, `2.5`.
    fileprivate var shortText: String {
        self == rounded() ? String(Int(self)) : String(self)
    }
}

/// A battle of this very pair: sides shuffled, names of the sides hidden until the vote.
struct PairBattle {
    private let contenders: Sides<String>

    /// The invitation to a battle of two contenders, by their short names.
    init(_ contenders: Sides<String>) {
        self.contenders = contenders
    }

    /// A field for a prompt; the two are told apart only after the vote.
    func markup(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <form class="pairbattle" method="post" action="/b">
            \(context.tokenField)
            <input type="hidden" name="kind" value="pair">
            <input type="hidden" name="a" value="\(contenders.a)">
            <input type="hidden" name="b" value="\(contenders.b)">
            <h3><label for="pair-prompt">\(say("Battle these two, blind"))</label></h3>
            <textarea id="pair-prompt" name="prompt" rows="2" required maxlength="32768" dir="auto"
            placeholder="\(say.text("Your prompt goes to both; you will not know which side is which"))"></textarea>
            <div class="row"><button class="primary">\(say("Start"))</button>
            <button name="named" value="1">\(say("With names shown"))</button>
            <span class="fine">\(say("""
                Your vote counts in this page’s record, marked as chosen; not in the ratings, because \
                you chose the pair.
                """))</span></div>
            </form>
            """
    }
}

/// Pairs to read next.
struct RelatedLinks {
    private let related: Related

    /// The links of a page.
    init(_ related: Related) {
        self.related = related
    }

    /// One line a pair, with the reason.
    func markup(in say: Phrasebook) -> HTML {
        """
        <section class="block" id="related" aria-labelledby="h-related">
        <h2 id="h-related">\(related.section.title.plainMarkup(in: say))</h2>
        <ul class="related">
        \(related.links.map { link in
            """
            <li><a href="/compare/\(link.slug)">\(link.title.plainMarkup(in: say))</a> \
            <span class="fine">\(link.reason.plainMarkup(in: say))</span></li>
            """
        })
        </ul>
        </section>
        """
    }
}
