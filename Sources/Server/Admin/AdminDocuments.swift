import Arena
import Catalogue
import Hummingbird
import Ratings

import struct Foundation.Date

/// The JSON twins of what the admin side shows: `/api/v1/admin/overview`, `votes` and `audit`.
struct AdminDocumentRoutes: Sendable {
    let admin: AdminFrame

    /// Adds the routes below `/api/v1/admin`.
    func add(to group: RouterGroup<ArenaContext>) {
        group.get("overview", use: admin.route(overview))
        group.get("votes", use: admin.route(votes))
        group.get("audit", use: admin.route(audit))
        group.get("budgets", use: admin.route(budgets))
    }

    private struct Overview: Encodable {
        let day: Date
        let battles: Int
        let votes: Int
        let skipped: Int
        let replies: Int
        let failedReplies: Int
        let spendUSD: String
        let dailyBudgetUSD: String?
        let allVotes: Int
        let uncountedVotes: Int
        let selfNamedVotes: Int
        let leftVotes: Int
        let rightVotes: Int
        let controlLeftVotes: Int
        let controlRightVotes: Int
        let controlVotes: Int
        let contendersInPlay: Int
        let snapshot: String?
        let databaseBytes: Int64
        let freeBytes: Int64?
    }

    private func overview(_ visit: AdminVisit) async throws -> Response {
        let (pool, day) = (admin.frame.parts.roster.pool, visit.now.dayStart)
        let figures = try await admin.store.figures(of: pool, since: day)
        return try JSONBody(
            Overview(
                day: day, battles: figures.battles, votes: figures.votes, skipped: figures.skipped,
                replies: figures.replies, failedReplies: figures.failed,
                spendUSD: "\(figures.spend.total)",
                dailyBudgetUSD: admin.operation.budget.all.day?.description,
                allVotes: figures.allVotes, uncountedVotes: figures.uncounted,
                selfNamedVotes: figures.selfNamed, leftVotes: figures.sides.left,
                rightVotes: figures.sides.right, controlLeftVotes: figures.controls.left,
                controlRightVotes: figures.controls.right, controlVotes: figures.controlVotes,
                contendersInPlay: await admin.operation.lineup.roster.inPlay.count,
                snapshot: await admin.frame.parts.ratings.snapshot(of: pool)?.id,
                databaseBytes: figures.databaseBytes, freeBytes: figures.freeBytes)
        ).response()
    }

    /// Part of a list, the newest first.
    struct Page<Item: Encodable>: Encodable {
        let items: [Item]
        /// To be asked for as `before`, where there are more.
        let next: Int64?
    }

    private struct VoteItem: Encodable {
        let number: Int64
        let at: Date
        let modelA: String
        let modelB: String
        let outcome: String
        let kind: String
        let pool: String
        let voter: String
        let seconds: Double
        let words: Int
        let uncounted: String?
    }

    private func votes(_ visit: AdminVisit) async throws -> Response {
        let votes = try await admin.store.votes(
            try VoteFilter(visit.query), before: visit.before, limit: 100)
        let items = votes.map {
            VoteItem(
                number: $0.sequence, at: $0.vote.castAt, modelA: $0.contenders.a.text,
                modelB: $0.contenders.b.text, outcome: $0.vote.outcome.rawValue,
                kind: $0.kind.rawValue, pool: $0.pool.rawValue,
                voter: admin.pseudonym(of: $0.vote.voter), seconds: $0.seconds, words: $0.words,
                uncounted: $0.uncounted)
        }
        return try JSONBody(
            Page(items: items, next: items.count == 100 ? items.last?.number : nil)
        ).response()
    }

    private struct AuditItem: Encodable {
        let number: Int64
        let at: Date
        let author: String
        let action: String
        let subject: String
        let before: String
        let after: String
        let note: String
    }

    private func audit(_ visit: AdminVisit) async throws -> Response {
        let entries = try await admin.store.auditLog(before: visit.before, limit: 100)
        let items = entries.map { numbered in
            let entry = numbered.entry
            return AuditItem(
                number: numbered.number, at: entry.at, author: entry.author,
                action: entry.action.rawValue, subject: entry.subject, before: entry.before,
                after: entry.after, note: entry.note)
        }
        return try JSONBody(
            Page(items: items, next: items.count == 100 ? items.last?.number : nil)
        ).response()
    }
}
