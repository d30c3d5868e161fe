import Arena
import CCurl

/// One easy handle at work: its options, its callbacks and its deadlines.
///
/// Used by the loop's thread only. libcurl holds an unretained pointer to it, so the loop keeps it
/// until the easy handle is out of the multi handle.
final class CurlHandle {
    /// Bytes of an answer's head.
    private static let headLimit = 65_536

    let easy: UnsafeMutableRawPointer
    let transfer: CurlTransfer
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lines: UnsafeMutablePointer<curl_slist>?
    private let begun = ContinuousClock.now
    private var lastByte: ContinuousClock.Instant?
    private var isPaused = false
    private var drainedBy: ContinuousClock.Instant?
    private var status = 0
    private var headers: [CurlRequest.Header] = []
    private var headBytes = 0
    private var isHeadWhole = false
    private var bodyBytes = 0
    private var ownFailure: CurlFailure?
    private var isRefused = false

    /// Sets a fresh or reset easy handle up for a request.
    init(
        _ easy: UnsafeMutableRawPointer, for transfer: CurlTransfer, trusting authorities: String?
    ) throws(CurlFailure) {
        self.easy = easy
        self.transfer = transfer
        message.pointee = 0
        try address(transfer.request)
        secure(trusting: authorities)
        try load(transfer.request)
        listen()
        transfer.begin(at: begun)
    }

    deinit {
        curl_slist_free_all(lines)
        message.deallocate()
    }

    /// When this exchange is to be given up, and as what, unless something comes before.
    var deadline: (instant: ContinuousClock.Instant, kind: CurlFailure.Kind) {
        let limits = transfer.request.limits
        if let drainedBy { return (drainedBy, .totalTimeout) }
        let total = begun + limits.total
        guard let lastByte else {
            let first = begun + limits.firstByte
            return first < total
                ? (first, isConnected ? .firstByteTimeout : .connectTimeout)
                : (total, .totalTimeout)
        }
        let stall = lastByte + limits.stall
        return !isPaused && stall < total ? (stall, .stalled) : (total, .totalTimeout)
    }

    /// When to look at the deadline again: never later than it can be, whatever comes until then.
    var nextLook: ContinuousClock.Instant {
        guard lastByte == nil, drainedBy == nil else { return deadline.instant }
        return min(deadline.instant, .now + transfer.request.limits.stall)
    }

    /// Reads on after the reader has caught up.
    func resume() {
        guard isPaused else { return }
        isPaused = false
        lastByte = .now
        _ = curl_easy_pause(easy, CURLPAUSE_CONT)
    }

    /// Reads on for a moment without keeping anything.
    func drain() {
        drainedBy = .now + transfer.request.limits.drain
        resume()
    }

    /// How the exchange ended, once libcurl is done with it.
    func end(_ code: CURLcode) -> Result<Void, CurlFailure> {
        if let ownFailure { return .failure(ownFailure) }
        guard code != CURLE_OK else {
            return isHeadWhole
                ? .success(()) : .failure(CurlFailure(.brokeOff, "The head is not whole."))
        }
        if isRefused, !isHeadWhole, code == CURLE_COULDNT_CONNECT {
            return .failure(OutgoingRule(for: transfer.request.address).refusal)
        }
        let words =
            message.pointee == 0
            ? String(cString: curl_easy_strerror(code)) : String(cString: message)
        return .failure(CurlFailure(CurlFailure.Kind(code), words))
    }

    private var isConnected: Bool {
        var microseconds: curl_off_t = 0
        _ = ccurl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds)
        return microseconds > 0
    }
}

