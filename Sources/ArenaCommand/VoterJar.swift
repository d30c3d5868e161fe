import Arena
import Foundation

/// Keeps the voter cookie of a terminal, so that one person stays one voter.
enum VoterJar {
    /// Beside the data of this machine's arena.
    case local(String)
    /// For another machine's arena, by its address.
    case remote(String)

    /// The cookie kept from before.
    var cookie: String? {
        FileManager.default.contents(atPath: path)
            .flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Keeps a cookie, readable by this user alone. A jar that cannot be written is left empty: the
    /// next battle is then another voter's, which is said.
    func keep(_ cookie: String) {
        let folder = (path as NSString).deletingLastPathComponent
        let isMade =
            (try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)) != nil
        let isKept = FileManager.default.createFile(
            atPath: path, contents: Data(cookie.utf8), attributes: [.posixPermissions: 0o600])
        if !isMade || !isKept {
            Output.tell("note: \(path) cannot be written; you are a new voter each time")
        }
    }

    private var path: String {
        switch self {
        case .local(let folder): return folder + "/terminal-voter"
        case .remote(let address):
            let environment = ProcessInfo.processInfo.environment
            let home = environment["HOME"] ?? "."
            let state = environment["XDG_STATE_HOME"] ?? home + "/.local/state"
            return state + "/arena/voter-" + RandomText.base64URL(Array(address.utf8))
        }
    }
}
