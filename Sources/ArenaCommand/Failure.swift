import Arena
import ArgumentParser
import Foundation
import Providers
import SQLiteStore
import SettingsReader

/// An error of the command line: what happened, why and what to do, with a stable code.
struct Failure: Error, CustomStringConvertible {
    /// The exit codes of `sysexits.h` that this program uses, and 1 for "the answer is no".
    enum Exit: Int32 {
        case no = 1
        case cancelled = 2
        case usage = 64
        case badData = 65
        case noInput = 66
        case unreachable = 69
        case internalError = 70
        case cannotCreate = 73
        case io = 74
        case tryLater = 75
        case notAllowed = 77
        case nothingToDo = 78
    }

    let exit: Exit
    let code: String
    let description: String

    init(_ exit: Exit, _ code: String, _ description: String) {
        self.exit = exit
        self.code = code
        self.description = description
    }

    /// Prints an error as one line on standard error and ends the program with its code.
    static func exit(with error: any Error, from command: any ParsableCommand.Type) -> Never {
        guard let failure = Failure(error) else { command.exit(withError: error) }
        FileHandle.standardError.write(
            Data("arena: \(failure.description) [\(failure.code)]\n".utf8))
        Foundation.exit(failure.exit.rawValue)
    }

    /// The failure for a known error; `nil` for one that the argument parser explains.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ArenaError: self.init(error)
        case let error as CurlFailure: self.init(.unreachable, "http", "HTTP: \(error.detail)")
        default: return nil
        }
    }

    private init(_ error: ArenaError) {
        switch error {
        case .invalid(let field, let reason):
            self.init(.badData, "validation", "\(field): \(reason)")
        case .tooLarge(let field, let limit):
            self.init(.badData, "too-large", "\(field) is longer than \(limit) bytes.")
        case .needTwoContenders:
            self.init(
                .nothingToDo, "need-two-models",
                "A battle needs two contenders. Connect a second model in arena.yaml.")
        case .unknownContender:
            self.init(.noInput, "unknown-model", "Nobody of this name plays here.")
        case .sameContender:
            self.init(.usage, "same-model", "Choose two different models.")
        case .notPlaying:
            self.init(.nothingToDo, "not-playing", "The model does not play at the moment.")
        case .noSuchBattle:
            self.init(.noInput, "no-such-battle", "There is no such battle.")
        case .erased:
            self.init(.noInput, "erased", "The battle was erased.")
        case .noVoter:
            self.init(.notAllowed, "no-voter", "The request has no voter's cookie.")
        case .stillWriting, .notComplete:
            self.init(.tryLater, "not-complete", "The answers are not complete yet.")
        case .nothingFailed:
            self.init(.usage, "nothing-failed", "No answer failed that could be asked again.")
        case .turnLimit(let limit):
            self.init(.usage, "turn-limit", "A battle has at most \(limit) turns.")
        case .alreadyVoted:
            self.init(.usage, "already-voted", "This battle has its vote.")
        case .closed(let state):
            self.init(.usage, "closed", "The battle is over: \(state.rawValue).")
        case .noSnapshot:
            self.init(.nothingToDo, "no-snapshot", "There are no ratings yet: nobody has voted.")
        case .busy:
            self.init(.tryLater, "busy", "Too many answers are being written. Try again soon.")
        case .stopping: self.init(.tryLater, "stopping", "The arena is about to restart.")
        case .budgetUsed:
            self.init(.tryLater, "budget-used", "What may be spent for now is spent.")
        case .tooManyReports:
            self.init(.tryLater, "too-many-reports", "Enough reports for today.")
        default: self.init(ofStore: error)
        }
    }

    private init(ofStore error: ArenaError) {
        switch error {
        case .keyReused:
            self.init(.usage, "idempotency-mismatch", "The key was used for another request.")
        case .diskFull, .diskLow:
            self.init(.tryLater, "disk-full", "The disk is full, or nearly; make room.")
        case .readOnly:
            self.init(.io, "read-only", "The database is damaged. Look with: arena verify")
        case .storage(let detail):
            self.init(.io, "storage", "The database: \(detail)")
        default: self.init(.internalError, "internal", "\(error)")
        }
    }
}