// Options.
extension CurlHandle {
    private func address(_ request: CurlRequest) throws(CurlFailure) {
        guard ccurl_set_text(easy, CURLOPT_URL, request.address.text) == CURLE_OK else {
            throw CurlFailure(.invalid, "libcurl does not take the address.")
        }
        // One version for each scheme. Waiting for a connection to share is for TLS alone, whose
        // handshake tells the version; elsewhere it would wait for somebody else's whole answer.
        let isTLS = request.address.scheme == "https"
        set(CURLOPT_HTTP_VERSION, Int(isTLS ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1))
        set(CURLOPT_PIPEWAIT, isTLS ? 1 : 0)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_BUFFERSIZE, 16_384)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(request.limits.connect / .milliseconds(1))))
    }

    private func secure(trusting authorities: String?) {
        _ = ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = ccurl_set_text(easy, CURLOPT_PROXY, "")
        _ = ccurl_set_text(easy, CURLOPT_NOPROXY, "*")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities { _ = ccurl_set_text(easy, CURLOPT_CAINFO, authorities) }
    }

    private func load(_ request: CurlRequest) throws(CurlFailure) {
        for line in try request.headerLines() + ["Expect:"] {
            lines = curl_slist_append(lines, line)
        }
        _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, lines)
        switch request.method {
        case .get: set(CURLOPT_HTTPGET, 1)
        case .post, .put: send(request.body)
        case .delete: break
        }
        if request.method == .put || request.method == .delete {
            _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
    }

    private func send(_ body: [UInt8]) {
        set(CURLOPT_POST, 1)
        // A zero byte behind the body: libcurl takes a null pointer for "ask a callback".
        (body + [0]).withUnsafeBytes { bytes in
            _ = ccurl_set_body(easy, bytes.baseAddress, curl_off_t(body.count))
        }
    }

    private func set(_ option: CURLoption, _ value: Int) {
        _ = ccurl_set_long(easy, option, value)
    }
}

// Callbacks.
extension CurlHandle {
    private func listen() {
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
        _ = ccurl_set_pointer(easy, CURLOPT_PRIVATE, me)
        _ = ccurl_set_pointer(easy, CURLOPT_HEADERDATA, me)
        _ = ccurl_set_pointer(easy, CURLOPT_WRITEDATA, me)
        _ = ccurl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, me)
        _ = ccurl_set_open_callback(easy) { me, _, address in
            guard let me, let address, CurlHandle.from(me).mayConnect(to: address) else {
                return ccurl_no_socket
            }
            return ccurl_open(address)
        }
        _ = ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, me in
            guard let bytes, let me else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return CurlHandle.from(me).takeHeader(Array(line)) ? line.count : 0
        }
        _ = ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, me in
            guard let bytes, let me else { return 0 }
            return CurlHandle.from(me).takeBody(
                UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    private func mayConnect(to address: UnsafePointer<curl_sockaddr>) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(ccurl_numbers(address, &bytes))
        let rule = OutgoingRule(for: transfer.request.address)
        let isAllowed =
            switch count {
            case 4: rule.allows(NetworkAddress(four: Array(bytes.prefix(4))))
            case 16: rule.allows(NetworkAddress(six: bytes))
            default: false
            }
        // A name may have several addresses: this is a failure only if no other one answers.
        isRefused = isRefused || !isAllowed
        return isAllowed
    }

    private static func from(_ me: UnsafeMutableRawPointer) -> CurlHandle {
        Unmanaged<CurlHandle>.fromOpaque(me).takeUnretainedValue()
    }

    private func takeHeader(_ line: [UInt8]) -> Bool {
        guard !isHeadWhole else { return true }
        headBytes += line.count
        guard headBytes <= Self.headLimit else {
            ownFailure = CurlFailure(.tooLarge, "The answer's head is too long.")
            return false
        }
        let text = String(decoding: line.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
        if text.isEmpty {
            endHead()
        } else if text.hasPrefix("HTTP/") {
            headers = []
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = text[text.utf8.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers.append(CurlRequest.Header(text[..<colon].lowercased(), String(value)))
        }
        return true
    }

    private func endHead() {
        guard status >= 200 else { return }
        isHeadWhole = true
        transfer.receive(CurlHead(status: status, headers: headers))
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        let now = ContinuousClock.now
        guard drainedBy == nil else { return bytes.count }
        guard transfer.canReceive() else {
            isPaused = true
            return ccurl_pause
        }
        lastByte = now
        bodyBytes += bytes.count
        guard bodyBytes <= transfer.request.limits.bodyBytes else {
            ownFailure = CurlFailure(.tooLarge, "The answer's body is too long.")
            return 0
        }
        if !bytes.isEmpty { transfer.receive(CurlChunk(Array(bytes), at: now)) }
        return bytes.count
    }
}

extension CurlFailure.Kind {
    fileprivate init(_ code: CURLcode) {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_LOGIN_DENIED: self = .invalid
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_INTERFACE_FAILED, CURLE_NO_CONNECTION_AVAILABLE, CURLE_OUT_OF_MEMORY:
            self = .unreachable
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT:
            self = .insecure
        // The only clock that libcurl keeps here is the one on connecting.
        case CURLE_OPERATION_TIMEDOUT: self = .connectTimeout
        // The scheme was checked before: "unsupported" is what came, not what was asked.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            self = .malformed
        default: self = .brokeOff
        }
    }
}
