package import Arena
package import Foundation

/// The links that open the admin side once: a file each, in a folder that its owner alone reads.
///
/// A file's name is the digest of its code, its content the moment at which it expires. A running
/// server and the command line share the folder; taking the file away is using the link.
package struct AdminLinks: Sendable {
    /// How long a link lasts, in seconds.
    package static let lifetime = 900.0

    private let folder: String

    /// The links of a data folder.
    package init(dataFolder: String) {
        folder = dataFolder + "/admin-links"
    }

    /// Makes a link's code.
    ///
    /// - Throws: ``ArenaError/storage(_:)`` when the folder cannot be written.
    package func make(at time: Date = Date()) throws(ArenaError) -> SecretCode {
        let code = SecretCode()
        let end = Int64((time + Self.lifetime).timeIntervalSince1970)
        try write("\(end)\n", to: code.digest)
        return code
    }

    /// Notes at which address the server that uses this folder is reached.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func note(address: String) throws(ArenaError) {
        try write(address + "\n", to: "address")
    }

    /// The address that was noted last; `nil` before the first.
    package var address: String? {
        FileManager.default.contents(atPath: folder + "/address")
            .flatMap { String(validating: $0, as: UTF8.self) }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    /// The address of a link.
    package static func link(to address: String, _ code: SecretCode) -> String {
        "\(address)/admin/enter?code=\(code.text)"
    }

    /// Whether a code may be used now. Nothing is changed.
    func holds(_ code: SecretCode, at time: Date) -> Bool {
        guard let end = end(of: code.digest) else { return false }
        return time < end
    }

    /// Uses a code up; `false` when it is unknown, used or expired.
    func use(_ code: SecretCode, at time: Date) -> Bool {
        let isHeld = holds(code, at: time)
        return unlink(folder + "/" + code.digest) == 0 && isHeld
    }

    /// Takes expired links away.
    package func tidy(at time: Date = Date()) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.utf8.count == 64 {
            if end(of: name).map({ time >= $0 }) ?? true { unlink(folder + "/" + name) }
        }
    }

    private func end(of name: String) -> Date? {
        FileManager.default.contents(atPath: folder + "/" + name)
            .flatMap { String(validating: $0, as: UTF8.self) }
            .flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
            .map(Date.init(timeIntervalSince1970:))
    }

    private func write(_ text: String, to name: String) throws(ArenaError) {
        let isMade =
            (try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])) != nil
        let isWritten =
            isMade
            && FileManager.default.createFile(
                atPath: folder + "/" + name, contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw .storage("\(folder) cannot be written") }
    }
}
