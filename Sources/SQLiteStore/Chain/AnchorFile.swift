import Arena
import Foundation
import GRDB

/// The file `arena.anchor` beside the database: the last vote that was acknowledged.
///
/// It is brought up to date and synced after each commit that holds votes and before any of them is
/// answered, so it is never ahead of what is safe, and a database that ends before it has lost
/// votes. Where it cannot be written, nothing is committed after that before it is. Only the writer's
/// thread writes it.
final class AnchorFile: Sendable {
    private let descriptor: Int32
    private let folder: String

    /// Opens the file of a folder, or makes an empty one.
    ///
    /// - Throws: ``OpeningError/unusableFolder(_:reason:)``.
    init(folder: String) throws(OpeningError) {
        let descriptor = open(Self.path(in: folder), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OpeningError(folder: folder, code: errno) }
        self.descriptor = descriptor
        self.folder = folder
    }

    /// Where the file is.
    static func path(in folder: String) -> String { folder + "/arena.anchor" }

    /// The mark in a folder; `nil` where there is none that is whole.
    static func anchor(in folder: String) -> LedgerAnchor? {
        FileManager.default.contents(atPath: path(in: folder)).flatMap(LedgerAnchor.init(file:))
    }

    /// The mark in the file; `nil` where there is none that is whole.
    var anchor: LedgerAnchor? {
        var bytes = Data(count: 2 * LedgerAnchor.slotSize)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return LedgerAnchor(file: bytes.prefix(max(0, count)))
    }

    /// Marks the newest vote of the database, where it is newer than the one marked.
    ///
    /// - Throws: ``AnchorError``; what was marked before still is.
    func follow(_ db: Database) throws {
        guard let newest = try VoteLink.newest(in: db) else { return }
        let anchor = anchor ?? LedgerAnchor()
        guard newest.sequence > anchor.sequence else { return }
        try write(anchor.next(sequence: newest.sequence, head: newest.head))
    }

    /// Makes the first mark, of an arena without a vote, before there is a chain.
    func begin() throws {
        try write(LedgerAnchor())
        let blank = Data(repeating: 0x20, count: LedgerAnchor.slotSize)
        try put(blank, at: LedgerAnchor.slotSize)
        try Self.syncFolder(folder)
    }

    /// Writes one slot and waits for the disk.
    func write(_ anchor: LedgerAnchor) throws {
        try put(anchor.slot, at: anchor.offset)
    }

    private func put(_ bytes: Data, at offset: Int) throws {
        let count = bytes.withUnsafeBytes {
            pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset))
        }
        guard count == bytes.count else { throw AnchorError(code: count < 0 ? errno : ENOSPC) }
        guard Self.sync(descriptor) == 0 else { throw AnchorError(code: errno) }
    }

    /// Waits until what was written to a file is on the disk; 0 when it is.
    static func sync(_ descriptor: Int32) -> Int32 {
        #if os(Linux)
            fdatasync(descriptor)
        #else
            fcntl(descriptor, F_FULLFSYNC)
        #endif
    }

    /// Waits until the names in a folder are on the disk.
    static func syncFolder(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw AnchorError(code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw AnchorError(code: errno) }
    }

    deinit {
        close(descriptor)
    }
}

/// The anchor, or a copy of the database, could not be written.
struct AnchorError: Error {
    /// The system's error number.
    let code: Int32

    /// Whether the disk is full, and nothing worse.
    var isFull: Bool { code == ENOSPC || code == EDQUOT }
}
