package import Arena
import Catalogue
package import Foundation
package import GRDB

extension Contender {
    /// Records this contender unless this very version, name and price is recorded.
    package func record(at time: Date, in db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO contender_versions (
                    version, contender, name, model, provider, upstream_model, settings,
                    system_prompt, price_in, price_out, pool, first_seen
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        try statement.execute(arguments: [
            version, id.text, name, model, provider, upstreamModel,
            String(decoding: try encoder.encode(settings), as: UTF8.self), systemPrompt,
            price?.input.picodollars, price?.output.picodollars, pool.rawValue, time.milliseconds,
        ])
    }

    /// Records this contender, and the host that its version is asked at.
    func register(at time: Date, in db: Database) throws {
        let number = try number(recordedAt: time, in: db)
        guard let host else { return }
        try db.cachedStatement(
            sql: "INSERT INTO version_hosts (number, host) VALUES (?, ?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [number, host])
    }

    /// The number of the row that holds this contender, recorded if need be.
    func number(recordedAt time: Date, in db: Database) throws -> Int64 {
        if let number = try number(in: db) { return number }
        try record(at: time, in: db)
        guard let number = try number(in: db) else { throw UnreadableRow("contender_versions") }
        return number
    }

    private func number(in db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number FROM contender_versions
                WHERE contender = ? AND version = ? AND name = ? AND pool = ?
                    AND ifnull(model, '') = ? AND ifnull(price_in, -1) = ?
                    AND ifnull(price_out, -1) = ?
                """)
        return try Int64.fetchOne(
            statement,
            arguments: [
                id.text, version, name, pool.rawValue, model ?? "",
                price?.input.picodollars ?? -1, price?.output.picodollars ?? -1,
            ])
    }

    /// The contender in one row.
    static func fetch(_ number: Int64, in db: Database) throws -> Contender {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM contender_versions WHERE number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else {
            throw UnreadableRow("contender_versions.number")
        }
        return try Contender(row)
    }

    /// Settings by their document: the same few are read with every battle.
    private static let samplings = Memo<String, Sampling>(limit: 1000)

    private init(_ row: Row) throws {
        let table = "contender_versions"
        let settings: String = row["settings"]
        self.init(
            id: try row.value("contender", of: table, as: { ContenderID($0) }), name: row["name"],
            model: row["model"], provider: row["provider"], upstreamModel: row["upstream_model"],
            settings: try Self.samplings.value(for: settings) {
                try JSONDecoder().decode(Sampling.self, from: Data(settings.utf8))
            },
            systemPrompt: row["system_prompt"], price: Price(row),
            pool: try row.word("pool", of: table), version: row["version"])
    }
}

extension Price {
    fileprivate init?(_ row: Row) {
        guard let input: Int64 = row["price_in"], let output: Int64 = row["price_out"] else {
            return nil
        }
        self.init(
            input: Money(picodollars: input), output: Money(picodollars: output))
    }
}
