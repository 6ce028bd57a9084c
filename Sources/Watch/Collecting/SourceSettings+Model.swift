import Foundation
import SituationModel
import Wire

extension SourceSettings {
    /// How a source is collected; `nil` for one that is not.
    init?(_ source: Source) {
        guard let subscription = source.subscription,
            Subscription.isAllowed(subscription.address, for: subscription.kind)
        else { return nil }
        let address: SourceAddress =
            switch subscription.kind {
            case .feed: .feed(subscription.address)
            case .page: .page(subscription.address)
            case .gdelt: .gdelt(subscription.address)
            case .folder: .folder(subscription.address)
            }
        self.init(
            id: source.id, address: address, interval: Int64(subscription.everyMinutes) * 60,
            completesStubs: subscription.completesStubs, isLocal: subscription.isLocal,
            isPaused: subscription.isPaused, frozenAfter: Int64(subscription.frozenAfterDays) * 86_400)
    }
}

/// What is remembered of a source as it is written down: of the address it had then, and of no other.
struct KeptMemory: Codable, Sendable {
    private let address: String
    private let memory: SourceMemory

    init(_ memory: SourceMemory, of settings: SourceSettings) {
        self.memory = memory
        address = settings.address.text
    }

    /// As it was written down; `nil` for what another version of the program has written.
    init?(text: String) {
        guard let kept = try? JSONDecoder().decode(KeptMemory.self, from: Data(text.utf8)) else { return nil }
        self = kept
    }

    /// What it says of a source; `nil` where that is collected from another address by now.
    func memory(of settings: SourceSettings) -> SourceMemory? {
        address == settings.address.text ? memory : nil
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
