import GRDB
import SituationModel

/// Which forms of a record are in force at the moment that is asked for.
enum Visibility {
    case live
    case asOf(Instant)

    init(_ asOf: Instant?) {
        self = asOf.map(Self.asOf) ?? .live
    }

    /// The condition on a row of the table of that name, with `:asOf` for the moment where there is one.
    func condition(_ table: String) -> String {
        switch self {
        case .live: "\(table).untilKnown IS NULL"
        case .asOf:
            "\(table).fromKnown <= :asOf AND (\(table).untilKnown IS NULL OR \(table).untilKnown > :asOf)"
        }
    }

    /// The arguments of the condition.
    var arguments: [String: (any DatabaseValueConvertible)?] {
        switch self {
        case .live: [:]
        case .asOf(let instant): ["asOf": instant.milliseconds]
        }
    }
}
