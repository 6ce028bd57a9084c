import SituationModel

/// Why nothing usable came from an address; its description is one sentence for people, without a full stop.
///
/// What servers wrote may stand in it as it came, shortened; it is made safe where it is shown, like all text from outside.
package enum FetchFailure: Error, Hashable, Sendable {
    // MARK: The address
    case invalidAddress(String)
    case unsupportedScheme(String, address: String)
    /// The host lies in the local network, as the address really connected to shows, and its source is not marked local.
    case localAddress(host: String, address: String, kind: String)

    // MARK: The way there
    case unresolvable(host: String)
    case unresolved(host: String, within: Duration)
    case unreachable(host: String, reason: String)
    case noConnection(host: String, within: Duration)
    case proxy(String)
    case encryption(host: String, EncryptionFault)

    // MARK: The answer
    case unfinished(host: String, within: Duration)
    case tooSlow(host: String, bytesPerSecond: Int)
    case brokenOff(host: String, receivedBytes: Int)
    case malformed(host: String)
    case headersTooLarge(limit: Int)
    case tooLarge(limit: Int)
    case tooLargeDecompressed(limit: Int)
    case cutOff(encoding: String)
    case damaged(encoding: String)
    case unknownEncoding(String)
    case status(Int)
    /// 304, to a request that did not ask for a change.
    case unchangedUnasked

    // MARK: Redirects
    case redirectLoop(address: String)
    case tooManyRedirects(limit: Int)
    indirect case badRedirect(FetchFailure)

    // MARK: This program
    case notStarted(reason: String)

    /// What is wrong with a server's TLS.
    package enum EncryptionFault: Hashable, Sendable {
        case expired, notYetValid, wrongName, selfSigned, unknownIssuer, revoked
        /// In OpenSSL's words.
        case other(String)
    }
}

extension FetchFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidAddress(let address):
            "“\(cut(address.withoutCredentials))” is no address such as https://example.org/feed"
        case .unsupportedScheme(let scheme, let address):
            "only http and https are fetched, not \(cut(scheme)): \(cut(address.withoutCredentials))"
        case .localAddress(let host, let address, let kind):
            "\(named(host, address)) is in the local network (\(kind)); mark the source as local if that is meant"
        case .unresolvable(let host): "no machine is known by the name \(cut(host))"
        case .unresolved(let host, let limit):
            "the name service did not say within \(words(limit)) where \(cut(host)) is"
        case .unreachable(let host, let reason): "\(cut(host)) cannot be reached: \(reason)"
        case .noConnection(let host, let limit): "\(cut(host)) did not take the connection within \(words(limit))"
        case .proxy(let reason): "the proxy does not lead there: \(cut(reason))"
        case .encryption(let host, let fault): "TLS: \(fault.words(host: cut(host)))"
        case .unfinished(let host, let limit): "\(cut(host)) had not finished its answer after \(words(limit))"
        case .tooSlow(let host, let speed): "\(cut(host)) sent fewer than \(speed) bytes a second"
        case .brokenOff(let host, let count): "\(cut(host)) broke off its answer after \(count) bytes"
        case .malformed(let host): "\(cut(host)) does not answer as HTTP asks for"
        case .headersTooLarge(let limit): "the answer has headers of more than \(limit) bytes"
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .tooLargeDecompressed(let limit): "the answer is larger than \(limit) bytes when decompressed"
        case .cutOff(let encoding): "the answer is cut off: its \(cut(encoding)) data has no end"
        case .damaged(let encoding): "the answer is damaged: it is no \(cut(encoding)) data, though it says so"
        case .unknownEncoding(let name): "the answer is compressed in a way not asked for: \(cut(name))"
        case .status(let status): "the server answered \(status)\(Self.meaning(of: status).map { ", " + $0 } ?? "")"
        case .unchangedUnasked: "the server answered 304, “not modified”, to a request for the whole"
        case .redirectLoop(let address):
            "the redirects go round in a circle, back to \(cut(address.withoutCredentials))"
        case .tooManyRedirects(let limit): "there are more than \(limit) redirects"
        case .badRedirect(let failure): "it redirects to where it must not: \(failure)"
        case .notStarted(let reason): "this program could not begin: \(reason)"
        }
    }

    private func named(_ host: String, _ address: String) -> String {
        host == address ? cut(host) : "\(cut(host)) (\(address))"
    }

    private func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 160 ? text : String(String.UnicodeScalarView(scalars.prefix(160))) + "…"
    }

    private func words(_ limit: Duration) -> String {
        let milliseconds = limit.wholeMilliseconds
        return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
    }

    /// What the common statuses mean to someone who has to do something about them.
    private static func meaning(of status: Int) -> String? {
        switch status {
        case 400: "it does not understand the request"
        case 401: "it wants a name and a password"
        case 402, 451: "it withholds this"
        case 403: "it refuses us this"
        case 404: "there is nothing at this address"
        case 405, 406: "it does not give this out"
        case 407: "the proxy wants a name and a password"
        case 500...599: "it has trouble of its own"
        default: nil
        }
    }
}

extension FetchFailure.EncryptionFault {
    func words(host: String) -> String {
        switch self {
        case .expired: "the certificate of \(host) has expired"
        case .notYetValid: "the certificate of \(host) is not valid yet; is this machine’s clock right?"
        case .wrongName: "the certificate that \(host) shows is for another name"
        case .selfSigned: "the certificate of \(host) is signed by itself, so nobody vouches for it"
        case .unknownIssuer: "the certificate of \(host) comes from an issuer that is not trusted here"
        case .revoked: "the certificate of \(host) has been revoked"
        case .other(let reason): "no safe connection to \(host): \(reason)"
        }
    }
}
