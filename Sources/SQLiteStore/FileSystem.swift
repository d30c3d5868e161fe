import Foundation

/// What kind of disk a folder is on.
package enum FileSystem {
    /// Refuses a folder on a file system that other machines share: SQLite's log needs memory that
    /// all who open it share, and locks that hold.
    ///
    /// - Throws: ``OpeningError/networkFileSystem(_:kind:)``.
    static func rejectNetwork(_ folder: String) throws(OpeningError) {
        guard let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return }
        let real = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath().path()
        guard let kind = networkKind(of: real, mounts: mounts) else { return }
        throw .networkFileSystem(folder, kind: kind)
    }

    /// The kind of network file system that a folder is on, by the text of `/proc/self/mountinfo`;
    /// `nil` for a local one.
    package static func networkKind(of folder: String, mounts: String) -> String? {
        let mounted = mounts.split(separator: "\n").compactMap(Mount.init)
            .filter { $0.point == "/" || (folder + "/").hasPrefix($0.point + "/") }
            // Of several on one point the last covers the others.
            .enumerated()
            .max { ($0.1.point.utf8.count, $0.0) < ($1.1.point.utf8.count, $1.0) }
        guard let kind = mounted?.element.kind, shared.contains(kind) else { return nil }
        return kind
    }

    private static let shared: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "lustre",
        "glusterfs", "fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.glusterfs", "fuse.gcsfuse",
        "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.goofys", "fuse.mount-s3",
        "fuse.ceph", "fuse.ceph-fuse", "fuse.juicefs", "fuse.seaweedfs", "fuse.smbnetfs",
        "fuse.blobfuse", "fuse.blobfuse2", "fuse.moosefs", "fuse.mfs",
    ]

    /// One line of `/proc/self/mountinfo`.
    private struct Mount {
        let point: String
        let kind: String

        init?(_ line: Substring) {
            let words = line.split(separator: " ")
            guard words.count > 5, let dash = words.firstIndex(of: "-"),
                words.indices.contains(dash + 1)
            else { return nil }
            // Blanks in a path are written as \040.
            point = String(words[4]).replacing("\\040", with: " ")
            kind = String(words[dash + 1])
        }
    }
}

/// Whether enough of the disk is free to open battles.
///
/// Votes on battles that are open need little and are taken to the last byte; new battles stop
/// before, so that these can still be voted on. The system is asked at most once a second.
actor Headroom {
    private let folder: String
    private let minimum: Int64
    private var last: (isEnough: Bool, at: ContinuousClock.Instant)?

    /// The room in a folder's file system, `minimum` bytes being enough; 0 for any.
    init(folder: String, minimum: Int64) {
        self.folder = folder
        self.minimum = minimum
    }

    /// Whether a battle may be opened; where the system does not say, it may.
    var isEnough: Bool {
        guard minimum > 0 else { return true }
        if let last, ContinuousClock.now - last.at < .seconds(1) { return last.isEnough }
        let isEnough = look()
        last = (isEnough, .now)
        return isEnough
    }

    /// The mark on a volume of this size: an eighth of it where that is less. Under 4 GiB the usual
    /// 512 MiB would be more than that.
    static func mark(_ minimum: Int64, onVolumeOf size: Int64) -> Int64 {
        min(minimum, size / 8)
    }

    private func look() -> Bool {
        var facts = statvfs()
        guard statvfs(folder, &facts) == 0 else { return true }
        let block = Int64(facts.f_frsize)
        let (size, free) = (Int64(facts.f_blocks) * block, Int64(facts.f_bavail) * block)
        return free >= Self.mark(minimum, onVolumeOf: size)
    }
}
