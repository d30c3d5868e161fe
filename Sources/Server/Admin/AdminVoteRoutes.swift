import Arena
import Hummingbird
import Pages
import Phrases

import struct Foundation.Date

/// `/admin/votes` and `/admin/bursts`: which votes count.
struct AdminVoteRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the routes at the top.
    func add(to router: Router<ArenaContext>) {
        router.get("admin/votes", use: admin.route(list))
        router.get("admin/bursts", use: admin.route(bursts))
        router.get("admin/votes/rule", use: admin.route(ask))
        router.post("admin/votes/rule", use: admin.route(rule))
    }

    private func list(_ visit: AdminVisit) async throws -> Response {
        let (filter, limit) = (try VoteFilter(visit.query), 100)
        let votes = try await admin.store.votes(filter, before: visit.before, limit: limit)
        let page = VotesPage(
            votes.map { VotesPage.Row($0, voter: admin.pseudonym(of: $0.vote.voter)) },
            filter: filter, contenders: admin.frame.parts.roster.contenders,
            next: votes.count == limit ? votes.last?.sequence : nil)
        return await admin.respond(page, to: visit)
    }

    private func bursts(_ visit: AdminVisit) async throws -> Response {
        let least = min(max(visit.query["least"].flatMap { Int($0) } ?? 10, 2), 10_000)
        let bursts = try await admin.store.bursts(
            of: least, since: visit.now.addingTimeInterval(-7 * 86_400), limit: 100)
        let page = BurstsPage(
            bursts.map { BurstsPage.Row($0, voter: admin.pseudonym(of: $0.voter)) }, least: least)
        return await admin.respond(page, to: visit)
    }

    private func ask(_ visit: AdminVisit) async throws -> Response {
        let query = visit.query
        let choice = try await VoteChoice(query, in: admin.store)
        guard !choice.votes.isEmpty else { throw AdminFrame.changedMeanwhile }
        let (all, rated) = (choice.votes.count, choice.rated(in: admin.frame.parts.roster.pool))
        let effect =
            rated.isEmpty
            ? nil
            : try await RulingEffect.of(
                rated, counting: choice.counts,
                in: try await admin.store.tally(of: admin.frame.parts.roster.pool).tally,
                names: admin.names)
        let words: Saying =
            all == 1
            ? "vote \(choice.votes[0].sequence)" : .count(all, "{n} vote", "{n} votes")
        let (not, yes): (Saying, Saying) = ("not counted", "counted")
        let (now, then) = choice.counts ? (not, yes) : (yes, not)
        let page = ConfirmPage(
            choice.counts ? "Restore \(words)?" : "Exclude \(words)?", in: .votes,
            changes: [.init(choice.saying, from: now, to: then)],
            sentences: [
                rated.isEmpty
                    ? "None enters the ratings that are shown."
                    : "Of \(all), \(rated.count) in the ratings that are shown.",
                "Nothing is deleted: the decision is kept with its reason and can be taken back.",
            ],
            effect: effect, fields: choice.fields,
            reasons: choice.counts
                ? [("operator", "operator")]
                : VoteChoice.reasons.map {
                    ($0.rawValue, Saying(phrase: $0.rawValue.replacing("_", with: " ")))
                }, asksNote: true, button: choice.counts ? "Restore" : "Exclude")
        return await admin.respond(page, to: visit)
    }

    private func rule(_ visit: AdminVisit) async throws -> Response {
        let fields = try await admin.form(visit)
        let choice = try await VoteChoice(fields, in: admin.store)
        guard choice.isAsShown(fields) else { throw AdminFrame.changedMeanwhile }
        guard let reason = fields["reason"].flatMap(Ruling.Reason.init) else {
            throw ArenaError.invalid(field: "reason", reason: "Say why, by one of the words.")
        }
        let note = String((fields["note"] ?? "").prefix(500))
        let rulings = choice.votes.map {
            Ruling(
                sequence: $0.sequence, counts: choice.counts, reason: reason, note: note,
                author: visit.session.author, at: visit.now)
        }
        let entry = visit.entry(
            choice.counts ? .votesRestored : .votesExcluded, choice.subject,
            from: choice.counts ? "not counted" : "counted",
            to: choice.counts ? "counted" : "not counted (\(reason.rawValue))", note: note)
        try await admin.store.rule(rulings, logging: entry)
        for pool in Set(choice.votes.map(\.pool)) {
            await admin.frame.parts.ratings.noteRulings(in: pool)
        }
        return .seeOther("/admin/votes")
    }
}
