import Assets
import HTTPTypes
import Hummingbird
import NIOCore

/// The embedded files, each at the path that holds its digest; nothing is read from the disk.
struct StaticRoutes: Sendable {
    /// Adds one route a file.
    func add(to router: Router<ArenaContext>) {
        for asset in Asset.all {
            router.get(RouterPath(asset.path)) { _, _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.contentType,
                        .cacheControl: "public, max-age=31536000, immutable",
                    ],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }
}
