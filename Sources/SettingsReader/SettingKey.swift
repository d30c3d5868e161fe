import Arena

/// One key of the settings, described once: what reads the settings, `arena config`, the README
/// and the example file all follow this description.
package struct SettingKey: Sendable {
    /// The key in the file, as `server.port`, `providers.*.base_url` or `contenders.*.id`.
    package let name: String
    /// What is written there, in a few words.
    package let form: String
    /// What holds where nothing is said; `nil` where the key must be written or stays unset.
    package let fallback: String?
    /// The variable of the environment, if any.
    package let variable: String?
    /// The flag of the command line, if any.
    package let flag: String?
    /// What it is for, in one sentence.
    package let sentence: String
    let access: Access?

    /// How a general key is read into settings and written from them.
    struct Access: Sendable {
        let read: @Sendable (String, inout Settings) throws(Refusal) -> Void
        let write: @Sendable (Settings) -> String
    }

    init(
        _ name: String, _ form: String, fallback: String? = nil, variable: String? = nil,
        flag: String? = nil, access: Access? = nil, _ sentence: String
    ) {
        self.name = name
        self.form = form
        self.fallback = fallback ?? access.map { $0.write(Settings()) }
        self.variable = variable
        self.flag = flag
        self.access = access
        self.sentence = sentence
    }

    /// All keys, in the order in which they are explained.
    package static let all = general + onVotes + ofProviders + ofContenders
}

extension SettingKey.Access {
    typealias Path<Value> = any WritableKeyPath<Settings, Value> & Sendable

    init<Value: Sendable>(
        _ path: Path<Value>, write: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable (String) throws(Refusal) -> Value
    ) {
        self.read = { (written, settings) throws(Refusal) in
            settings[keyPath: path] = try read(written)
        }
        self.write = { settings in write(settings[keyPath: path]) }
    }

    static func seconds(_ path: Path<Double>) -> Self {
        Self(
            path, write: { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" },
            read: { (written) throws(Refusal) in
                try ValueForm.number(written, in: 0.001...86_400)
            })
    }

    static func share(_ path: Path<Double>, upTo most: Double) -> Self {
        Self(
            path, write: { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" },
            read: { (written) throws(Refusal) in try ValueForm.number(written, in: 0...most) })
    }

    static func whole(_ path: Path<Int>, in range: ClosedRange<Int>) -> Self {
        Self(
            path, write: \.description,
            read: { (written) throws(Refusal) in try ValueForm.whole(written, in: range) })
    }

    static func yesOrNo(_ path: Path<Bool>) -> Self {
        Self(path, write: \.description, read: ValueForm.yesOrNo)
    }

    static func line(_ path: Path<String>) -> Self {
        Self(path, write: \.self, read: ValueForm.line)
    }

    static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ path: Path<Word>
    ) -> Self {
        Self(path, write: \.rawValue, read: ValueForm.word)
    }
}
