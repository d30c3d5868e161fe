import Logging
import Synchronization

/// The writing of one turn: two replies at once, shown at an even pace, kept when both have ended.
struct TurnTask: Sendable {
    let battle: LiveBattle
    let roster: Roster
    let store: any Store
    let purse: Purse?
    let limits: Settings.Limits
    let log: Logger

    /// Time between two rings of a silent turn.
    private static let beat = Duration.seconds(15)
    /// Time between two tries to store a turn on a full disk.
    private static let diskPause = Duration.seconds(1)

    private enum Ending: Sendable {
        case written([Side: Bill])
        case shown
        case abandoned
    }

    /// Runs to the end of the turn. Cancelling the task cancels both upstream requests.
    ///
    /// The turn is kept here and not in a child task: the children are cancelled when nobody
    /// watches any more, and what they wrote must be kept all the same.
    func run() async {
        await withTaskGroup(of: Ending.self) { group in
            group.addTask { await write() }
            group.addTask { await show() }
            for await ending in group {
                switch ending {
                case .written(let bills): await keep(bills)
                case .shown: break
                case .abandoned: group.cancelAll()
                }
            }
        }
        await battle.end()
    }

    private func write() async -> Ending {
        let value = await battle.value
        return await withTaskGroup(of: (Side, Bill).self) { group in
            for side in Side.allCases where value.turns.last?.replies[side].state == .writing {
                group.addTask { (side, await write(side, of: value)) }
            }
            var bills: [Side: Bill] = [:]
            for await (side, bill) in group { bills[side] = bill }
            return .written(bills)
        }
    }

    /// Has one side written; returns what is known of its cost.
    private func write(_ side: Side, of value: Battle) async -> Bill {
        guard let provider = roster.provider(of: value.contenders[side]) else {
            let detail = "The contender is not set up as it was when the battle was opened."
            await fail(side, of: value, with: ReplyFault(.unreachable, detail: detail))
            return .unsent
        }
        let clock = ContinuousClock()
        let begun = clock.now
        let bytes = Atomic(0)
        do throws(ReplyFault) {
            let report = try await provider.reply(to: request(side, of: value)) { text in
                bytes.add(text.utf8.count, ordering: .relaxed)
                await battle.receive(text, from: side)
            }
            await battle.change { value in value.complete(side, with: report) }
            return report.usage.map(Bill.counted)
                ?? .uncounted(bytes: bytes.load(ordering: .relaxed))
        } catch {
            let bill = Bill(error, after: bytes.load(ordering: .relaxed))
            guard await battle.isStopping else {
                await fail(side, of: value, with: error)
                return bill
            }
            let seconds = (clock.now - begun) / .seconds(1)
            await battle.change { value in value.halt(side, after: seconds) }
            return bill
        }
    }

    private func request(_ side: Side, of value: Battle) -> ReplyRequest {
        let contender = value.contenders[side]
        return ReplyRequest(
            upstreamModel: contender.upstreamModel, systemPrompt: contender.systemPrompt,
            messages: value.conversation(for: side), settings: contender.settings,
            mayRepeat: RepeatRule { fault in
                await purse?.mayRepeat(side, of: value, after: fault) ?? true
            })
    }

    private func fail(_ side: Side, of value: Battle, with fault: ReplyFault) async {
        log.warning(
            "a reply failed",
            metadata: [
                "battle": "\(value.id)", "contender": "\(value.contenders[side].id)",
                "fault": "\(fault.kind.rawValue)", "detail": "\(fault.detail)",
            ])
        await battle.change { value in value.fail(side, with: fault) }
    }

    private func keep(_ bills: [Side: Bill]) async {
        let value = await battle.value
        guard let turn = value.turns.last else { return }
        var isKept = true
        do throws(ArenaError) {
            try await close(turn, of: value)
        } catch {
            isKept = false
            log.error("a turn could not be kept", metadata: ["battle": "\(value.id)"])
            await battle.change { value in value.expire() }
        }
        await settle(bills, of: value, isKept: isKept)
        await battle.noteKept()
    }

    /// Stores the ended turn; tries again while the disk is full, because that passes and nobody is
    /// told of an end that is not kept.
    private func close(_ turn: Turn, of value: Battle) async throws(ArenaError) {
        while true {
            do throws(ArenaError) {
                return try await store.close(turn, of: value.id, leaving: value.state)
            } catch {
                guard error == .diskFull, !(await battle.isInterrupted),
                    (try? await Task.sleep(for: Self.diskPause)) != nil
                else { throw error }
            }
        }
    }

    /// Books what the turn cost; what cannot be booked stays set aside until the next start.
    private func settle(_ bills: [Side: Bill], of value: Battle, isKept: Bool) async {
        do throws(ArenaError) {
            try await purse?.settle(bills, of: value, isKept: isKept)
        } catch {
            log.error("costs could not be booked", metadata: ["battle": "\(value.id)"])
        }
    }

    private func show() async -> Ending {
        let clock = ContinuousClock()
        var lastBeat = clock.now
        var next = clock.now
        while !(await battle.tick()) {
            let isLeft = await battle.isLeft(clock.now, limits: limits)
            let isOver = await battle.isInterrupted
            if await battle.isStopping || isLeft || isOver { return .abandoned }
            if clock.now - lastBeat > Self.beat {
                await battle.beat()
                lastBeat = clock.now
            }
            do {
                next += .seconds(await battle.mode.tickSeconds)
                try await clock.sleep(until: next)
            } catch {
                return .shown
            }
        }
        return .shown
    }
}
