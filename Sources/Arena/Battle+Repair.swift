extension Battle {
    /// Asks the failed sides of the newest turn again; what the other side wrote stays.
    ///
    /// - Returns: the sides that are to be written.
    /// - Throws: ``ArenaError/stillWriting``, ``ArenaError/closed(_:)``,
    ///   ``ArenaError/alreadyVoted(_:)``; ``ArenaError/nothingFailed``.
    package mutating func retry() throws(ArenaError) -> Set<Side> {
        switch state {
        case .ready, .failed: break
        case .streaming, .created: throw .stillWriting
        case .voted: throw .alreadyVoted(id)
        case .expired, .skipped: throw .closed(state)
        }
        let failed = Side.allCases.filter { turns.last?.replies[$0].state == .failed }
        guard !failed.isEmpty else { throw .nothingFailed }
        restart(failed)
        return Set(failed)
    }

    /// Ends the replies being written where they stand.
    ///
    /// - Parameter shown: what the voter had seen of each; nothing more is kept, so that a stop
    ///   tells no more of a side's speed than the page did.
    package mutating func stop(keeping shown: Sides<String>) {
        guard state == .streaming else { return }
        add(.stopped)
        cut(to: shown)
        for side in Side.allCases {
            let reply = turns[turns.count - 1].replies[side]
            if reply.state == .complete, reply.text.isBlank { fail(side, with: .stopped) }
        }
    }

    /// Ends one side's reply because the voter stopped it: whole, if there is any text.
    ///
    /// - Parameter seconds: time since it was asked for.
    package mutating func halt(_ side: Side, after seconds: Double) {
        guard turns.last?.replies[side].text.isBlank == false else {
            return fail(side, with: .stopped)
        }
        complete(
            side,
            with: ReplyReport(
                finish: .other, usage: nil, timing: ReplyTiming(firstText: nil, total: seconds)))
    }

    /// Takes over an answer that another contender's failure left without a rival.
    package mutating func adopt(_ reply: Reply, on side: Side) {
        guard state == .streaming, reply.state == .complete else { return }
        replace(with: reply, on: side)
    }
}

extension ReplyFault {
    fileprivate static let stopped = ReplyFault(.cancelled, detail: "the voter stopped it")
}

extension String {
    /// Whether there is nothing in it to read.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
