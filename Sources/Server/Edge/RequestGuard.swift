import Arena
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Refuses requests that are too large or too many before anything of them is kept, and closes a
/// stream whose reader has left.
///
/// Used on its event loop alone.
final class RequestGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// How long what a refused client still sends is thrown away, so that it reads the refusal.
    private static let linger = TimeAmount.seconds(2)

    private let bytes: ByteGuard
    private let admission: ConnectionTally.Admission
    private var meter = BodyMeter()
    private var isRefused = false
    private var isStreaming = false
    private var hasBegunAnswer = false
    private var hasLeft = false
    private var isBroken = false

    init(_ bytes: ByteGuard, admission: ConnectionTally.Admission) {
        self.bytes = bytes
        self.admission = admission
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        let isTooLarge: Bool
        switch unwrapInboundIn(data) {
        case .head(let head):
            bytes.takeHead()
            hasBegunAnswer = false
            if let problem = refusal(of: head) { return refuse(with: problem, context) }
            let announced = head.headers.first(name: "content-length").flatMap { Int($0) }
            isTooLarge = meter.begin(announced: announced)
        case .body(let piece): isTooLarge = meter.take(piece.readableBytes)
        case .end:
            bytes.takeEnd()
            isTooLarge = false
        }
        guard !isTooLarge else { return refuse(with: Self.tooLarge, context) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isRefused else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code >= 200:
            guard !(isBroken && hasBegunAnswer) else {
                isRefused = true
                promise?.fail(ChannelError.ioOnClosedChannel)
                return context.close(promise: nil)
            }
            hasBegunAnswer = true
            isStreaming = head.headers.contains(name: "x-accel-buffering")
            if hasLeft, isStreaming { context.close(promise: nil) }
        case .end: isStreaming = false
        default: break
        }
        context.write(data, promise: promise)
    }

    /// A client that closes its side has left; half of a connection is kept only for an answer
    /// that is whole.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .some(.inputClosed) = event as? ChannelEvent {
            hasLeft = true
            if isStreaming || isRefused { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// What is no HTTP is answered once at most: a second answer would be taken for the next
    /// request's.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isRefused else { return context.close(promise: nil) }
        isBroken = true
        context.fireErrorCaught(error)
    }

    private static let badCoding = Problem(.invalid(field: "", reason: "It could not be read."))
    private static let tooLarge = Problem(.tooLarge(field: "body", limit: BodyMeter.limit))

    private func refusal(of head: HTTPRequestHead) -> Problem? {
        let codings = head.headers[canonicalForm: "transfer-encoding"]
        guard codings.isEmpty || codings == ["chunked"] else { return Self.badCoding }
        switch admission {
        case .all: return nil
        case .healthOnly:
            let path = head.uri.prefix { $0 != "?" }
            return ["/healthz", "/readyz"].contains(path) ? nil : Problem(.busy)
        case .none: return TrafficLimit.refusal(after: 10)
        }
    }

    private func refuse(with problem: Problem, _ context: ChannelHandlerContext) {
        isRefused = true
        bytes.takeEnd()
        guard !hasBegunAnswer else { return context.close(promise: nil) }
        var headers = HTTPHeaders([
            ("content-type", "application/problem+json"), ("connection", "close"),
            ("cache-control", "no-store, private"), ("x-content-type-options", "nosniff"),
            ("content-security-policy", SecurityHeaders.policy), ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
        ])
        if let seconds = problem.retryAfter {
            headers.add(name: "retry-after", value: "\(seconds)")
        }
        let body = (try? problem.document(instance: "")) ?? Data()
        headers.add(name: "content-length", value: "\(body.count)")
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: problem.status.code), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.linger) {
            bound.value.close(promise: nil)
        }
        context.close(mode: .output, promise: nil)
    }
}
