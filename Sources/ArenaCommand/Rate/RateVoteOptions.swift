import ArgumentParser
import Ratings

/// Which votes count.
struct RateVoteOptions: ParsableArguments {
    @Argument(help: "Vote files; - is standard input.", completion: .file())
    var files: [String] = []

    @Option(help: "Only votes of this category (category_tag).")
    var category: String?

    @Option(help: "Only votes in this language.")
    var language: String?

    @Option(help: "Only votes from this time on, as 2026-11-21 or 2026-11-21T08:00:00Z.")
    var since: String?

    @Option(help: "Votes of this kind of battle count, as pair; may be repeated (default: random).")
    var kind: [String] = []

    @Option(help: "Leave out the votes of this model; may be repeated.")
    var leaveOut: [String] = []

    @Option(help: "Leave out models with fewer votes.")
    var minVotes = 0

    @Flag(help: "Only votes of battles that were blind (anony is not false).")
    var blindOnly = false

    @Flag(help: "Skip and count records that are no votes, instead of stopping at the first.")
    var skipBad = false

    func validate() throws {
        if let since, TimeText.seconds(since) == nil {
            throw ValidationError("--since \(since) is not a time like 2026-11-21.")
        }
        guard minVotes >= 0 else { throw ValidationError("--min-votes cannot be negative.") }
    }

    /// What is to be read.
    func reading(for model: RateModelOptions) throws -> VoteReading {
        var reading = VoteReading()
        reading.details = model.details
        reading.badRecords = skipBad ? .skip : .stop
        reading.since = since.flatMap(TimeText.seconds)
        reading.category = category
        reading.language = language
        reading.blindOnly = blindOnly
        reading.kinds = kind.isEmpty ? ["random"] : Set(kind)
        reading.leftOut = Set(leaveOut)
        return reading
    }
}
