import Arena
import Yams

extension Contender {
    /// Reads the list `contenders`; each must name one of the group `providers`.
    static func read(
        _ node: Node?, providers: Node?, in reading: inout Reading
    ) -> [Contender] {
        guard let node, node.scalar?.isNull != true else { return [] }
        guard case .sequence(let list) = node else {
            let refusal = Refusal(
                reason: "It is \(node.words), not a list.",
                advice: "Begin each contender with a dash: - id: …")
            reading.refuse("contenders", refusal, at: node.place)
            return []
        }
        let providers = providers?.mapping?.keys.compactMap { $0.scalar?.string } ?? []
        var places: [String: Place?] = [:]
        return list.enumerated().compactMap { index, item in
            rejectSecond(item, places: &places, in: &reading)
            return read(item, number: index + 1, providers: providers, in: &reading)
        }
    }

    private static func rejectSecond(
        _ item: Node, places: inout [String: Place?], in reading: inout Reading
    ) {
        guard let id = item["id"]?.scalar else { return }
        if let first = places[id.string], let line = first?.line {
            let refusal = Refusal(
                reason: "A contender in line \(line) bears the same id.",
                advice: "Give each contender its own id.")
            reading.refuse("contenders.\(id.string).id", refusal, at: id.place)
        } else {
            places[id.string] = id.place
        }
    }

    private static func read(
        _ node: Node, number: Int, providers: [String], in reading: inout Reading
    ) -> Contender? {
        let id = node["id"]?.scalar.flatMap { ContenderID($0.string) }
        let name = "contenders.\(id?.text ?? "\(number)")"
        let keys = SettingKey.words(in: "contenders.*")
        guard let section = Section(node, name: name, keys: keys, in: &reading) else { return nil }
        return Contender(section, providers: providers, in: &reading)
    }

    private init?(_ section: Section, providers: [String], in reading: inout Reading) {
        let id = reading.read(section.required("id", in: &reading), as: ValueForm.contender)
        let name = reading.read(section.scalar("name", in: &reading), as: ValueForm.line)
        let model = reading.read(section.scalar("model", in: &reading), as: ValueForm.slug)
        let provider = reading.read(section.required("provider", in: &reading)) {
            (text) throws(Refusal) in try Self.provider(text, among: providers)
        }
        let upstream = reading.read(
            section.required("upstream_model", in: &reading), as: ValueForm.line)
        let settings = Sampling.read(section, in: &reading)
        let prompt = reading.read(section.scalar("system_prompt", in: &reading)) {
            (text) throws(Refusal) in try ValueForm.text(text, limit: Prompt.byteLimit)
        }
        let price = Price.read(section, in: &reading)
        let retirement = reading.read(section.scalar("retired", in: &reading), as: ValueForm.line)
        guard let id, let provider, let upstream else { return nil }
        self.init(
            id: id, name: name, model: model, provider: provider, upstreamModel: upstream,
            settings: settings, systemPrompt: prompt, price: price,
            retirement: retirement)
    }

    private static func provider(
        _ written: String, among providers: [String]
    ) throws(Refusal) -> String {
        guard !providers.contains(written) else { return written }
        let nearest = Spelling.nearest(to: written, among: providers).map { "Did you mean \($0)? " }
        let known = providers.isEmpty ? "none" : providers.joined(separator: ", ")
        throw Refusal(
            reason: "There is no provider \(Secrets.quoted(written)) in this file.",
            advice: "\(nearest ?? "")Name one of the group providers: \(known).")
    }
}

extension Sampling {
    /// Reads the group `settings` of a contender.
    fileprivate static func read(_ contender: Section, in reading: inout Reading) -> Sampling {
        var sampling = Sampling()
        let keys = SettingKey.words(in: "contenders.*.settings")
        guard let node = contender.node("settings"),
            let section = Section(
                node, name: contender.path("settings"), keys: keys, in: &reading)
        else { return sampling }
        sampling.temperature = reading.read(section.scalar("temperature", in: &reading)) {
            (text) throws(Refusal) in try ValueForm.number(text, in: 0...2)
        }
        sampling.topP = reading.read(section.scalar("top_p", in: &reading)) {
            (text) throws(Refusal) in try ValueForm.number(text, in: 0...1)
        }
        sampling.seed = reading.read(section.scalar("seed", in: &reading)) {
            (text) throws(Refusal) in try ValueForm.whole(text, in: 0...Int(Int32.max))
        }
        let most = reading.read(section.scalar("max_tokens", in: &reading)) {
            (text) throws(Refusal) in try ValueForm.whole(text, in: 1...1_000_000)
        }
        if let most { sampling.maxTokens = most }
        return sampling
    }
}

extension Price {
    /// Reads the group `price` of a contender; both of its keys are needed.
    fileprivate static func read(_ contender: Section, in reading: inout Reading) -> Price? {
        guard let node = contender.node("price"),
            let section = Section(
                node, name: contender.path("price"),
                keys: SettingKey.words(in: "contenders.*.price"), in: &reading)
        else { return nil }
        let input = reading.read(section.required("input", in: &reading), as: ValueForm.money)
        let output = reading.read(section.required("output", in: &reading), as: ValueForm.money)
        guard let input, let output else { return nil }
        return Price(input: input, output: output)
    }
}
