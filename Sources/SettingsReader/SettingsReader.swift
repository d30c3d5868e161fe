import Arena
import Yams

/// Reads the settings: flags outweigh the environment, which outweighs the file, which outweighs
/// the defaults.
package struct SettingsReader: Sendable {
    private let flags: [String: String]
    private let environment: [String: String]
    private let workingFolder: String

    /// A reader of these sources.
    ///
    /// - Parameters:
    ///   - flags: texts given on the command line, by ``SettingKey/name``.
    ///   - environment: the variables; an empty one counts as not set.
    ///   - workingFolder: the absolute path that relative ones begin with.
    package init(
        flags: [String: String] = [:], environment: [String: String], workingFolder: String
    ) {
        self.flags = flags
        self.environment = environment.filter { !$0.value.isEmpty }
        self.workingFolder = workingFolder
    }

    /// Reads everything and checks it.
    ///
    /// - Throws: ``SettingProblems`` with every mistake that was found.
    package func read() throws(SettingProblems) -> ReadSettings {
        let file = file()
        var reading = Reading(file: file?.name ?? "")
        var settings = Settings(dataFolder: places.usualDataFolder)
        let tree = file.map { SettingsTree($0, in: &reading) }
        let origins = SettingKey.general.map { key in
            read(key, tree, beside: file, into: &settings, in: &reading)
        }
        settings.providers = ProviderSettings.read(tree?["providers"], in: &reading)
        settings.contenders = Contender.read(
            tree?["contenders"], providers: tree?["providers"], in: &reading
        ).map { $0.asked(of: settings.providers) }
        guard reading.problems.isEmpty else {
            throw SettingProblems(problems: reading.problems)
        }
        let general = zip(SettingKey.general, origins).map { key, origin in
            let value = key.access?.write(settings) ?? file?.path ?? "none"
            return SettingValue(key: key.name, value: value, origin: origin)
        }
        return ReadSettings(
            settings: settings, values: general + reading.values, file: file?.path)
    }

    private var places: Places { Places(environment: environment, workingFolder: workingFolder) }

    /// What flags and the environment say of a key, the weightiest last.
    private func words(on key: SettingKey) -> [(text: String, origin: Origin)] {
        let variable = key.variable.flatMap { name in
            environment[name].map { (text: $0, origin: Origin.variable(name)) }
        }
        let flag = flags[key.name].map { (text: $0, origin: Origin.flag(key.flag ?? key.name)) }
        return [variable, flag].compactMap(\.self)
    }

    private func file() -> SettingsFile? {
        if let name = words(on: .config).last?.text {
            return SettingsFile(name: name, path: places.absolute(name))
        }
        let folder = words(on: .dataFolder).last.map { places.absolute($0.text) }
        return places.usualFile(dataFolder: folder ?? places.usualDataFolder)
    }
}

extension SettingsReader {
    /// Reads one general key from all its sources; returns the weightiest that speaks.
    private func read(
        _ key: SettingKey, _ tree: SettingsTree?, beside file: SettingsFile?,
        into settings: inout Settings, in reading: inout Reading
    ) -> Origin {
        var origin = Origin.standard
        if let scalar = tree?.scalar(of: key, in: &reading) {
            origin = .file(reading.file, line: scalar.place?.line ?? 1)
            do throws(Refusal) {
                try read(key, scalar.text, from: file?.folder, into: &settings)
            } catch {
                reading.refuse(key.name, error, at: scalar.place)
            }
        }
        for (text, source) in words(on: key) {
            origin = source
            do throws(Refusal) {
                try read(key, text, from: nil, into: &settings)
            } catch {
                reading.refuse(key.name, error, at: source.description)
            }
        }
        return origin
    }

    private func read(
        _ key: SettingKey, _ text: String, from folder: String?, into settings: inout Settings
    ) throws(Refusal) {
        try key.access?.read(text, &settings)
        settings.dataFolder = places.absolute(settings.dataFolder, from: folder)
        settings.catalogue = settings.catalogue.map { places.absolute($0, from: folder) }
    }
}
