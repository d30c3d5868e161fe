import CProcess

/// How many files this process may have open at once.
///
/// Too few are refused before anything begins: libdispatch looks at its threads through `/proc` every
/// second while they are busy, and ends the process where it finds no descriptor for that.
enum OpenFiles {
    /// What a server needs at least: 128 for itself and the database, and some for who asks.
    static let server = 256
    /// What the leak campaign needs at least, whose server, upstreams and visitors are one process.
    static let campaign = 512

    /// Raises the number to what the system lets this process have, and gives it.
    ///
    /// - Throws: ``Failure`` with the code `open-files` where it is fewer than needed.
    static func raised(toAtLeast needed: Int, for what: String) throws(Failure) -> Int {
        let count = cprocess_raise_descriptors()
        guard count >= needed else {
            throw Failure(
                .nothingToDo, "open-files",
                "This process may have \(count) files open at once, and \(what) needs \(needed). "
                    + "Allow it more: `ulimit -n 1024`, or LimitNOFILE=1024 in its systemd unit.")
        }
        return count
    }
}
