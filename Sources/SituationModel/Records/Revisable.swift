/// A record that can be revised field by field.
///
/// Its one list of fields serves both the merging of revisions, so that two people who change different fields of one
/// record keep both changes, and the telling of what a revision changed.
package protocol Revisable: Hashable, Sendable, Codable {
    /// Shows every field that can be revised to a visitor, in the order in which people are told of them.
    static func visit(_ visitor: inout some FieldVisitor<Self>)

    /// This record with what differs between `before` and `after` taken from `after`; the rest stays. Field by field unless
    /// a kind of record knows better.
    func merging(from before: Self, to after: Self) -> Self
}

/// Something that is shown the fields of a record.
package protocol FieldVisitor<Subject> {
    associatedtype Subject

    mutating func field<Value: Hashable>(_ name: String, _ path: WritableKeyPath<Subject, Value>)
}

extension Revisable {
    /// This record with the fields that differ between `before` and `after` taken from `after`; the others stay.
    package func merging(from before: Self, to after: Self) -> Self {
        mergingFields(from: before, to: after)
    }

    func mergingFields(from before: Self, to after: Self) -> Self {
        var merger = Merger(result: self, before: before, after: after)
        Self.visit(&merger)
        return merger.result
    }

    /// The fields in which this record differs from an earlier form of it.
    package func differences(from before: Self) -> [FieldDifference] {
        var comparer = Comparer(before: before, after: self)
        Self.visit(&comparer)
        return comparer.differences
    }
}

/// A field in which two forms of a record differ, with both values as people read them.
package struct FieldDifference: Hashable, Sendable {
    package let name: String
    package let before: String
    package let after: String
}

private struct Merger<Subject: Revisable>: FieldVisitor {
    var result: Subject
    let before: Subject
    let after: Subject

    mutating func field<Value: Hashable>(_ name: String, _ path: WritableKeyPath<Subject, Value>) {
        if before[keyPath: path] != after[keyPath: path] { result[keyPath: path] = after[keyPath: path] }
    }
}

private struct Comparer<Subject: Revisable>: FieldVisitor {
    let before: Subject
    let after: Subject
    var differences: [FieldDifference] = []

    mutating func field<Value: Hashable>(_ name: String, _ path: WritableKeyPath<Subject, Value>) {
        let (old, new) = (before[keyPath: path], after[keyPath: path])
        guard old != new else { return }
        differences.append(FieldDifference(name: name, before: FieldWords.of(old), after: FieldWords.of(new)))
    }
}

/// How the value of a field reads.
private enum FieldWords {
    static func of(_ value: Any) -> String {
        switch value {
        case let list as [Actor.Alias]: list.map(\.text).joined(separator: ", ")
        case let list as [Anchor]: list.map { "“\($0.exact)”" }.joined(separator: ", ")
        case let anchor as Anchor: "“\(anchor.exact)”"
        case let list as [Document.Appearance]: list.map(\.source.text).joined(separator: ", ")
        case let subscription as Subscription:
            "\(subscription.kind.rawValue) \(subscription.address.withoutCredentials)\(subscription.isPaused ? ", paused" : "")"
        case let review as Review: review.inWords
        case let list as [Hypothesis]: list.map(\.title).joined(separator: "; ")
        case let list as [EvidenceItem]: list.map(\.summary).joined(separator: "; ")
        case let list as [Rating]:
            list.map { "\($0.analyst): \($0.item) \($0.consistency.rawValue) \($0.hypothesis)" }.joined(separator: "; ")
        case let list as [Rung]: list.map(\.title).joined(separator: ", ")
        case let list as [Event.Account]:
            list.map { "\($0.manner.rawValue): “\($0.anchor.exact)”" }.joined(separator: "; ")
        case let list as [Event.Amount]: list.map { "\($0.value) \($0.unit)" }.joined(separator: ", ")
        case let list as [ActorID]: list.map(\.text).joined(separator: ", ")
        case let value as any RawRepresentable: "\(value.rawValue)"
        default: Mirror(reflecting: value).displayStyle == .optional ? optional(value) : "\(value)"
        }
    }

    private static func optional(_ value: Any) -> String {
        Mirror(reflecting: value).children.first.map { of($0.value) } ?? "nothing"
    }
}
