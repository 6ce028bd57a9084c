import CCurl
import Glibc

/// One exchange under way: an easy handle of libcurl and what has come so far. Lives on the thread of its loop.
final class Transfer {
    let order: TransferOrder
    let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    private(set) var head = ResponseHead()
    private(set) var body: [UInt8] = []
    /// The first address that was not connected to because it is a local one.
    private(set) var refused: NetworkAddress?
    /// Why a callback stopped the transfer.
    private(set) var stopped: FetchFailure?

    /// Room for libcurl's own words about an error.
    private let message: UnsafeMutablePointer<CChar>

    /// `nil` if libcurl has no memory left, or does not take an option.
    init?(_ order: TransferOrder) {
        guard let handle = curl_easy_init() else { return nil }
        self.order = order
        self.handle = handle
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard setUp() == CURLE_OK else { return nil }
    }

    deinit {
        curl_easy_cleanup(handle)
        lists.forEach(curl_slist_free_all)
        message.deallocate()
    }

    var curlMessage: String { String(cString: message) }

    // MARK: - Options

    private func setUp() -> CURLcode {
        let limits = order.limits
        let isDirect = order.proxy == nil
        let numbers: [(CURLoption, Int)] = [
            // No signals: the resolver and time limits must not need them in a program of many threads.
            (CURLOPT_NOSIGNAL, 1),
            // A name that is still being looked up when time is up must not hold up the other transfers.
            (CURLOPT_QUICK_EXIT, 1),
            (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue)),
            (CURLOPT_HTTPAUTH, 1),
            (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
            (CURLOPT_CONNECTTIMEOUT_MS, max(1, min(limits.connectTime, order.remainingTime).wholeMilliseconds)),
            (CURLOPT_TIMEOUT_MS, max(1, order.remainingTime.wholeMilliseconds)),
            (CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond),
            (CURLOPT_LOW_SPEED_TIME, max(1, limits.slowTime.wholeMilliseconds / 1_000)),
            // A connection that was allowed to reach a local address is nobody else's to use, and a shared one does not
            // show where it leads: each transfer of a local source has its own, of a kind that cannot be shared.
            (CURLOPT_FRESH_CONNECT, order.mayBeLocal ? 1 : 0),
            (CURLOPT_FORBID_REUSE, order.mayBeLocal ? 1 : 0),
            (CURLOPT_HTTP_VERSION, order.mayBeLocal ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS),
        ]
        for (option, number) in numbers {
            let result = cc_set_number(handle, option, number)
            guard result == CURLE_OK else { return result }
        }
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_URL, order.address.text),
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, order.userAgent),
            // Empty rather than unset: what the environment says has been taken into account.
            (CURLOPT_PROXY, order.proxy ?? ""),
            (CURLOPT_NOPROXY, isDirect ? "*" : ""),
            (CURLOPT_USERNAME, order.address.credentials?.user),
            (CURLOPT_PASSWORD, order.address.credentials?.password),
        ]
        for (option, text) in texts {
            let result = cc_set_text(handle, option, text)
            guard result == CURLE_OK else { return result }
        }
        if let trustFile = order.trustFile {
            let result = cc_set_text(handle, CURLOPT_CAINFO, trustFile)
            guard result == CURLE_OK else { return result }
        }
        return setUpHeaders(order.headers)
    }

    private func setUpHeaders(_ lines: [String]) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                return CURLE_OUT_OF_MEMORY
            }
            list = longer
        }
        if let list { lists.append(list) }
        var result = cc_set_list(handle, CURLOPT_HTTPHEADER, list)
        if result == CURLE_OK { result = cc_set_buffer(handle, CURLOPT_ERRORBUFFER, message) }
        guard result == CURLE_OK else { return result }
        return cc_set_callbacks(
            handle, Unmanaged.passUnretained(self).toOpaque(),
            { bytes, size, count, context in
                Transfer.from(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            { bytes, size, count, context in
                Transfer.from(context)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            { context, purpose, address in
                guard let address else { return -1 }
                return Transfer.from(context)?.openSocket(address) ?? -1
            })
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: - What libcurl tells and asks

    /// The number of bytes taken; any other than came stops the transfer.
    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
        head.add(line)
        guard head.byteCount <= order.limits.headerBytes else {
            stopped = .headersTooLarge(limit: order.limits.headerBytes)
            return 0
        }
        return line.count
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        let limit = hasContent ? order.limits.transferredBytes : Self.largestNotice
        guard body.count + bytes.count <= limit else {
            stopped = .tooLarge(limit: limit)
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private var hasContent: Bool { (200..<300).contains(head.status) }

    /// The body of an error or a redirect is read only so that the connection can be used again, up to this many bytes.
    private static let largestNotice = 65_536

    /// A socket for the address that libcurl is about to connect to; none for a local one.
    ///
    /// Here and not earlier, since the name service may answer each question differently.
    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let target = withUnsafePointer(to: &address.pointee.addr) {
            NetworkAddress($0, length: Int(address.pointee.addrlen))
        }
        // To a proxy, which the user has chosen, any address will do.
        if !order.mayBeLocal, order.proxy == nil {
            guard let target, target.special == nil else {
                refused = refused ?? target
                return -1
            }
        }
        if order.onlyLooksUp { return -1 }
        // Not to be inherited by programs that are started meanwhile.
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }

    // MARK: - The end

    /// What the transfer came to, libcurl having ended it with this.
    func reply(_ result: CURLcode) -> TransferReply {
        let elapsed = Duration.microseconds(cc_size(handle, CURLINFO_TOTAL_TIME_T))
        // A redirect or an error has been said once its headers are there, whatever becomes of its body.
        if head.isComplete, !hasContent { return .answered(head, body: [], elapsed: elapsed) }
        if let stopped { return .failed(stopped) }
        guard result == CURLE_OK else { return .failed(failure(result)) }
        return .answered(head, body: body, elapsed: elapsed)
    }
}
