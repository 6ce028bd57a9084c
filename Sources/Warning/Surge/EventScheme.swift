package import SituationModel

/// A coding scheme for events whose codes begin with a two-digit root.
///
/// CAMEO's quads are PLOVER's (Open Event Data Alliance): protest, root 14, is material conflict; investigating, 09, is
/// material cooperation as CAMEO itself orders its roots. The reading of WEIS (McClelland's World Event/Interaction Survey)
/// is the usual one: deeds of the roots yield, grant and reward are material cooperation; demonstrate, reduce relations,
/// expel, seize and force are material conflict.
package enum EventScheme: String, CaseIterable, Codable, Sendable {
    case cameo, weis

    /// The quad of a code, read from its root; `nil` where the scheme has no such root.
    package func quad(ofCode code: some StringProtocol) -> Event.Quad? {
        guard let root = Self.root(of: code) else { return nil }
        return switch self {
        case .cameo:
            switch root {
            case 1...5: .verbalCooperation
            case 6...9: .materialCooperation
            case 10...13: .verbalConflict
            case 14...20: .materialConflict
            default: nil
            }
        case .weis:
            switch root {
            case 1, 6, 7: .materialCooperation
            case 2...5, 8...10: .verbalCooperation
            case 11...17: .verbalConflict
            case 18...22: .materialConflict
            default: nil
            }
        }
    }

    /// Whether a code speaks of force used against people or property.
    package func isViolent(code: some StringProtocol) -> Bool {
        guard let root = Self.root(of: code) else { return false }
        return switch self {
        case .cameo: (18...20).contains(root)
        case .weis: (20...22).contains(root)
        }
    }

    private static func root(of code: some StringProtocol) -> Int? {
        let digits = code.prefix(2)
        guard digits.utf8.count == 2, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(digits)
    }
}
