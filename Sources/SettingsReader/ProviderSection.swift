import Arena
import Yams

extension ProviderSettings {
    /// Reads the group `providers`: a provider under each name.
    static func read(_ node: Node?, in reading: inout Reading) -> [ProviderSettings] {
        guard let node, node.scalar?.isNull != true else { return [] }
        guard case .mapping(let mapping) = node else {
            let refusal = Refusal(
                reason: "It is \(node.words), not a group of providers.",
                advice: "Write each provider's name, and its keys below it.")
            reading.refuse("providers", refusal, at: node.place)
            return []
        }
        return mapping.compactMap { key, value in read(key, value, in: &reading) }
    }

    private static func read(
        _ key: Node, _ value: Node, in reading: inout Reading
    ) -> ProviderSettings? {
        let word = key.scalar?.string ?? ""
        guard !word.hasSuffix(SettingsText.again) else { return nil }
        let name: String
        do throws(Refusal) {
            name = try ValueForm.slug(word)
        } catch {
            reading.refuse("providers", error, at: key.place)
            return nil
        }
        let keys = SettingKey.words(in: "providers.*")
        guard
            let section = Section(value, name: "providers.\(name)", keys: keys, in: &reading)
        else { return nil }
        return ProviderSettings(name, section, in: &reading)
    }

    private init?(_ name: String, _ section: Section, in reading: inout Reading) {
        let spoken = reading.read(section.required("protocol", in: &reading)) {
            (text) throws(Refusal) -> WireProtocol in try ValueForm.word(text)
        }
        let address = reading.read(
            section.required("base_url", in: &reading), as: WebAddress.read)
        let variable = reading.read(
            section.scalar("api_key_env", in: &reading), as: Self.variable)
        let streams = reading.read(
            section.scalar("stream", in: &reading), as: ValueForm.yesOrNo)
        let day = reading.read(
            section.scalar("daily_budget", in: &reading), as: ValueForm.dollars)
        let minute = reading.read(
            section.scalar("minute_budget", in: &reading), as: ValueForm.dollars)
        let free = reading.read(section.scalar("free", in: &reading), as: ValueForm.yesOrNo)
        let onCancel = reading.read(section.scalar("on_cancel", in: &reading)) {
            (text) throws(Refusal) -> CancelCost in try ValueForm.word(text)
        }
        let allowsPrivate = reading.read(
            section.scalar("allow_private", in: &reading), as: ValueForm.yesOrNo)
        guard let spoken, let address else { return nil }
        self.init(
            name: name, wireProtocol: spoken, baseURL: address, apiKeyVariable: variable,
            streams: streams ?? true, ceilings: Ceilings(day: day, minute: minute), free: free,
            onCancel: onCancel ?? .full, allowsPrivate: allowsPrivate ?? false)
    }

    private static func variable(_ written: String) throws(Refusal) -> String {
        let isName = written.utf8.allSatisfy { byte in
            (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
                || (0x61...0x7A).contains(byte)
        }
        let hasSmallAndDigits =
            written.contains(where: \.isLowercase) && written.contains(where: \.isNumber)
        let looksLikeKey = Secrets.areIn(written) || (hasSmallAndDigits && written.count >= 16)
        guard isName, written.first?.isNumber == false, !looksLikeKey else {
            throw Refusal(
                reason: "It is not the name of a variable.",
                advice: "Write the variable's name, as OPENAI_API_KEY; never the key itself.")
        }
        return written
    }
}
