package import SituationModel

/// What was done, in the code of CAMEO (Conflict and Mediation Event Observations): `043`, `1712`; the leading zero counts.
package struct CameoCode: Hashable, Sendable, Codable, CustomStringConvertible {
    package let digits: String

    /// `nil` for what is not two to four digits.
    package init?(_ text: some StringProtocol) {
        guard (2...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        digits = String(text)
    }

    package var description: String { digits }

    /// The first two digits: one of twenty kinds of deed.
    package var root: String { String(digits.prefix(2)) }

    /// The category of PLOVER that the code falls into; `nil` for statements and appeals (01, 02), which have none, and
    /// for what is no CAMEO root.
    ///
    /// After the table of roots in the PLOVER manual 0.8, with the parts of 08, 16, 17 and 19 that it puts elsewhere.
    package var category: Event.Category? {
        switch root {
        case "03": .agree
        case "04": .consult
        case "05": .support
        case "06": .cooperate
        case "07": .aid
        case "08": isUnder("084", "085", "086", "087", "0813", "0814") ? .retreat : .concede
        case "09", "11": .accuse
        case "10": .request
        case "12": .reject
        case "13": .threaten
        case "14": .protest
        case "15": .mobilize
        case "16": isUnder("163") ? .coerce : .sanction
        case "17": isUnder("175", "1712") ? .assault : .coerce
        case "18", "20": .assault
        case "19": isUnder("191", "192") ? .coerce : .assault
        default: nil
        }
    }

    private func isUnder(_ starts: String...) -> Bool { starts.contains { digits.hasPrefix($0) } }
}
