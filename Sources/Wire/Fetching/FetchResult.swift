package import SituationModel

/// How a fetch ended.
package enum FetchResult: Hashable, Sendable {
    /// Something came, whole.
    case content(FetchedContent)
    /// 304: what is already here is still what the server has.
    case unchanged(FetchedAnswer)
    /// 410: there is nothing more to come from this address, ever.
    case gone
    /// 429, or 503 with a time: the server wants to be left alone, for that long if it said so.
    case throttled(RetryAfter?)
    /// Nothing usable came.
    case failed(FetchFailure)
    /// The task that wanted it was cancelled; this says nothing of the source.
    case cancelled
}

/// What an answer says besides its content.
package struct FetchedAnswer: Hashable, Sendable {
    /// The address that answered in the end, after all redirects.
    package var address: WebAddress
    /// Where the source has moved to for good: where the redirects led as long as they were permanent ones (301, 308).
    package var permanentAddress: WebAddress?
    /// To be kept once the content has been read to the end, and given with the next request.
    package var validators: Validators?
    /// For how many more seconds the server holds the answer to be current; `nil` if it does not say.
    package var freshForSeconds: Int64?

    package init(
        address: WebAddress, permanentAddress: WebAddress? = nil, validators: Validators? = nil,
        freshForSeconds: Int64? = nil
    ) {
        self.address = address
        self.permanentAddress = permanentAddress
        self.validators = validators
        self.freshForSeconds = freshForSeconds
    }
}

/// Content, decompressed.
package struct FetchedContent: Hashable, Sendable {
    package var bytes: [UInt8]
    /// The type in lower case, without parameters: `application/rss+xml`.
    package var mediaType: String?
    /// The character set that the header names, in lower case; what the content says of itself may differ.
    package var charset: String?
    /// The body's bytes as they came over the line.
    package var transferredBytes: Int
    package var answer: FetchedAnswer

    package init(
        bytes: [UInt8], mediaType: String? = nil, charset: String? = nil, transferredBytes: Int, answer: FetchedAnswer
    ) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.charset = charset
        self.transferredBytes = transferredBytes
        self.answer = answer
    }
}

/// When a server wants to be asked again.
package enum RetryAfter: Hashable, Sendable {
    case after(seconds: Int64)
    /// Only where the server named a time without saying what time it is with it.
    case at(Instant)

    /// Longer waits than this, in seconds, count as this long: seven days.
    package static let longest: Int64 = 7 * 86_400

    /// The moment before which not to ask, if the answer came at `moment`.
    package func moment(answeredAt moment: Instant) -> Instant {
        let limit = moment.advanced(byMilliseconds: Self.longest * 1_000)
        return switch self {
        case .after(let seconds):
            min(limit, moment.advanced(byMilliseconds: min(max(seconds, 0), Self.longest) * 1_000))
        case .at(let instant): min(limit, max(moment, instant))
        }
    }
}
