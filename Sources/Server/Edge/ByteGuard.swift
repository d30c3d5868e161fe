import NIOCore

/// The outermost handler of a connection: sees bytes, keeps the clock on reading a request, and
/// closes on a reader that does not read.
///
/// Used on its event loop alone.
final class ByteGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// How long bytes may wait for a reader.
    static let stall = TimeAmount.seconds(15)

    private var clock = ReadingClock()
    private var alarm: Scheduled<Void>?
    private var waiting = 0
    private var lastTaken = NIODeadline.now()
    private var stallAlarm: Scheduled<Void>?

    /// Notes that a request's head is whole.
    func takeHead() { clock.takeHead(at: .now) }

    /// Notes that a request is whole.
    func takeEnd() { clock.takeEnd() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        clock.takeBytes(at: .now)
        setAlarm(context)
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        stallAlarm?.cancel()
        context.fireChannelInactive()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        let me = NIOLoopBound(self, eventLoop: context.eventLoop)
        if waiting == 0 { lastTaken = .now() }
        waiting += 1
        promise.futureResult.whenComplete { _ in
            me.value.waiting -= 1
            me.value.lastTaken = .now()
        }
        setStallAlarm(context)
        context.write(data, promise: promise)
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        guard alarm == nil, let deadline = clock.deadline else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: .now() + .init(deadline - .now)) {
            let (me, context) = bound.value
            me.alarm = nil
            guard me.clock.isOver(at: .now) else { return me.setAlarm(context) }
            context.close(promise: nil)
        }
    }

    /// Looks again when the reader's time is over: whoever took nothing of what waits is let go.
    private func setStallAlarm(_ context: ChannelHandlerContext) {
        guard stallAlarm == nil else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        stallAlarm = context.eventLoop.scheduleTask(deadline: lastTaken + Self.stall) {
            let (me, context) = bound.value
            me.stallAlarm = nil
            guard me.waiting > 0 else { return }
            guard .now() - me.lastTaken < Self.stall else { return context.close(promise: nil) }
            me.setStallAlarm(context)
        }
    }
}
