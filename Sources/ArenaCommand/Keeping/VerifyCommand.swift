import Arena
import ArgumentParser
import Foundation
import SQLiteStore
import SettingsReader

/// `arena verify`: whether everything is there that was acknowledged.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no vote was lost or changed.",
        discussion: """
            arena verify
            arena verify --json
            arena verify --receipt receipt.json
            arena verify --accept-loss "restored yesterday's disk, votes of today are gone"

            Works beside a running server. Holds votes, battles, answers, tallies, rulings and ratings
            against each other and against the chain of votes, and the chain against arena.anchor.
            Ends with exit code 1 when something is not in order, and names the first vote that is not.
            --accept-loss needs the server stopped: it goes on with what is there, for good.
            """)

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "A receipt, or the answer to a vote, as JSON: check that this vote is kept.")
    var receipt: String?
    @Option(help: "Go on with what is there, for the reason given; kept in the audit log.")
    var acceptLoss: String?

    func run() async throws {
        if let acceptLoss { return try accept(because: acceptLoss) }
        let store = try Assembly.reader(config)
        if let receipt { return try await check(try Self.receipt(in: receipt), in: store) }
        let inspection = try await store.inspect()
        try report(inspection)
        guard inspection.isSound else {
            let place = inspection.firstBadSequence.map { " The first is vote \($0)." } ?? ""
            throw Failure(.no, "verify", "Not everything is as it was acknowledged.\(place)")
        }
    }

    private func report(_ inspection: Inspection) throws {
        let format = output.chosen()
        if format == .json || format == .jsonl {
            return try Output.write(json: InspectionDocument(inspection))
        }
        for finding in inspection.findings {
            Output.write("\(finding.isSound ? "ok    " : "FAIL  ")\(finding.check): ")
            Output.write("\(finding.detail)\n")
        }
        let head = inspection.newest.map { ", head \($0.head)" } ?? ""
        Output.write("\(inspection.votes) votes\(head)\n")
        if inspection.acceptedLosses > 0 {
            Output.write("\(inspection.acceptedLosses) losses were accepted; see the audit log\n")
        }
    }

    private func check(_ receipt: VoteReceipt, in store: SQLiteStore) async throws {
        guard let kept = try await store.receipt(of: receipt.sequence) else {
            throw Failure(.no, "receipt", "Vote \(receipt.sequence) of the receipt is not here.")
        }
        guard kept.leaf == receipt.leaf else {
            throw Failure(.no, "receipt", "Vote \(receipt.sequence) is another than was receipted.")
        }
        guard kept.head == receipt.head else {
            throw Failure(
                .no, "receipt", "The votes before vote \(receipt.sequence) are not those of then.")
        }
        if output.chosen() == .json { return try Output.write(json: kept) }
        Output.write("ok    vote \(receipt.sequence) is kept as it was receipted\n")
    }

    /// A receipt, bare or in the answer to a vote.
    private static func receipt(in file: String) throws -> VoteReceipt {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.noInput, "no-file", "\(file) cannot be read.")
        }
        struct Answer: Decodable {
            let receipt: VoteReceipt
        }
        let decoder = JSONForm.decoder
        if let receipt = try? decoder.decode(VoteReceipt.self, from: data) { return receipt }
        guard let answer = try? decoder.decode(Answer.self, from: data) else {
            throw Failure(.badData, "no-receipt", "\(file) holds no receipt.")
        }
        return answer.receipt
    }

    private func accept(because note: String) throws {
        let folder = try Assembly.settings(config).settings.dataFolder
        guard FileManager.default.fileExists(atPath: folder + "/arena.db") else {
            throw Failure(
                .nothingToDo, "no-database", "\(OpeningError.noDatabase(folder: folder))")
        }
        let accepted: SQLiteStore.Acceptance?
        do {
            accepted = try SQLiteStore.acceptLoss(in: folder, because: note, at: Date())
        } catch {
            throw Failure(opening: error)
        }
        guard let accepted else {
            throw Failure(.nothingToDo, "nothing-lost", "Nothing is lost or changed.")
        }
        Output.write("accepted: \(accepted.damage)\n")
        Output.write("the chain goes on after vote \(accepted.newest?.sequence ?? 0)\n")
    }
}

/// An inspection as `--json` tells it.
struct InspectionDocument: Encodable {
    let sound: Bool
    let votes: Int64
    let newest: VoteReceipt?
    let anchorSequence: Int64?
    let acceptedLosses: Int
    let firstBadSequence: Int64?
    let checks: [Check]

    struct Check: Encodable {
        let check: String
        let sound: Bool
        let sequence: Int64?
        let detail: String
    }

    init(_ inspection: Inspection) {
        sound = inspection.isSound
        votes = inspection.votes
        newest = inspection.newest
        anchorSequence = inspection.anchorSequence
        acceptedLosses = inspection.acceptedLosses
        firstBadSequence = inspection.firstBadSequence
        checks = inspection.findings.map {
            Check(check: $0.check, sound: $0.isSound, sequence: $0.sequence, detail: $0.detail)
        }
    }
}

extension Failure {
    /// The failure for a data folder that cannot be opened.
    init(opening error: OpeningError) {
        switch error {
        case .folderInUse: self.init(.tryLater, "folder-in-use", "\(error)")
        case .newerSchema: self.init(.nothingToDo, "newer-schema", "\(error)")
        case .olderSchema: self.init(.nothingToDo, "older-schema", "\(error)")
        case .lossBeforeUpgrade: self.init(.nothingToDo, "votes-missing", "\(error)")
        case .noDatabase: self.init(.nothingToDo, "no-database", "\(error)")
        case .readOnlyFileSystem: self.init(.nothingToDo, "read-only-file-system", "\(error)")
        case .networkFileSystem: self.init(.nothingToDo, "network-file-system", "\(error)")
        case .notEmpty: self.init(.cannotCreate, "not-empty", "\(error)")
        default: self.init(.io, "database", "\(error)")
        }
    }
}
