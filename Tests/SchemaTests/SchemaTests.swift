import Crypto
import Foundation
import GRDB
import Schema
import Testing

@Suite struct SchemaTests {
    /// The SHA-256 of every migration that was shipped. A line is added with a migration, and none
    /// is ever changed: what shipped has been applied to somebody's data.
    let shipped = [
        "sqlite_0001_initial":
            "f25774ee69430e950e5350fdb34ee3f121e498d02ef6385ceb8bbdae50aa1365",
        "sqlite_0002_kinds":
            "404949920e6ff1ed0fa319b43c142887215083a26b54e34c6b08092358fb919e",
        "sqlite_0003_rating_days":
            "37246f8211af3e7ac51453177b5ba4d6f2d8804b38ee8a48b5f70cf5fe47ef0c",
        "sqlite_0004_site":
            "e62393a07ebc001c63a78ed2074053b21a0670ec3520a1c821315bb0ad4e3dbd",
        "sqlite_0005_erasure":
            "d44fd5bfa5aa4d036a40416933157960aa4d6df6a5b012ca1732681f2a2f0d5f",
        "sqlite_0006_operation":
            "defb84e470f24558f7f434495eb4d66616f91a149cfbc50c615a65b284226333",
        "sqlite_0007_chain":
            "d0baca82530bf886b712d6a0e68486cb969aad763ee5f05f85dab2ba959ef585",
        "sqlite_0008_money":
            "f41c432288c7652635d353b1304940c163953fbe8fdfd4c289f3f5faa353da69",
        "sqlite_0009_integrity":
            "90468ba2f343ee532e49484199566f4e48abb8bf4144a1351f257a3004c96e1d",
        "sqlite_0010_sharing":
            "54fc181138a450f5ae9f6e79a723a633f482a2e5d082ed3046f640be9a14d5e6",
        "sqlite_0011_retention":
            "820f287fd11916c039eb834b762673511e3af53a3b0a9e277623d24ee9d5e17e",
        "sqlite_0012_plain":
            "72a6049a10f627e018fa3e70c638bb2fd34acb4463bbcd3990ff711cf0ac6dde",
        "sqlite_0013_guard":
            "8cbdb5b61b92e9e294ec0cde6da057ef411a05bfe0fc47ed54d98fb0086f506d",
        "sqlite_0016_style":
            "8444ef9a3c6df81f0ad3fb4e174c3268720d2fdda05a9596b553a58cdcfc7365",
        "sqlite_0017_digests":
            "8118e07fbd2e0598685833f05218a3087e4ba4eafd31821cbc6cd6ff249b9dc9",
    ]

    @Test func `a migration that shipped is never edited`() {
        for migration in Schema.sqlite {
            let digest = SHA256.hash(data: Data(migration.sql.utf8))
            let text = digest.map { String(format: "%02x", $0) }.joined()
            #expect(shipped[migration.name] == text, "\(migration.name)")
        }
        #expect(Schema.sqlite.count == shipped.count)
    }

    @Test func `every file of the folder is a migration, in the order of its number`() throws {
        let folder = schemaFolder.appending(path: "migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == Schema.sqlite.map { $0.name + ".sql" })
        for migration in Schema.sqlite {
            let file = folder.appending(path: migration.name + ".sql")
            #expect(try String(contentsOf: file, encoding: .utf8) == migration.sql)
        }
    }

    @Test func `current.sql shows where the migrations lead`() throws {
        let statements = try migrated().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid
                    """)
        }
        let migrated = statements.map { $0 + ";\n" }.joined(separator: "\n")
        let current = try String(
            contentsOf: schemaFolder.appending(path: "current.sql"), encoding: .utf8)
        let title = "-- What the migrations make together. A test compares it; edit it with them."
        #expect(current == title + "\n\n" + migrated)
    }

    @Test func `every table is strict`() throws {
        let loose = try migrated().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND NOT strict
                        AND name NOT LIKE 'sqlite_%'
                    """)
        }
        #expect(loose == [])
    }
}
