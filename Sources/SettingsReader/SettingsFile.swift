import Foundation

/// Finds and reads the settings file.
struct SettingsFile {
    /// Its path as it is named in messages.
    let name: String
    /// Its absolute path.
    let path: String

    /// The folder it stands in.
    var folder: String { (path as NSString).deletingLastPathComponent }

    /// Its text.
    func text() throws(Refusal) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Refusal(
                reason: "The file cannot be read.",
                advice: "Name another with --config or ARENA_CONFIG, or leave them out.")
        }
        guard bytes.count <= SettingsText.byteLimit else {
            throw Refusal(
                reason: "The file is longer than \(SettingsText.byteLimit) bytes.",
                advice: "Name the right file with --config or ARENA_CONFIG.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(reason: "The file is not UTF-8.", advice: "Save it as UTF-8.")
        }
        return text.replacing("\r\n", with: "\n")
    }
}

/// The folders around the arena.
struct Places {
    let environment: [String: String]
    let workingFolder: String

    /// An absolute path; a relative one begins in `folder`, `~/` in the home folder.
    func absolute(_ path: String, from folder: String? = nil) -> String {
        if path.hasPrefix("/") { return (path as NSString).standardizingPath }
        if path.hasPrefix("~/"), let home = environment["HOME"] {
            return "\(home)/\(path.dropFirst(2))"
        }
        return ("\(folder ?? workingFolder)/\(path)" as NSString).standardizingPath
    }

    /// Where data is kept when nobody says where.
    var usualDataFolder: String {
        let here = absolute("arena-data")
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: here, isDirectory: &isFolder)
        if isThere, isFolder.boolValue { return here }
        if let shared = environment["XDG_DATA_HOME"], shared.hasPrefix("/") {
            return shared + "/arena"
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return here }
        return home + "/.local/share/arena"
    }

    /// The settings file that is read when nobody names one; `nil` if there is none.
    func usualFile(dataFolder: String) -> SettingsFile? {
        let files = [
            SettingsFile(name: "\(dataFolder)/arena.yaml", path: "\(dataFolder)/arena.yaml"),
            SettingsFile(name: "arena.yaml", path: absolute("arena.yaml")),
        ]
        return files.first { FileManager.default.fileExists(atPath: $0.path) }
    }
}
