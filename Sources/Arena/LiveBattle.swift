import struct Foundation.Date

/// One battle in play: its value, what its voter has been shown, and who is watching.
///
/// The actor decides nothing itself: ``Battle`` says what may happen, ``Pacing`` what may be
/// shown. Watchers are rung, then ask for what is new since their own ``FeedCursor``, so a slow
/// reader costs no memory and gets larger pieces.
package actor LiveBattle {
    private var battle: Battle
    private var shown: Sides<ShownText>
    /// The texts of the turns before the one that is shown.
    private var earlier: [Sides<String>]
    private var pacing: Pacing
    private var isKept = false
    private var isEndShown: Bool
    private let usual: PacingMode
    private let veil: LinkVeil
    /// How its text is released now.
    package private(set) var mode: PacingMode
    private var bells: [Int: AsyncStream<Void>.Continuation] = [:]
    private var nextBell = 0
    private var lastWatched: ContinuousClock.Instant
    private var hasReaderLeft = false

    /// A battle about to be played, or one that was, as the store holds it.
    package init(
        _ battle: Battle, under veil: LinkVeil = LinkVeil(), pacing mode: PacingMode,
        now: ContinuousClock.Instant
    ) {
        self.battle = battle
        self.veil = veil
        usual = mode
        self.mode = mode
        pacing = Pacing(mode)
        earlier = veil.texts(of: battle.turns.dropLast())
        shown = Self.shown(of: battle, under: veil)
        isEndShown = battle.state != .streaming
        lastWatched = now
    }

    /// The battle, names and all: for the arena itself, never for a page before the vote.
    package var value: Battle { battle }

    /// What a voter may see now: shown text only, and a reply's state only once all of its text
    /// is shown.
    ///
    /// Complexity: while something is written, linear in the turns and not in their texts: it is asked
    /// for at every word, by everybody who watches.
    package var blind: BlindBattle {
        guard !isEndShown, !battle.turns.isEmpty else { return battle.blind(under: veil) }
        var blind = battle.blind(earlier + [shown.map(\.shown)])
        let last = blind.turns.count - 1
        for side in Side.allCases { blind.turns[last].replies[side].state = .writing }
        return BlindBattle(
            id: blind.id, state: .streaming, isPractice: blind.isPractice, seal: blind.seal,
            turns: blind.turns, isVotable: false, isStopped: blind.isStopped)
    }

    /// Changes the battle by one of its own methods.
    ///
    /// Only new writing rings: that a contender has ended is told by ``tick()`` alone, or the
    /// moment would tell how fast it was.
    @discardableResult
    package func change<Result: Sendable, Failure: Error>(
        _ body: @Sendable (inout Battle) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let wasStreaming = battle.state == .streaming
        let result = try body(&battle)
        if !wasStreaming, battle.state == .streaming { begin() }
        return result
    }

    /// Ends the replies being written where the voter sees them end.
    package func stop() {
        guard battle.state == .streaming else { return }
        isStopping = true
        if let written = battle.turns.last?.replies {
            battle.stop(
                keeping: Sides(
                    a: veil.source(of: shown.a.shown.utf8.count, in: written.a.text),
                    b: veil.source(of: shown.b.shown.utf8.count, in: written.b.text)))
        }
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

    /// Shows as much as the pacing allows; `true` once all text of an ended and kept turn is shown.
    @discardableResult
    package func tick() -> Bool {
        guard let turn = battle.turns.last, !isEndShown else { return true }
        for side in Side.allCases where turn.replies[side].state != .writing { shown[side].end() }
        let before = shown.map(\.shown.utf8.count)
        let release = pacing.tick(
            Sides(a: supply(of: .a, in: turn), b: supply(of: .b, in: turn)))
        for side in Side.allCases { shown[side].show(upTo: release.reach[side]) }
        isEndShown = release.mayEnd && turn.isEnded && isKept && shown.both(\.isAllShown)
        let isNew = before != shown.map(\.shown.utf8.count)
        if isNew || isEndShown || mode.frameBytes != nil { ring() }
        return isEndShown
    }

    /// Notes that the store holds the ended turn: only then is its end told, so that whoever votes
    /// on seeing it finds it ready.
    package func noteKept() {
        isKept = true
    }

    /// Shows what is left of a turn that nobody watched to its end.
    package func end() {
        guard !isEndShown, isKept else { return }
        isEndShown = true
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
        hasReaderLeft = false
    }

    /// Whether it has been left: nobody watches, and whoever did, or looked last, has had the time
    /// there is to come back.
    package func isLeft(_ now: ContinuousClock.Instant, limits: Settings.Limits) -> Bool {
        let grace = hasReaderLeft ? limits.leaveGraceSeconds : limits.unwatchedSeconds
        return bells.isEmpty && now - lastWatched > .seconds(grace)
    }

    /// Whether the server broke off what was being written.
    package private(set) var isInterrupted = false

    /// Breaks off what is being written.
    package func interrupt() {
        isInterrupted = true
    }

    /// Whether nobody watches at this moment.
    package var isUnwatched: Bool { bells.isEmpty }

    private func supply(of side: Side, in turn: Turn) -> Pacing.Supply {
        Pacing.Supply(
            received: shown[side].receivedCount, isEnded: turn.replies[side].state != .writing)
    }

    /// Begins to show replies that are about to be written; what one side has already is shown.
    private func begin() {
        mode = usual
        pacing = Pacing(mode)
        earlier = veil.texts(of: battle.turns.dropLast())
        shown = Self.shown(of: battle, under: veil)
        isKept = false
        isEndShown = false
        isStopping = false
        ring()
    }

    /// What one side has already counts as shown.
    private static func shown(of battle: Battle, under veil: LinkVeil) -> Sides<ShownText> {
        battle.turns.last?.replies.map { ShownText(shown: veil.hide($0.text), under: veil) }
            ?? Sides(a: ShownText(under: veil), b: ShownText(under: veil))
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
        hasReaderLeft = true
    }

    private func ring() {
        for bell in bells.values { bell.yield() }
    }
}
