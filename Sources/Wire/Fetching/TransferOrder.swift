/// One exchange with one server: a request, and the answer to it. Redirects are orders of their own.
struct TransferOrder: Sendable {
    let address: WebAddress
    /// Header lines besides those that every request has.
    let headers: [String]
    let userAgent: String
    var proxy: String?
    /// Whether addresses in the local network may be connected to.
    let mayBeLocal: Bool
    /// Only finds out whether the host lies in the local network, and connects to nothing.
    var onlyLooksUp = false
    let limits: FetchLimits
    /// What earlier exchanges for the same fetch have left of its time.
    let remainingTime: Duration
    /// Certificates to trust instead of the system's: a file in PEM format.
    let trustFile: String?
}

/// What became of an order.
enum TransferReply: Sendable {
    /// A body comes only with a status that promises one (2xx).
    case answered(ResponseHead, body: [UInt8], elapsed: Duration)
    case failed(FetchFailure)
    case cancelled
}
