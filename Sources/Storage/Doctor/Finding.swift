/// Something that an examination of the archive has found to be wrong.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters.
    package enum Weight: String, Hashable, Sendable, CaseIterable {
        /// The archive works on; something in it cannot be shown.
        case remark
        /// What is shown may be wrong; `doctor --rebuild` puts it right.
        case stale
        /// The file has come to harm.
        case damage
    }

    package let weight: Weight
    /// What was found and where, in a sentence.
    package let text: String

    package init(_ weight: Weight, _ text: String) {
        self.weight = weight
        self.text = text
    }

    package var description: String { text }
}

/// How the projections that were there differ from those made anew from the journal.
package struct Comparison: Hashable, Sendable {
    /// How many rows were compared.
    package let rows: Int
    /// Rows that were there and should not be, and rows that should be there and were not; at most ``limit`` of them.
    package let differences: [String]
    /// How many differences there were in all.
    package let differenceCount: Int
    /// Whether the new projections have taken the place of the old ones.
    package let isReplaced: Bool

    /// How many differences are told at the most.
    package static let limit = 100

    package var isEqual: Bool { differenceCount == 0 }
}
