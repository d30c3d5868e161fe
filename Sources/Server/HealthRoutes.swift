import Arena
import Hummingbird

/// What a supervisor asks: `/healthz` whether the process lives, `/readyz` whether it can work.
struct HealthRoutes: Sendable {
    let store: any Store
    let lineup: Lineup
    let battles: BattleService

    /// Adds both routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("healthz") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
        }
        router.get("readyz", use: ready)
    }

    private struct Document: Encodable {
        let database: Bool
        /// Whether anything is written; not so while the stored votes are not those acknowledged.
        let writable: Bool
        let contenders: Int
        let stopping: Bool
    }

    private func ready(_ request: Request, context: ArenaContext) async throws -> Response {
        let hasStore = (try? await store.census()) != nil
        let document = Document(
            database: hasStore, writable: await store.damage() == nil,
            contenders: await lineup.roster.inPlay.count,
            stopping: await battles.isStopping)
        let isReady =
            hasStore && document.writable && document.contenders >= 2 && !document.stopping
        return try JSONBody(document).response(status: isReady ? .ok : .serviceUnavailable)
    }
}
