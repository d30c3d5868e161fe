import Arena
import Foundation

/// What an exported file was when it was written, in a file beside it: `votes.jsonl.manifest.json`.
///
/// With it whoever got the file can tell whether it is whole, and at which vote of the chain it stands.
struct ExportManifest: Encodable {
    /// What was exported.
    let subject: String
    /// The file's name, without its folder.
    let file: String
    let rows: Int
    let bytes: Int
    /// Lower-case hexadecimal digits, as `sha256sum` gives them.
    let sha256: String
    /// `owner`, or `everyone` for what anybody may take from the server.
    let reader: String
    let writtenAt: Date
    /// The newest vote's number and the chain's head before the file was begun; `nil` without a vote.
    let chain: Head?

    /// Where a chain stood.
    struct Head: Encodable {
        let sequence: Int64
        let head: String

        init(_ receipt: VoteReceipt) {
            sequence = receipt.sequence
            head = receipt.head.description
        }
    }

    /// Writes the manifest beside its file.
    ///
    /// - Throws: ``Failure`` with code `cannot-write`.
    func write(beside path: String) throws {
        let name = path + ".manifest.json"
        let data = try JSONForm.encoder.encode(self) + Data("\n".utf8)
        guard FileManager.default.createFile(atPath: name, contents: data) else {
            throw Failure(.cannotCreate, "cannot-write", "\(name) cannot be written.")
        }
    }
}
