/// How a source's documents are collected.
package struct Subscription: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// RSS, Atom or JSON Feed.
        case feed
        /// A page, read anew whenever it changes.
        case page
        /// GDELT's list of its latest files.
        case gdelt
        /// A folder of this machine: what is dropped there comes in.
        case folder
    }

    package var kind: Kind
    /// An address (http or https), or a folder's path.
    package var address: String
    /// Minutes from one question to the next.
    package var everyMinutes: Int
    /// Whether an entry that gives only the beginning of its text is completed from its page.
    package var completesStubs: Bool
    /// Whether it may lie in the local network.
    package var isLocal: Bool
    package var isPaused: Bool
    /// After how many days without a new item a source that answers counts as frozen.
    package var frozenAfterDays: Int

    package static let usualMinutes = 15
    package static let usualFrozenAfterDays = 7

    package init(
        _ kind: Kind, _ address: String, everyMinutes: Int = usualMinutes, completesStubs: Bool = false,
        isLocal: Bool = false, isPaused: Bool = false, frozenAfterDays: Int = usualFrozenAfterDays
    ) {
        self.kind = kind
        self.address = address
        self.everyMinutes = everyMinutes
        self.completesStubs = completesStubs
        self.isLocal = isLocal
        self.isPaused = isPaused
        self.frozenAfterDays = frozenAfterDays
    }

    /// Whether an address is of a kind that may be collected from: nothing but http and https, and absolute paths.
    package static func isAllowed(_ address: String, for kind: Kind) -> Bool {
        switch kind {
        case .feed, .page, .gdelt:
            ["http://", "https://"].contains { address.lowercased().hasPrefix($0) && address.count > $0.count }
        case .folder: address.hasPrefix("/")
        }
    }
}
