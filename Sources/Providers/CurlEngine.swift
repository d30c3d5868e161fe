import CCurl

/// What the loop's thread does: takes commands, lets libcurl work, keeps the deadlines.
///
/// Lives on that thread alone.
final class CurlEngine {
    private let inbox: CurlInbox
    private let authorities: String?
    private var handles: [UnsafeMutableRawPointer: CurlHandle] = [:]
    private var easies: [ObjectIdentifier: UnsafeMutableRawPointer] = [:]
    private var spare: [UnsafeMutableRawPointer] = []
    /// No handle can be past its deadline before this instant.
    private var nextCheck: ContinuousClock.Instant?

    /// An engine that trusts the system's certificate authorities, or those of a PEM file.
    init(_ inbox: CurlInbox, trusting authorities: String?) {
        self.inbox = inbox
        self.authorities = authorities
    }

    deinit {
        for easy in spare { curl_easy_cleanup(easy) }
    }

    /// Works until it is told to stop.
    func run() {
        while let commands = inbox.take() {
            for command in commands { obey(command) }
            inbox.multi.turn(until: nextCheck)
            while let (easy, result) = inbox.multi.ended() {
                guard let handle = handles[easy] else { continue }
                end(handle, as: handle.end(result))
            }
            checkDeadlines(at: .now)
        }
        for handle in handles.values { end(handle, as: .failure(CurlFailure(.cancelled))) }
    }

    private func obey(_ command: CurlCommand) {
        switch command {
        case .add(let transfer): add(transfer)
        case .resume(let transfer): handle(of: transfer)?.resume()
        case .drain(let transfer): drain(transfer)
        case .close(let transfer):
            guard let handle = handle(of: transfer) else { return }
            end(handle, as: .failure(CurlFailure(.cancelled)))
        }
        guard let look = handle(of: command.transfer)?.nextLook else { return }
        nextCheck = min(nextCheck ?? look, look)
    }

    private func add(_ transfer: CurlTransfer) {
        guard !transfer.isEnded else { return }
        guard let easy = spare.popLast() ?? curl_easy_init() else {
            return transfer.finish(.failure(CurlFailure(.unreachable, "Out of handles.")))
        }
        do throws(CurlFailure) {
            let handle = try CurlHandle(easy, for: transfer, trusting: authorities)
            handles[easy] = handle
            easies[ObjectIdentifier(transfer)] = easy
            guard inbox.multi.add(easy) else {
                throw CurlFailure(.unreachable, "libcurl does not take the request.")
            }
        } catch {
            guard let handle = handles[easy] else {
                keep(easy)
                return transfer.finish(.failure(error))
            }
            end(handle, as: .failure(error))
        }
    }

    private func drain(_ transfer: CurlTransfer) {
        handle(of: transfer)?.drain()
    }

    private func handle(of transfer: CurlTransfer) -> CurlHandle? {
        easies[ObjectIdentifier(transfer)].flatMap { handles[$0] }
    }

    private func end(_ handle: CurlHandle, as result: Result<Void, CurlFailure>) {
        inbox.multi.remove(handle.easy)
        handles[handle.easy] = nil
        easies[ObjectIdentifier(handle.transfer)] = nil
        keep(handle.easy)
        handle.transfer.finish(result)
    }

    private func keep(_ easy: UnsafeMutableRawPointer) {
        guard spare.count < 64 else { return curl_easy_cleanup(easy) }
        curl_easy_reset(easy)
        spare.append(easy)
    }

    /// Deadlines move while bytes come; instead of following each, all are looked at when the first
    /// of them could have passed, and the next look is set from what they are then.
    private func checkDeadlines(at now: ContinuousClock.Instant) {
        guard let check = nextCheck, check <= now else { return }
        nextCheck = nil
        for handle in Array(handles.values) {
            let (instant, kind) = handle.deadline
            if instant <= now {
                end(handle, as: .failure(CurlFailure(kind)))
            } else {
                nextCheck = min(nextCheck ?? handle.nextLook, handle.nextLook)
            }
        }
    }
}
