/// What to fetch, and how.
package struct FetchRequest: Hashable, Sendable {
    /// What is hoped for, which goes to the server as `Accept`.
    package enum Kind: Hashable, Sendable {
        case feed, page, data

        var accept: String {
            switch self {
            case .feed:
                "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
                    + "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
            case .page: "text/html, application/xhtml+xml, */*;q=0.5"
            case .data: "*/*"
            }
        }
    }

    /// The address as it stands in the settings.
    package var address: String
    package var kind: Kind
    /// What the server said of the version that is already here; `nil` asks for the whole.
    package var validators: Validators?
    /// Whether the source may lie in the local network.
    package var isLocal: Bool
    package var limits: FetchLimits

    /// A request for one address.
    package init(
        _ address: String, _ kind: Kind = .feed, validators: Validators? = nil, isLocal: Bool = false,
        limits: FetchLimits = FetchLimits()
    ) {
        self.address = address
        self.kind = kind
        self.validators = validators
        self.isLocal = isLocal
        self.limits = limits
    }
}

/// What a server said of one version of what it serves, to be told to it again when asking whether there is a newer one.
package struct Validators: Codable, Hashable, Sendable {
    /// The address that said so. Other places, to which redirects may lead, are not told.
    package let address: String
    /// The `ETag`, quotation marks included.
    package let entityTag: String?
    /// The `Last-Modified`, letter for letter.
    package let lastModified: String?

    /// `nil` if the server gave neither. What could not go into a header line again counts as not given.
    package init?(address: String, entityTag: String?, lastModified: String?) {
        let usable: (String) -> Bool = { text in
            !text.isEmpty && text.utf8.count <= 1_024 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
        self.address = address
        self.entityTag = entityTag.flatMap { usable($0) ? $0 : nil }
        self.lastModified = lastModified.flatMap { usable($0) ? $0 : nil }
        guard self.entityTag != nil || self.lastModified != nil else { return nil }
    }

    /// These, with what a server says anew when nothing has changed.
    func updated(by newer: Validators?) -> Validators {
        guard let newer else { return self }
        return Validators(
            address: address, entityTag: newer.entityTag ?? entityTag, lastModified: newer.lastModified ?? lastModified)
            ?? self
    }

    /// Header lines that ask for a newer version only.
    var headers: [String] {
        [entityTag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }].compactMap { $0 }
    }
}
