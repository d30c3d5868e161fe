import Arena
import Foundation
import SettingsReader
import Testing

@Suite struct ExampleTests {
    private let example = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "deploy/arena.example.yaml")

    @Test func `the example file is correct, and its general values are the defaults`() throws {
        let folder = try WorkingFolder(try String(contentsOf: example, encoding: .utf8))
        let read = try folder.read()
        #expect(read.settings.contenders.count == 2)
        var general = read.settings
        general.providers = []
        general.contenders = []
        #expect(general == Settings(dataFolder: general.dataFolder))
    }

    @Test func `the example file shows every key, and every variable`() throws {
        let text = try String(contentsOf: example, encoding: .utf8)
        for key in SettingKey.all where key.name != "config" {
            let word = try #require(key.name.split(separator: ".").last)
            #expect(text.contains("\(word):"), "\(key.name)")
            if let variable = key.variable { #expect(text.contains(variable)) }
        }
    }

    @Test func `every key is told once, in a sentence`() {
        let names = SettingKey.all.map(\.name)
        #expect(names.count == Set(names).count)
        let variables = SettingKey.all.compactMap(\.variable)
        #expect(variables.count == Set(variables).count)
        for key in SettingKey.all {
            #expect(key.sentence.hasSuffix(".") && !key.form.isEmpty, "\(key.name)")
        }
        #expect(SettingKey.all.first { $0.name == "server.port" }?.fallback == "4141")
        #expect(SettingKey.all.first { $0.name == "limits.stall_seconds" }?.fallback == "30")
    }
}
