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

    func handle(value: Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
