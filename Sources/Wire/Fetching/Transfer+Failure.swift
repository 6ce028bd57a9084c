import CCurl
import Glibc

extension Transfer {
    /// libcurl's reason for giving up, as something to tell people.
    func failure(_ result: CURLcode) -> FetchFailure {
        let host = order.address.host
        switch result {
        case CURLE_URL_MALFORMAT: return .invalidAddress(order.address.text)
        case CURLE_COULDNT_RESOLVE_HOST: return .unresolvable(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY: return .proxy("no machine is known by its name")
        case CURLE_PROXY: return .proxy(curlMessage)
        case CURLE_COULDNT_CONNECT: return unreachable
        case CURLE_OPERATION_TIMEDOUT: return outOfTime
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: order.limits.transferredBytes)
        case CURLE_PEER_FAILED_VERIFICATION: return .encryption(host: host, certificateFault)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_SHUTDOWN_FAILED:
            return .encryption(host: host, .other(curlMessage))
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ISSUER_ERROR:
            return .notStarted(reason: curlMessage)
        case CURLE_PARTIAL_FILE, CURLE_SEND_ERROR: return .brokenOff(host: host, receivedBytes: body.count)
        case CURLE_RECV_ERROR:
            let proxyStatus = cc_number(handle, CURLINFO_HTTP_CONNECTCODE)
            if order.proxy != nil, proxyStatus >= 300 { return .proxy("it answered \(proxyStatus)") }
            // The same code for a connection that was reset and for chunks that are none.
            return errorNumber == 0 ? .malformed(host: host) : .brokenOff(host: host, receivedBytes: body.count)
        case CURLE_GOT_NOTHING: return .brokenOff(host: host, receivedBytes: 0)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .brokenOff(host: host, receivedBytes: body.count)
        // The protocol is unsupported when an answer begins like none of HTTP/1.0 or later.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: return .malformed(host: host)
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: return .notStarted(reason: meaning(of: result))
        default:
            return .unreachable(host: host, reason: curlMessage.isEmpty ? meaning(of: result) : curlMessage)
        }
    }

    private func meaning(of result: CURLcode) -> String { String(cString: curl_easy_strerror(result)) }

    private var errorNumber: Int32 { Int32(clamping: cc_number(handle, CURLINFO_OS_ERRNO)) }

    private var unreachable: FetchFailure {
        let host = order.address.host
        if let refused { return .localAddress(host: host, address: "\(refused)", kind: refused.special ?? "unknown") }
        let reason: String
        switch errorNumber {
        case 0: reason = curlMessage
        case ECONNREFUSED: reason = "nothing answers at port \(order.address.port)"
        case let number: reason = String(cString: strerror(number)).lowercased()
        }
        return order.proxy == nil ? .unreachable(host: host, reason: reason) : .proxy(reason)
    }

    /// Which of the limits on time it was: libcurl has one code for all.
    private var outOfTime: FetchFailure {
        let (host, limits) = (order.address.host, order.limits)
        let isConnected = cc_size(handle, CURLINFO_PRETRANSFER_TIME_T) > 0
        if !isConnected, limits.connectTime < order.remainingTime {
            let isResolved = order.proxy != nil || cc_size(handle, CURLINFO_NAMELOOKUP_TIME_T) > 0
            return isResolved
                ? .noConnection(host: host, within: limits.connectTime)
                : .unresolved(host: host, within: limits.connectTime)
        }
        return curlMessage.hasPrefix("Operation too slow")
            ? .tooSlow(host: host, bytesPerSecond: limits.slowBytesPerSecond)
            : .unfinished(host: host, within: limits.totalTime)
    }

    /// What OpenSSL found, by its numbers (X509_V_ERR_…, <openssl/x509_vfy.h>). A name that does not fit is found by
    /// libcurl itself, before it has asked for OpenSSL's verdict.
    private var certificateFault: FetchFailure.EncryptionFault {
        switch cc_number(handle, CURLINFO_SSL_VERIFYRESULT) {
        case 0, 1: curlMessage.contains("subject name") ? .wrongName : .other(curlMessage)
        case 9: .notYetValid
        case 10: .expired
        case 18, 19: .selfSigned
        case 2, 20, 21, 27: .unknownIssuer
        case 23: .revoked
        default: .other(curlMessage)
        }
    }
}
