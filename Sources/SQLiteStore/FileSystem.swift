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
