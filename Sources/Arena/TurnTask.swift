import Logging

/// The writing of one turn: two replies at once, shown at an even pace, kept when both have ended.
struct TurnTask: Sendable {
    let battle: LiveBattle
    let roster: Roster
    let store: any Store
    let limits: Settings.Limits
    let log: Logger

    /// Time between two rings of a silent turn.
    private static let beat = Duration.seconds(15)

    private enum Ending: Sendable {
        case written
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
                case .written: await keep()
                case .shown: break
                case .abandoned: group.cancelAll()
                }
            }
        }
        await battle.end()
    }

    private func write() async -> Ending {
        let value = await battle.value
        await withDiscardingTaskGroup { group in
            for side in Side.allCases where value.turns.last?.replies[side].state == .writing {
                group.addTask { await write(side, of: value) }
            }
        }
        return .written
    }

    private func write(_ side: Side, of value: Battle) async {
        let contender = value.contenders[side]
        guard let provider = roster.provider(of: contender) else {
            let detail = "The contender is not set up as it was when the battle was opened."
            return await fail(side, of: value, with: ReplyFault(.unreachable, detail: detail))
        }
        let request = ReplyRequest(
            upstreamModel: contender.upstreamModel, systemPrompt: contender.systemPrompt,
            messages: value.conversation(for: side), settings: contender.settings)
        let clock = ContinuousClock()
        let begun = clock.now
        do throws(ReplyFault) {
            let report = try await provider.reply(to: request) { text in
                await battle.receive(text, from: side)
            }
            await battle.change { value in value.complete(side, with: report) }
        } catch {
            guard await battle.isStopping else {
                return await fail(side, of: value, with: error)
            }
            let seconds = (clock.now - begun) / .seconds(1)
            await battle.change { value in value.halt(side, after: seconds) }
        }
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

    private func keep() async {
        let value = await battle.value
        guard let turn = value.turns.last else { return }
        do throws(ArenaError) {
            try await store.close(turn, of: value.id, leaving: value.state)
        } catch {
            log.error("a turn could not be kept", metadata: ["battle": "\(value.id)"])
            await battle.change { value in value.expire() }
        }
        await battle.noteKept()
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
