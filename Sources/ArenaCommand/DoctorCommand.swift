import Arena
import ArgumentParser
import Foundation
import Providers
import SQLiteStore
import SettingsReader

/// `arena doctor`: whether everything here is in order.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check settings, database, keys and connections.",
        discussion: """
            Each configured contender is sent one short prompt, which may cost a fraction of a cent.
            With --leaks no provider is called: battles are played against upstreams on this machine
            that put a marker into all they say, and whatever is sent before a vote is searched for it.
            Ends with exit code 1 when a check failed.
            """)

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: FormatOptions
    @Flag(help: "Do not call any provider.")
    var offline = false
    @Flag(help: "Play battles against marked upstreams and look for leaks; calls no provider.")
    var leaks = false

    func run() async throws {
        var checks = [Check]()
        let settings: Settings
        do {
            settings = try Assembly.settings(config).settings
            checks.append(Check(.ok, "settings", "read"))
        } catch {
            try report([Check(.fail, "settings", "\(error)")])
            throw Failure(.no, "doctor", "The settings are not in order.")
        }
        if leaks {
            checks += try await blindness(settings)
        } else {
            checks.append(await database(in: settings.dataFolder))
            checks += await contenders(settings)
        }
        try report(checks)
        let failures = checks.count { $0.result == .fail }
        guard failures == 0 else {
            throw Failure(.no, "doctor", "\(failures) of \(checks.count) checks failed.")
        }
    }

    private func blindness(_ settings: Settings) async throws -> [Check] {
        let result: LeakCampaign.Result
        do {
            result = try await LeakCampaign(settings).run()
        } catch {
            let reason = Failure(error)?.description ?? "\(error)"
            return [Check(.fail, "blindness", "the battles could not be played: \(reason)")]
        }
        let leaks = result.leaks.map { Check(.fail, "leak", $0) }
        let summary = "\(result.checks) checks, \(leaks.count) leaks"
        return leaks + [Check(leaks.isEmpty ? .ok : .fail, "blindness", summary)]
    }

    private func database(in folder: String) async -> Check {
        do {
            let census = try await SQLiteStore.openForReading(folder: folder).census()
            let votes = census.votes.values.reduce(0, +)
            let battles = census.battles.values.reduce(0, +)
            return Check(.ok, "database", "\(census.engine); \(battles) battles, \(votes) votes")
        } catch OpeningError.noDatabase {
            return Check(.warn, "database", "none yet in \(folder); `arena serve` makes it")
        } catch {
            return Check(.fail, "database", "\(error)")
        }
    }

    private func contenders(_ settings: Settings) async -> [Check] {
        do {
            let field = try await Field(settings, loop: try CurlLoop())
            guard field.origin != .practice else {
                return [Check(.warn, "models", "none connected; practice guides would answer")]
            }
            guard !offline else { return [] }
            var checks: [Check] = []
            for contender in field.roster.contenders {
                checks.append(await call(contender, in: field.roster))
            }
            return checks
        } catch {
            return [Check(.fail, "providers", "\(error)")]
        }
    }

    /// One short prompt to one contender.
    private func call(_ contender: Contender, in roster: Roster) async -> Check {
        let subject = "contender \(contender.id)"
        guard let provider = roster.provider(of: contender) else {
            return Check(.fail, subject, "its provider is not configured")
        }
        var settings = contender.settings
        settings.maxTokens = min(settings.maxTokens, 16)
        let request = ReplyRequest(
            upstreamModel: contender.upstreamModel, systemPrompt: contender.systemPrompt,
            messages: [Message(.user, "Say hello.")], settings: settings)
        do throws(ReplyFault) {
            let report = try await provider.reply(to: request) { _ in }
            let first = report.timing.firstText.map { String(format: "%.2f s", $0) } ?? "no text"
            return Check(.ok, subject, "answers; first word after \(first)")
        } catch {
            return Check(.fail, subject, "\(error.kind.rawValue) \(error.detail)")
        }
    }

    private func report(_ checks: [Check]) throws {
        let format = output.chosen()
        if format == .json || format == .jsonl { return try Output.write(json: checks) }
        for check in checks {
            let result = check.result.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)
            Output.write("\(result)\(check.subject): \(check.detail)\n")
        }
    }
}

/// One thing looked at, and how it stands.
struct Check: Encodable {
    /// How it stands.
    enum Result: String, Encodable {
        case ok, warn, fail
    }

    let result: Result
    let subject: String
    let detail: String

    init(_ result: Result, _ subject: String, _ detail: String) {
        self.result = result
        self.subject = subject
        self.detail = detail
    }
}
