import CCurl
import GRDBSQLite

/// What this program is.
enum Version {
    /// The version of the arena.
    static let number = "0.1.0"

    /// What `--version` prints: the program and the libraries it runs on.
    static var line: String {
        let curl = String(cString: curl_version()).prefix { $0 != " " }
        return "arena \(number) (SQLite \(String(cString: sqlite3_libversion())), \(curl))"
    }
}
