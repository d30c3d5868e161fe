import Foundation

/// The right to be the one server of a data folder, held until it is released or its last holder is
/// gone.
///
/// An advisory `flock` on `arena.lock`: the kernel gives it back when the process ends, however it
/// ends, so the file itself means nothing and is never removed.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``OpeningError/folderInUse(_:)`` while another server, in this process or another,
    ///   holds it; ``OpeningError/unusableFolder(_:reason:)``.
    init(folder: String) throws(OpeningError) {
        let path = folder + "/arena.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OpeningError(folder: folder, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            if reason == EWOULDBLOCK { throw .folderInUse(folder) }
            throw .unusableFolder(folder, reason: String(cString: strerror(reason)))
        }
        self.descriptor = descriptor
    }

    /// Gives the folder free.
    func release() {
        _ = flock(descriptor, LOCK_UN)
    }

    deinit {
        close(descriptor)
    }
}
