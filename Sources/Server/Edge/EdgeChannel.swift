import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Hummingbird's channel for HTTP/1.1 with a guard on it.
struct EdgeChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    /// The most bytes the system keeps for a reader that does not read.
    private static let sendBuffer: SocketOptionValue = 262_144

    let http: HTTP1Channel
    let gate: ConnectionGate

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let admission = gate.admit(channel)
        let watch = ByteGuard()
        return channel.setOption(.socketOption(.so_sndbuf), value: Self.sendBuffer)
            .flatMap { Self.limitWaiting(on: channel) }
            .flatMapThrowing {
                try channel.pipeline.syncOperations.addHandler(watch)
            }
            .flatMap { http.setup(channel: channel, logger: logger) }
            .flatMapThrowing { value in
                let pipeline = channel.pipeline.syncOperations
                let decoder = try pipeline.handler(
                    type: ByteToMessageHandler<HTTPRequestDecoder>.self)
                try pipeline.addHandler(
                    RequestGuard(watch, admission: admission), position: .after(decoder))
                return value
            }
    }

    /// Lets the system, too, give up a reader that takes nothing or is not there any more: it knows
    /// of what is in its own buffer.
    private static func limitWaiting(on channel: any Channel) -> EventLoopFuture<Void> {
        #if os(Linux)
            // TCP_USER_TIMEOUT, in milliseconds; Glibc's module does not export its name.
            let option = NIOBSDSocket.Option(rawValue: 18)
            let limit = SocketOptionValue(ByteGuard.stall.nanoseconds / 1_000_000)
            return channel.setOption(.tcpOption(option), value: limit)
        #else
            return channel.eventLoop.makeSucceededVoidFuture()
        #endif
    }

    func handle(value: Value, logger: Logger) async {
        // Hummingbird closes half of a cancelled connection and waits for what is being written,
        // which a reader that takes nothing would hold up.
        await withTaskCancellationHandler {
            await http.handle(value: value, logger: logger)
        } onCancel: {
            value.channel.close(promise: nil)
        }
    }
}
