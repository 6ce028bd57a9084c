package import SituationModel

/// Where a source's documents come from.
package enum SourceAddress: Hashable, Sendable {
    /// A feed: RSS, Atom or JSON Feed.
    case feed(String)
    /// A page, read anew whenever it changes.
    case page(String)
    /// GDELT's list of its latest files, `lastupdate.txt`.
    case gdelt(String)
    /// A folder of this machine, by its path.
    case folder(String)

    /// The address or path as it was written.
    package var text: String {
        switch self {
        case .feed(let text), .page(let text), .gdelt(let text), .folder(let text): text
        }
    }

    /// Whether it is asked from time to time; a folder tells by itself.
    package var isPolled: Bool {
        if case .folder = self { false } else { true }
    }
}

/// How one source is collected. Who it is, and how far it can be relied on, is its `Source`'s to say.
package struct SourceSettings: Hashable, Sendable {
    package let id: SourceID
    package var address: SourceAddress
    /// How long to wait between two questions, in seconds, at least 1.
    package var interval: Int64
    /// Whether an entry that gives only the beginning of its text is completed from its page.
    package var completesStubs: Bool
    /// Whether it may lie in the local network.
    package var isLocal: Bool
    /// The situations that it feeds; none for all of the archive's.
    package var situations: [SituationID]
    package var isPaused: Bool
    /// After how many seconds without a new item a source that answers counts as frozen.
    package var frozenAfter: Int64

    /// Settings; what is left out suits most feeds: asked every 15 minutes, frozen after a week.
    package init(
        id: SourceID, address: SourceAddress, interval: Int64 = 900, completesStubs: Bool = false,
        isLocal: Bool = false,
        situations: [SituationID] = [], isPaused: Bool = false, frozenAfter: Int64 = 7 * 86_400
    ) {
        self.id = id
        self.address = address
        self.interval = max(1, interval)
        self.completesStubs = completesStubs
        self.isLocal = isLocal
        self.situations = situations
        self.isPaused = isPaused
        self.frozenAfter = max(1, frozenAfter)
    }

    /// When to ask it, apart from what its answers say.
    package var policy: SourceSchedule.Policy { SourceSchedule.Policy(interval: interval) }
}

/// One object, flat, with the address under the name of its kind: `{"id": "example", "feed": "https://…", "interval": 600}`.
extension SourceSettings: Codable {
    private enum Key: String, CodingKey {
        case id, feed, page, gdelt, folder, interval, completesStubs, local, situations, paused, frozenAfter
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key, default fallback: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? fallback
        }
        let kinds: [(Key, (String) -> SourceAddress)] = [
            (.feed, SourceAddress.feed), (.page, SourceAddress.page), (.gdelt, SourceAddress.gdelt),
            (.folder, SourceAddress.folder),
        ]
        let addresses = try kinds.compactMap { key, make in
            try container.decodeIfPresent(String.self, forKey: key).map(make)
        }
        guard let address = addresses.first, addresses.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: container.codingPath,
                    debugDescription:
                        "a source has one address: feed, page, gdelt or folder; here are \(addresses.count)"))
        }
        self.init(
            id: try container.decode(SourceID.self, forKey: .id), address: address,
            interval: try value(.interval, default: 900), completesStubs: try value(.completesStubs, default: false),
            isLocal: try value(.local, default: false), situations: try value(.situations, default: []),
            isPaused: try value(.paused, default: false), frozenAfter: try value(.frozenAfter, default: 7 * 86_400))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        let key: Key =
            switch address {
            case .feed: .feed
            case .page: .page
            case .gdelt: .gdelt
            case .folder: .folder
            }
        try container.encode(address.text, forKey: key)
        try container.encode(interval, forKey: .interval)
        try container.encode(completesStubs, forKey: .completesStubs)
        try container.encode(isLocal, forKey: .local)
        try container.encode(situations, forKey: .situations)
        try container.encode(isPaused, forKey: .paused)
        try container.encode(frozenAfter, forKey: .frozenAfter)
    }
}
