import Arena
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Upstreams of the leak campaign on a free loopback port, one path for each wire protocol.
struct CanaryEndpoint {
    let log: Logger

    /// The base address of one protocol below a port.
    static func base(_ wire: ProviderSettings.WireProtocol, port: Int) -> String {
        "http://127.0.0.1:\(port)/\(wire.rawValue)/v1"
    }

    /// The service; `onReady` is told the port.
    func application(
        onReady: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let router = Router()
        router.post("**") { request, _ in try await Self.answer(request) }
        return Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            logger: log)
    }

    private static func answer(_ request: Request) async throws -> Response {
        let body = String(buffer: try await request.body.collect(upTo: 1_048_576))
        let path = request.uri.path
        guard
            let wire = ProviderSettings.WireProtocol.allCases.first(where: {
                path.hasPrefix("/\($0.rawValue)/")
            }),
            let contender = CanaryContender.allCases.first(where: {
                body.contains($0.upstreamModel) || path.contains($0.upstreamModel)
            })
        else { throw HTTPError(.notFound) }
        let dialect = CanaryDialect(
            wire: wire, contender: contender, place: request.head.authority ?? "")
        let fault = CanaryFault.asked(in: body, of: contender)
        let streams = body.contains("\"stream\":true") || path.contains("streamGenerateContent")
        return response(of: dialect, fault: fault, streams: streams)
    }

    private static func response(
        of dialect: CanaryDialect, fault: CanaryFault, streams: Bool
    ) -> Response {
        var response = Response(status: .init(code: fault.status), headers: [:])
        for (name, value) in dialect.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        let isEvents = streams && fault.status == 200
        response.headers[.connection] = "close"
        response.headers[.contentType] = isEvents ? "text/event-stream" : "application/json"
        let pieces = pieces(of: dialect, fault: fault, streams: streams)
        response.body = ResponseBody { writer in
            for piece in pieces {
                try await writer.write(ByteBuffer(string: piece))
                try await Task.sleep(for: .milliseconds(20))
            }
            try await end(fault)
            try await writer.finish(nil)
        }
        return response
    }

    private static func pieces(
        of dialect: CanaryDialect, fault: CanaryFault, streams: Bool
    ) -> [String] {
        let whole = streams ? dialect.events : [dialect.whole]
        return switch fault {
        case .none: whole
        case .unauthorized, .limited, .broken: [dialect.problem]
        case .garbage: ["CANARY {{{ no protocol at all\n\n", "data: CANARY\n\n"]
        case .early: []
        case .stalled, .late: Array(whole.prefix(whole.count / 2))
        case .message: Array(whole.prefix(whole.count / 2)) + [dialect.problemEvent]
        }
    }

    /// Longer than the campaign's limit on pauses, and a connection that is cut.
    private static func end(_ fault: CanaryFault) async throws {
        switch fault {
        case .stalled: try await Task.sleep(for: .seconds(3 * LeakCampaign.stallSeconds))
        case .early, .late: throw CutOff()
        default: break
        }
    }

    private struct CutOff: Error {}
}
