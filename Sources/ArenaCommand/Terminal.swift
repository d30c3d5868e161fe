import Foundation

/// The terminal in front of the person.
enum Terminal {
    /// Its columns; 80 where there is no terminal.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

/// One line on standard error that says how far a job is; nothing where nobody looks.
enum Progress {
    /// Replaces the line.
    static func show(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    /// Removes the line.
    static func clear() {
        show("")
    }
}
