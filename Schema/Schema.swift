/// The schema of the arena's database, in SQL, embedded in the program.
///
/// `migrations/` holds numbered files that are only ever added to: one that shipped is never
/// edited. `current.sql` shows where they lead.
package enum Schema {
    /// One step of the schema.
    package struct Migration: Sendable, Equatable {
        /// Its name for ever: the file's name without `.sql`.
        package let name: String
        /// Its statements.
        package let sql: String

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            sql = String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The migrations of the SQLite database, in the order in which they are applied.
    package static let sqlite = [
        Migration("sqlite_0001_initial", PackageResources.sqlite_0001_initial_sql),
        Migration("sqlite_0002_kinds", PackageResources.sqlite_0002_kinds_sql),
        Migration("sqlite_0003_rating_days", PackageResources.sqlite_0003_rating_days_sql),
        Migration("sqlite_0004_site", PackageResources.sqlite_0004_site_sql),
        Migration("sqlite_0005_erasure", PackageResources.sqlite_0005_erasure_sql),
        Migration("sqlite_0006_operation", PackageResources.sqlite_0006_operation_sql),
        Migration("sqlite_0007_chain", PackageResources.sqlite_0007_chain_sql),
        Migration("sqlite_0008_money", PackageResources.sqlite_0008_money_sql),
        Migration("sqlite_0009_integrity", PackageResources.sqlite_0009_integrity_sql),
        Migration("sqlite_0010_sharing", PackageResources.sqlite_0010_sharing_sql),
        Migration("sqlite_0011_retention", PackageResources.sqlite_0011_retention_sql),
        Migration("sqlite_0012_plain", PackageResources.sqlite_0012_plain_sql),
        Migration("sqlite_0013_guard", PackageResources.sqlite_0013_guard_sql),
        Migration("sqlite_0016_style", PackageResources.sqlite_0016_style_sql),
        Migration("sqlite_0017_digests", PackageResources.sqlite_0017_digests_sql),
    ]
}
