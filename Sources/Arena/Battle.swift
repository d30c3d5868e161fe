package import struct Foundation.Date

/// One conversation, two contenders on sides a and b, their replies turn by turn.
///
/// A value state machine: every method checks, changes and returns or throws; nothing is sent,
/// stored or awaited here.
///
/// ```
/// created ─► streaming ─► ready ─► voted
///               ▲ │ ▲       ├────► skipped
///               │ ▼ └───────┤
///              failed       └────► expired
/// ```
package struct Battle: Equatable, Sendable {
    /// The most turns a conversation may have.
    package static let turnLimit = 10

    /// Its random name.
    package let id: BattleID
    /// Who opened it; only this voter may act on it.
    package let voter: VoterID
    /// Whether the pair was drawn or chosen by the voter.
    package let kind: BattleKind
    /// Who plays, by side. Never read for anything sent before the vote.
    package let contenders: Sides<Contender>
    /// Probability with which the pairing chose this pair, in (0, 1].
    package let probability: Double
    /// The commitment to the names, fixed at the start.
    package let seal: Seal
    /// When it was opened.
    package let openedAt: Date
    /// How far it is.
    package private(set) var state: BattleState
    /// The turns so far, numbered from 1.
    package private(set) var turns: [Turn]
    /// The vote, once cast.
    package private(set) var vote: Vote?
    /// What happened to it that bears on its vote.
    package private(set) var marks: Set<BattleMark>

    /// A new battle without a turn.
    package init(
        id: BattleID = BattleID(), voter: VoterID, kind: BattleKind = .random,
        contenders: Sides<Contender>, probability: Double, seal: Seal? = nil, openedAt: Date,
        marks: Set<BattleMark> = []
    ) {
        self.id = id
        self.voter = voter
        self.kind = kind
        self.contenders = contenders
        self.probability = probability
        self.seal = seal ?? Seal(battle: id, names: contenders.map(\.id))
        self.openedAt = openedAt
        self.marks = marks
        state = .created
        turns = []
    }

    /// A battle as it was stored.
    package init(
        id: BattleID, voter: VoterID, kind: BattleKind = .random, contenders: Sides<Contender>,
        probability: Double, seal: Seal, openedAt: Date, state: BattleState, turns: [Turn],
        vote: Vote?, marks: Set<BattleMark> = []
    ) {
        self.id = id
        self.voter = voter
        self.kind = kind
        self.contenders = contenders
        self.probability = probability
        self.seal = seal
        self.openedAt = openedAt
        self.state = state
        self.turns = turns
        self.vote = vote
        self.marks = marks
    }

    /// The pool its vote enters: real only when both contenders are.
    package var pool: Pool {
        contenders.both { $0.pool == .real } ? .real : .practice
    }

    /// Whether a vote would be taken now.
    package var isVotable: Bool { state == .ready }

    /// Begins a turn; returns its number.
    ///
    /// - Throws: ``ArenaError/stillWriting``, ``ArenaError/turnLimit(_:)`` or
    ///   ``ArenaError/closed(_:)``.
    package mutating func begin(_ prompt: Prompt, at time: Date) throws(ArenaError) -> Int {
        if state == .streaming { throw .stillWriting }
        guard !state.isOver else { throw .closed(state) }
        guard turns.count < Self.turnLimit else { throw .turnLimit(Self.turnLimit) }
        turns.append(Turn(number: turns.count + 1, prompt: prompt, begunAt: time))
        state = .streaming
        return turns.count
    }

    /// Adds visible text to the reply being written on one side; ignored when none is.
    package mutating func append(_ text: String, to side: Side) {
        guard state == .streaming, turns[turns.count - 1].replies[side].state == .writing else {
            return
        }
        turns[turns.count - 1].replies[side].text += text
    }

    /// Completes one side's reply. A reply without text is a failed one.
    package mutating func complete(_ side: Side, with report: ReplyReport) {
        guard state == .streaming else { return }
        let reply = turns[turns.count - 1].replies[side]
        guard !reply.text.isBlank else {
            let kind: ReplyFault.Kind = report.finish == .filtered ? .filtered : .empty
            return fail(side, with: ReplyFault(kind))
        }
        turns[turns.count - 1].replies[side] = Reply(
            text: reply.text, state: .complete, report: report,
            cost: report.usage.flatMap { usage in contenders[side].price?.cost(of: usage) })
        settle()
    }

    /// Ends one side's reply with a fault; what was written stays.
    package mutating func fail(_ side: Side, with fault: ReplyFault) {
        guard state == .streaming else { return }
        turns[turns.count - 1].replies[side].state = .failed
        turns[turns.count - 1].replies[side].fault = fault
        settle()
    }

    /// Casts the vote; the battle can then be revealed.
    ///
    /// - Throws: ``ArenaError/noSuchBattle`` to anyone but its voter,
    ///   ``ArenaError/alreadyVoted(_:)``, ``ArenaError/notComplete``,
    ///   ``ArenaError/closed(_:)``.
    package mutating func cast(
        _ outcome: VoteOutcome, by voter: VoterID, at time: Date
    ) throws(ArenaError) -> Vote {
        guard voter == self.voter else { throw .noSuchBattle }
        switch state {
        case .ready: break
        case .voted: throw .alreadyVoted(id)
        case .created, .streaming: throw .notComplete
        case .failed, .expired, .skipped: throw .closed(state)
        }
        let cast = Vote(battle: id, voter: voter, outcome: outcome, castAt: time)
        vote = cast
        state = .voted
        return cast
    }

    /// Notes how the store keeps the vote.
    mutating func note(_ kept: KeptVote) {
        vote?.sequence = kept.receipt.sequence
        vote?.receipt = kept.receipt
        vote?.exclusion = kept.exclusion
    }

    /// Leaves the battle without a choice; nothing is revealed.
    ///
    /// - Throws: ``ArenaError/noSuchBattle``, ``ArenaError/alreadyVoted(_:)``,
    ///   ``ArenaError/stillWriting``, ``ArenaError/closed(_:)``.
    package mutating func skip(by voter: VoterID) throws(ArenaError) {
        guard voter == self.voter else { throw .noSuchBattle }
        switch state {
        case .voted: throw .alreadyVoted(id)
        case .streaming: throw .stillWriting
        case .failed, .expired, .skipped: throw .closed(state)
        case .created, .ready: state = .skipped
        }
    }

    /// Ends a battle that nobody came back to; one that is over stays as it is.
    package mutating func expire() {
        guard !state.isOver else { return }
        state = .expired
    }

    /// Notes what happened to it.
    package mutating func add(_ mark: BattleMark) {
        marks.insert(mark)
    }

    /// Empties the replies of these sides in the newest turn, to be written anew.
    mutating func restart(_ sides: [Side]) {
        for side in sides { turns[turns.count - 1].replies[side] = Reply() }
        state = .streaming
    }

    /// Cuts the newest replies to these texts.
    mutating func cut(to texts: Sides<String>) {
        for side in Side.allCases { turns[turns.count - 1].replies[side].text = texts[side] }
    }

    /// Puts a whole reply on one side of the newest turn.
    mutating func replace(with reply: Reply, on side: Side) {
        turns[turns.count - 1].replies[side] = reply
    }

    private mutating func settle() {
        guard turns[turns.count - 1].isEnded else { return }
        state = turns.contains(where: \.isComplete) ? .ready : .failed
    }
}
