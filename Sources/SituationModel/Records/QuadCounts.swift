/// How many events of each quad there were.
package struct QuadCounts: Hashable, Sendable, Codable {
    package var verbalCooperation = 0
    package var materialCooperation = 0
    package var verbalConflict = 0
    package var materialConflict = 0

    package init() {}

    package subscript(quad: Event.Quad) -> Int {
        get {
            switch quad {
            case .verbalCooperation: verbalCooperation
            case .materialCooperation: materialCooperation
            case .verbalConflict: verbalConflict
            case .materialConflict: materialConflict
            }
        }
        set {
            switch quad {
            case .verbalCooperation: verbalCooperation = newValue
            case .materialCooperation: materialCooperation = newValue
            case .verbalConflict: verbalConflict = newValue
            case .materialConflict: materialConflict = newValue
            }
        }
    }

    package static func += (left: inout Self, right: Self) {
        for quad in Event.Quad.allCases { left[quad] += right[quad] }
    }

    package var total: Int { verbalCooperation + materialCooperation + verbalConflict + materialConflict }
}
