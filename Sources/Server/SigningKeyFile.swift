package import Arena
import Foundation

extension SigningKey {
    /// The key kept in `secret.key` of a data folder; made there, readable by its owner alone, when
    /// it is not there yet.
    ///
    /// - Throws: ``ArenaError/storage(_:)`` when the file cannot be read, is too short, or cannot
    ///   be made.
    package static func kept(in folder: String) throws(ArenaError) -> SigningKey {
        let path = folder + "/secret.key"
        if let data = FileManager.default.contents(atPath: path) {
            guard let key = SigningKey(Array(data)) else {
                throw .storage("\(path) is too short to be a key; move it away to make a new one")
            }
            return key
        }
        let bytes = RandomText.random(bytes: 32)
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made, let key = SigningKey(bytes) else {
            throw .storage("\(path) cannot be written")
        }
        return key
    }
}
