import ArgumentParser
import Foundation
import Ratings

/// `arena rate`: the ratings of vote files, without a server or a database.
struct RateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate", abstract: "Rate the votes of files.",
        discussion: """
            arena rate votes.jsonl
            arena rate votes.csv.gz --anchor gpt-4=1114 --format csv
            arena rate --style --category math clean_battle.json
            zstd -dc votes.jsonl.zst | arena rate --ci bootstrap --bootstrap 1000 --seed 7

            Files are JSON Lines, JSON arrays or CSV in the field's columns: model_a, model_b and
            winner, which is model_a, model_b, tie, tie (bothbad) or both_bad; ComparIA's
            model_a_name, model_b_name, chosen_model_name and both_equal are read as well. Files may
            be compressed with gzip or zstd. Without a file, or for -, standard input is read.
            """)

    @OptionGroup(title: "Votes") var votes: RateVoteOptions
    @OptionGroup(title: "Ratings") var model: RateModelOptions
    @OptionGroup(title: "Output") var output: FormatOptions

    @Option(help: "Print what moved against a board written before with --format csv.")
    var compare: String?

    @Flag(help: "No progress and no remarks.")
    var quiet = false

    @Flag(help: "Say how long reading and fitting took.")
    var timings = false

    func validate() throws {
        guard !votes.files.isEmpty || isatty(STDIN_FILENO) == 0 else {
            throw ValidationError("Name a vote file, or send one to standard input.")
        }
    }

    func run() async throws {
        Interruption.endQuietly()
        let earlier = try compare.map(EarlierBoard.init(contentsOf:))
        let reading = try votes.reading(for: model)
        var watch = Stopwatch()
        let book = try await VoteFiles(paths: votes.files, isQuiet: quiet)
            .book(reading, tasks: model.tasks)
        watch.lap("read")
        let format = output.chosen()
        let rating = try BookRating(book, votes: votes, model: model, format: format)
        let board = try await rating.board()
        watch.lap("fit")
        if timings { Output.tell(watch.laps.joined(separator: ", ")) }
        for remark in quiet ? [] : rating.remarks { Output.tell("arena: \(remark)") }
        guard let earlier else { return try board.write(as: format) }
        try BoardComparison(from: earlier, to: board).write(as: format)
    }
}

/// What an interrupted run leaves on the terminal: nothing.
private enum Interruption {
    /// Lets Ctrl-C remove the line of progress and end the program with code 130.
    static func endQuietly() {
        signal(SIGINT) { _ in
            let line: StaticString = "\r\u{1B}[K"
            if isatty(STDERR_FILENO) == 1 {
                _ = Foundation.write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
            }
            _exit(130)
        }
        // Whoever started the program may have held the signal back for its children.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }
}

/// How long the parts of a run took, on the wall clock and on all cores.
private struct Stopwatch {
    private(set) var laps: [String] = []
    private let clock = ContinuousClock()
    private var start: ContinuousClock.Instant
    private var ticks = Foundation.clock()

    init() {
        start = clock.now
    }

    /// Ends a part.
    mutating func lap(_ name: String) {
        let now = clock.now
        let used = Double(Foundation.clock() - ticks) / Double(CLOCKS_PER_SEC)
        let wall = (now - start) / .seconds(1)
        laps.append(name + String(format: " %.4f s (%.4f s of processor)", wall, used))
        start = now
        ticks = Foundation.clock()
    }
}
