package import Display

/// Which keys do what, where: the defaults of the table of commands, as the user has changed them.
package struct Keymap: Sendable {
    /// What keys mean so far.
    package enum Lookup: Hashable, Sendable {
        case matched(Invocation)
        /// The beginning of longer bindings: what can come next.
        case pending([Continuation])
        case none
    }

    /// A key that goes on from a pending one.
    package struct Continuation: Hashable, Sendable {
        /// The key.
        package let key: Key
        /// What it does; several things when there is more than one way on.
        package let summary: String
    }

    struct Entry: Hashable, Sendable {
        let keys: [Key]
        let invocation: Invocation
        /// The line of the configuration it comes from; `nil` for a default.
        let line: Int?
    }

    /// What holds in one context.
    struct Layer: Sendable {
        var entries: [Entry] = []
        /// What has keys of its own here, or none, so that keys from less specific contexts do not reach it.
        var replaced: Set<Invocation> = []
    }

    let registry: CommandRegistry
    var layers: [Context: Layer] = [:]

    /// The default keys.
    package init(_ registry: CommandRegistry = .standard) {
        self.registry = registry
        for command in registry.commands {
            for binding in command.keys {
                // The table's own keys are right: a test reads every one of them.
                guard let keys = try? Key.sequence(binding.keys) else { continue }
                let entry = Entry(keys: keys, invocation: Invocation(command.action, binding.arguments), line: nil)
                for context in binding.contexts ?? command.contexts {
                    layers[context, default: Layer()].entries.append(entry)
                }
            }
        }
    }

    /// The keymap as a user's configuration changes it; what cannot hold is left out.
    package func applying(_ overrides: [KeyOverride]) -> Keymap { KeyOverriding(overrides, of: self).keymap }

    /// What keys mean where the cursor is.
    ///
    /// - Parameters:
    ///   - keys: All keys pressed since the last match.
    ///   - contexts: The most specific first, as `[.quotes, .board]`. Where text is written there is one only.
    package func lookup(_ keys: [Key], in contexts: [Context]) -> Lookup {
        guard !keys.isEmpty else { return .none }
        var hidden: Set<Invocation> = []
        for context in contexts {
            guard let layer = layers[context] else { continue }
            let reached = layer.entries.filter { $0.keys.starts(with: keys) && !hidden.contains($0.invocation) }
            if let match = reached.first(where: { $0.keys.count == keys.count }) { return .matched(match.invocation) }
            if !reached.isEmpty { return .pending(continuations(of: reached, after: keys.count)) }
            hidden.formUnion(layer.replaced)
        }
        return .none
    }

    /// The keys that run an action now, the one to show first at the front, each as people read it: `Ctrl-D`.
    ///
    /// - Parameter contexts: As for ``lookup(_:in:)``.
    package func keys(for action: Action, in contexts: [Context] = [.board]) -> [String] {
        sequences(in: contexts) { $0.action == action }.map(KeyLabel.text(for:))
    }

    /// The keys that run an action with these arguments now: `1` for `pane actors`.
    package func keys(for invocation: Invocation, in contexts: [Context] = [.board]) -> [String] {
        sequences(in: contexts) { $0 == invocation }.map(KeyLabel.text(for:))
    }

    /// The keys that run what is asked for, without those that something more specific has taken.
    package func sequences(in contexts: [Context], running isWanted: (Invocation) -> Bool) -> [[Key]] {
        var found: [[Key]] = []
        for context in contexts {
            for entry in layers[context]?.entries ?? [] where isWanted(entry.invocation) && !found.contains(entry.keys)
            {
                if lookup(entry.keys, in: contexts) == .matched(entry.invocation) { found.append(entry.keys) }
            }
        }
        return found
    }

    private func continuations(of entries: [Entry], after count: Int) -> [Continuation] {
        var keys: [Key] = []
        var summaries: [Key: [String]] = [:]
        for entry in entries {
            let key = entry.keys[count]
            if summaries[key] == nil { keys.append(key) }
            summaries[key, default: []].append(summary(of: entry.invocation))
        }
        return keys.map { Continuation(key: $0, summary: (summaries[$0] ?? []).joined(separator: "; ")) }
    }

    private func summary(of invocation: Invocation) -> String {
        let summary = registry[invocation.action]?.summary ?? invocation.action.rawValue
        return invocation.arguments.isEmpty ? summary : "\(summary): \(invocation.arguments.joined(separator: " "))"
    }
}
