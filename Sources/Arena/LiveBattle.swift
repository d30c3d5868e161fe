import struct Foundation.Date

/// One battle in play: its value, what its voter has been shown, and who is watching.
///
/// The actor decides nothing itself: ``Battle`` says what may happen, ``Pacing`` what may be
/// shown. Watchers are rung, then ask for what is new since their own ``FeedCursor``, so a slow
/// reader costs no memory and gets larger pieces.
package actor LiveBattle {
    private var battle: Battle
    private var shown: Sides<ShownText>
    private var pacing: Pacing
    private var isKept: Bool
    private let usual: PacingMode
    private var mode: PacingMode
    private var bells: [Int: AsyncStream<Void>.Continuation] = [:]
    private var nextBell = 0
    private var lastWatched: ContinuousClock.Instant

    /// A battle about to be played, or one that was, as the store holds it.
    package init(_ battle: Battle, pacing mode: PacingMode, now: ContinuousClock.Instant) {
        self.battle = battle
        usual = mode
        self.mode = mode
        pacing = Pacing(mode)
        shown = Sides(a: ShownText(), b: ShownText())
        isKept = battle.turns.last?.isEnded ?? true
        lastWatched = now
    }

    /// The battle, names and all: for the arena itself, never for a page before the vote.
    package var value: Battle { battle }

    /// What a voter may see now: shown text only, and a reply's state only once all of its text
    /// is shown.
    package var blind: BlindBattle {
        var blind = battle.blind
        guard battle.state == .streaming || !isAllShown, !blind.turns.isEmpty else { return blind }
        let last = blind.turns.count - 1
        let both = isAllShown
        for side in Side.allCases {
            blind.turns[last].replies[side].text = shown[side].shown
            if !both { blind.turns[last].replies[side].state = .writing }
        }
        return BlindBattle(
            id: blind.id, state: .streaming, isPractice: blind.isPractice, seal: blind.seal,
            turns: blind.turns, isVotable: false, isStopped: blind.isStopped)
    }

    /// Changes the battle by one of its own methods and rings every watcher.
    @discardableResult
    package func change<Result: Sendable, Failure: Error>(
        _ body: @Sendable (inout Battle) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let wasStreaming = battle.state == .streaming
        let result = try body(&battle)
        if !wasStreaming, battle.state == .streaming { begin() }
        ring()
        return result
    }

    /// Ends the replies being written where the voter sees them end.
    package func stop() {
        guard battle.state == .streaming else { return }
        isStopping = true
        battle.stop(keeping: shown.map(\.shown))
        for side in Side.allCases { shown[side].drop() }
        ring()
    }

    /// Shows what has come from now on as it comes.
    package func hurry() {
        guard battle.state == .streaming, mode != .live else { return }
        battle.add(.hurried)
        mode = .live
        pacing = Pacing(mode)
        tick()
    }

    /// Whether the voter stopped the replies being written.
    package private(set) var isStopping = false

    /// Takes text from one side's contender.
    package func receive(_ text: String, from side: Side) {
        guard !isStopping else { return }
        battle.append(text, to: side)
        shown[side].receive(text)
        if mode == .live { tick() }
    }

    /// Shows as much as the pacing allows; `true` once all text of an ended turn is shown.
    @discardableResult
    package func tick() -> Bool {
        guard let turn = battle.turns.last else { return true }
        let supply = Sides(
            a: Pacing.Supply(
                waiting: shown.a.waitingCount, isEnded: turn.replies.a.state != .writing),
            b: Pacing.Supply(
                waiting: shown.b.waitingCount, isEnded: turn.replies.b.state != .writing))
        let allowed = pacing.tick(supply)
        for side in Side.allCases { shown[side].show(allowed[side]) }
        if allowed.a > 0 || allowed.b > 0 { ring() }
        return isAllShown
    }

    /// Notes that the store holds the ended turn: only then is its end told, so that whoever votes
    /// on seeing it finds it ready.
    package func noteKept() {
        isKept = true
        ring()
    }

    /// Lets a reader watch: `body` gets a stream that yields whenever something may be new, and
    /// ends when the reader's task is cancelled.
    package func watch(
        isolation: isolated (any Actor)? = #isolation,
        _ body: (AsyncStream<Void>) async throws -> Void
    ) async throws {
        let (stream, number) = await hang()
        do {
            try await body(stream)
        } catch {
            await unhang(number)
            throw error
        }
        await unhang(number)
    }

    /// Rings every watcher though nothing is new, so that broken connections are noticed.
    package func beat() {
        ring()
    }

    /// Notes that the voter has just looked at the battle without watching it.
    package func touch(_ now: ContinuousClock.Instant) {
        lastWatched = now
    }

    /// How long nobody has watched; zero while somebody does.
    package func unwatched(_ now: ContinuousClock.Instant) -> Duration {
        bells.isEmpty ? now - lastWatched : .zero
    }

    /// Whether nobody watches at this moment.
    package var isUnwatched: Bool { bells.isEmpty }

    /// Begins to show replies that are about to be written; what one side has already is shown.
    private func begin() {
        mode = usual
        pacing = Pacing(mode)
        shown =
            battle.turns.last?.replies.map { ShownText(shown: $0.text) }
            ?? Sides(a: ShownText(), b: ShownText())
        isKept = false
        isStopping = false
    }

    private var isAllShown: Bool {
        guard let turn = battle.turns.last else { return true }
        return turn.isEnded && isKept && Side.allCases.allSatisfy { shown[$0].waitingCount == 0 }
    }

    private func hang() -> (AsyncStream<Void>, Int) {
        let (stream, bell) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        nextBell += 1
        bells[nextBell] = bell
        bell.yield()
        return (stream, nextBell)
    }

    private func unhang(_ number: Int) {
        bells.removeValue(forKey: number)?.finish()
        lastWatched = .now
    }

    private func ring() {
        for bell in bells.values { bell.yield() }
    }
}
