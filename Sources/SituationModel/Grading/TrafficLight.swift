/// How far something may be passed on: the Traffic Light Protocol, version 2.0. Later cases are stricter.
package enum TrafficLight: String, CaseIterable, Codable, Sendable, Comparable {
    case clear = "CLEAR"
    case green = "GREEN"
    case amber = "AMBER"
    case amberStrict = "AMBER+STRICT"
    case red = "RED"

    /// `TLP:AMBER+STRICT`, in upper case and without a space, as the protocol asks.
    package var label: String { "TLP:" + rawValue }

    /// To whom it may go.
    package var audience: String {
        switch self {
        case .clear: "anyone"
        case .green: "the community"
        case .amber: "the organisation and its clients, need to know"
        case .amberStrict: "the recipients' organisation, need to know"
        case .red: "the named recipients only"
        }
    }

    /// A label from its text, with or without `TLP:`; version 1's `WHITE` is read as `CLEAR`.
    package init?(label: String) {
        var word = label.uppercased()
        if word.hasPrefix("TLP:") { word.removeFirst(4) }
        if word == "WHITE" { word = "CLEAR" }
        self.init(rawValue: word)
    }

    package static func < (left: Self, right: Self) -> Bool { left.strictness < right.strictness }

    private var strictness: Int {
        switch self {
        case .clear: 0
        case .green: 1
        case .amber: 2
        case .amberStrict: 3
        case .red: 4
        }
    }
}
