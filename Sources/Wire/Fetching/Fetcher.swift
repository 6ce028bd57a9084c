import Synchronization

/// Fetches over http and https, politely and within limits; safe to be used from everywhere at once.
///
/// Transfers run on one thread of libcurl's own kind, which begins with the first fetch and ends with the fetcher. Nothing
/// is kept between fetches but idle connections: no cookies, no cache, no passwords.
package final class Fetcher: Sendable {
    package struct Options: Hashable, Sendable {
        /// Who asks, as `Watchfloor/1.0 (+https://…)`.
        package var userAgent: String
        /// How many transfers may run to one host at a time.
        package var perHost: Int
        /// How many transfers may run at a time in all.
        package var total: Int
        package var proxies: ProxySettings
        /// Certificates to trust instead of the system's: a file in PEM format.
        package var trustFile: String?

        package init(
            userAgent: String, perHost: Int = 2, total: Int = 24, proxies: ProxySettings = .environment,
            trustFile: String? = nil
        ) {
            self.userAgent = userAgent
            self.perHost = perHost
            self.total = total
            self.proxies = proxies
            self.trustFile = trustFile
        }
    }

    private let options: Options
    private let thread = Mutex<TransferThread?>(nil)

    /// Costs nothing until the first fetch.
    package init(_ options: Options) {
        self.options = options
    }

    /// Fetches what is at an address, following redirects. Never throws, always ends within the request's limits once its
    /// turn has come, and at once when the task is cancelled.
    @concurrent package func fetch(_ request: FetchRequest) async -> FetchResult {
        do throws(FetchFailure) {
            var trail = RedirectTrail(from: try WebAddress(request.address), limit: request.limits.redirects)
            var remaining = request.limits.totalTime
            while true {
                let validators = request.validators.flatMap { $0.address == trail.address.text ? $0 : nil }
                let order = order(for: trail.address, request, validators, remaining: remaining)
                switch try await transfer(order) {
                case .cancelled: return .cancelled
                case .failed(let failure): throw trail.blamed(for: failure)
                case .answered(let head, let body, let elapsed):
                    remaining = max(.milliseconds(1), remaining - elapsed)
                    guard try !trail.follow(head) else { continue }
                    return try result(head, body, trail, validators, request.limits)
                }
            }
        } catch {
            return .failed(error)
        }
    }

    private func transfers() throws(FetchFailure) -> TransferThread {
        try thread.withLock { thread throws(FetchFailure) in
            if let thread { return thread }
            let new = try TransferThread(perHost: options.perHost, total: options.total)
            thread = new
            return new
        }
    }

    private func order(
        for address: WebAddress, _ request: FetchRequest, _ validators: Validators?, remaining: Duration
    ) -> TransferOrder {
        TransferOrder(
            address: address,
            headers: ["Accept: \(request.kind.accept)", "Accept-Encoding: \(Decompression.accepted)"]
                + (validators?.headers ?? []),
            userAgent: options.userAgent, proxy: options.proxies.proxy(for: address), mayBeLocal: request.isLocal,
            limits: request.limits, remainingTime: remaining, trustFile: options.trustFile)
    }

    // MARK: - Local addresses

    /// Carries out an order, if it leads into the local network only where that is meant.
    ///
    /// Without a proxy the address really connected to decides, when it is connected to. Behind one, which connects in our
    /// stead, all that can be done is to look the name up here first.
    private func transfer(_ order: TransferOrder) async throws(FetchFailure) -> TransferReply {
        let thread = try transfers()
        if !order.mayBeLocal, order.proxy != nil {
            var lookup = order
            lookup.proxy = nil
            lookup.onlyLooksUp = true
            let reply = await thread.perform(lookup)
            if case .failed(.localAddress) = reply { return reply }
        }
        return await thread.perform(order)
    }

    // MARK: - The answer

    private func result(
        _ head: ResponseHead, _ body: [UInt8], _ trail: RedirectTrail, _ asked: Validators?, _ limits: FetchLimits
    ) throws(FetchFailure) -> FetchResult {
        let validators = Validators(
            address: trail.address.text, entityTag: head["etag"], lastModified: head["last-modified"])
        let answer = FetchedAnswer(
            address: trail.address, permanentAddress: trail.permanent, validators: validators,
            freshForSeconds: head.freshForSeconds)
        switch head.status {
        case 200...205:
            let (mediaType, charset) = head.contentType
            let bytes = try decompress(body, head.contentEncodings, limits)
            return .content(
                FetchedContent(
                    bytes: bytes, mediaType: mediaType, charset: charset, transferredBytes: body.count, answer: answer))
        case 304:
            guard let asked else { throw .unchangedUnasked }
            var answer = answer
            answer.validators = asked.updated(by: validators)
            return .unchanged(answer)
        case 410: return .gone
        case 429: return .throttled(head.retryAfter)
        case 503:
            guard let retryAfter = head.retryAfter else { throw .status(503) }
            return .throttled(retryAfter)
        default: throw .status(head.status)
        }
    }

    private func decompress(
        _ body: [UInt8], _ encodings: [String], _ limits: FetchLimits
    ) throws(FetchFailure) -> [UInt8] {
        do {
            return try Decompression.decode(body, encodings, limit: limits.decompressedBytes)
        } catch {
            switch error {
            case .unknown(let name): throw .unknownEncoding(name)
            case .cutOff(let name): throw .cutOff(encoding: name)
            case .damaged(let name): throw .damaged(encoding: name)
            case .tooLarge: throw .tooLargeDecompressed(limit: limits.decompressedBytes)
            }
        }
    }
}
