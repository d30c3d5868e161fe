import Arena
import Catalogue
import Evidence
import Foundation
import Logging
import Ratings
import SQLiteStore
import Server
import Testing

/// The documents of the API against the router they describe.
@Suite struct RouteTests {
    private func server(in folder: String) throws -> ArenaServer {
        let log = Logger(label: "test")
        let store = try SQLiteStore.open(folder: folder)
        let roster = Roster(contenders: [], providers: [:])
        let ratings = RatingService(store: store, contenders: [], log: log)
        let desk = FactDesk(
            ModelDirectory(ModelCatalogue(models: [], benchmarks: []), contenders: []),
            roster: roster, minimumVotes: 30, holdings: { Holdings(snapshot: nil, tally: Tally()) },
            record: { (_, _) async throws(ArenaError) in PairRecord() },
            history: { (_) async throws(ArenaError) in [] }, former: { _, _ in [] })
        let parts = ServerParts(
            battles: BattleService(store: store, roster: roster, ratings: ratings, log: log),
            ratings: ratings, store: store, roster: roster, key: SigningKey(), minimumVotes: 30,
            version: "0", desk: desk,
            boards: BoardDesk(
                store: store, ratings: ratings, measurements: MeasurementService(store: store),
                directory: desk.directory, roster: roster, settings: Settings()),
            operation: Administration(
                store: store, lineup: Lineup(roster), budget: Budget(), connections: [],
                rule: AccessRule(.everyone), links: AdminLinks(dataFolder: folder), isSecure: false)
        )
        return ArenaServer(parts, listen: Settings.Listen(), log: log)
    }

    private func words(_ routes: [(method: String, path: String)]) -> [String] {
        routes.map { "\($0.method) \($0.path)" }.sorted()
    }

    @Test func `every route is described, and every route described is there`() throws {
        let folder = NSTemporaryDirectory() + "arena-routes-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let there = try server(in: folder).routes.filter { !$0.path.hasPrefix("/assets/") }
        #expect(words(there) == words(ArenaServer.described))
    }

    @Test func `every problem's code in the sources is explained, and no other`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Server")
        let files = FileManager.default.enumerator(atPath: folder.path())?.compactMap {
            $0 as? String
        }
        var codes: Set<String> = []
        for file in files ?? [] where file.hasSuffix(".swift") && !file.hasPrefix("Documents") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for pattern in [
                #/code: "([a-z-]+)"/#, #/init\("([a-z-]+)", \./#, #/^ *\(?"([a-z-]+)", "[A-Z]/#,
            ] {
                for match in text.matches(of: pattern.anchorsMatchLineEndings()) {
                    codes.insert(String(match.1))
                }
            }
        }
        #expect(codes == Set(ArenaServer.explained))
    }
}
