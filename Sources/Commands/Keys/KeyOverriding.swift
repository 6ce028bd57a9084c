import Display

/// Lays a user's keys over a keymap, and says what does not go together.
///
/// First every command that is given keys loses the ones it had, then the new ones are laid in the order they were
/// written. A user's key wins over a default; of two that the user wrote the first stays. At the end there is a way out
/// of everything.
struct KeyOverriding {
    /// Something to tell the user.
    struct Remark: Hashable {
        let line: Int
        let message: String
        /// Whether something written was left out, not only something taken from a default.
        let isMistake: Bool
    }

    private(set) var keymap: Keymap
    private(set) var remarks: [Remark] = []

    init(_ overrides: [KeyOverride], of defaults: Keymap) {
        keymap = defaults
        let accepted = clear(overrides)
        for override in accepted {
            for keys in override.keys { lay(keys, of: override) }
        }
        keepWaysOut(accepted, defaults: defaults)
        remarks.sort { $0.line < $1.line }
    }

    /// The contexts an override holds in: the one it names, or those of the command. Keys for what can be typed leave
    /// places alone where text is written: `page-down = "x"` must not take the letter x from the palette.
    private func scope(of override: KeyOverride) -> [Context] {
        if let context = override.context { return [context] }
        let contexts = keymap.registry[override.invocation.action]?.contexts ?? []
        let reading = contexts.filter { !$0.takesText }
        return Context.allCases.filter((reading.isEmpty ? contexts : reading).contains)
    }

    /// Takes away the keys that are replaced; leaves out what gives keys to the same command a second time.
    private mutating func clear(_ overrides: [KeyOverride]) -> [KeyOverride] {
        struct Place: Hashable {
            let invocation: Invocation
            let context: Context?
        }
        var lines: [Place: Int] = [:]
        return overrides.filter { override in
            let place = Place(invocation: override.invocation, context: override.context)
            if let line = lines[place] {
                let name = override.invocation.line
                remark(override.line, "“\(name)” already has its keys from line \(line); these are left out")
                return false
            }
            lines[place] = override.line
            for context in scope(of: override) {
                var layer = keymap.layers[context] ?? Keymap.Layer()
                layer.entries.removeAll { $0.invocation == override.invocation }
                if context.isPane { layer.replaced.insert(override.invocation) }
                keymap.layers[context] = layer
            }
            return true
        }
    }

    private mutating func lay(_ keys: KeyOverride.Keys, of override: KeyOverride) {
        let entry = Keymap.Entry(keys: keys.sequence, invocation: override.invocation, line: keys.line)
        let label = KeyLabel.text(for: keys.sequence)
        var taken: [String] = []
        var isRefused = false
        for context in scope(of: override) {
            if context.takesText, keys.sequence.first?.isText == true {
                remark(keys.line, "“\(label)” is for writing \(context.place), and cannot be a command there")
                continue
            }
            var layer = keymap.layers[context] ?? Keymap.Layer()
            if layer.entries.contains(where: { $0.keys == entry.keys && $0.invocation == entry.invocation }) {
                continue
            }
            let clashes = layer.entries.filter { $0.clashes(with: entry.keys) }
            if let first = clashes.first(where: { $0.line != nil }), let line = first.line {
                // Once is enough: what clashes on the board mostly clashes in a document as well.
                if isRefused { continue }
                isRefused = true
                let what = first.keys == entry.keys ? "is" : "gets in the way of “\(KeyLabel.text(for: first.keys))”,"
                remark(
                    keys.line,
                    "“\(label)” \(what) already “\(first.invocation.line)” \(context.place), since line \(line)")
                continue
            }
            layer.entries.removeAll { $0.clashes(with: entry.keys) }
            layer.entries.append(entry)
            keymap.layers[context] = layer
            let shadowed = context.isPane ? keymap.layers[.board]?.entries.filter { $0.clashes(with: entry.keys) } : nil
            let losers = (clashes + (shadowed ?? [])).filter { $0.line == nil && $0.invocation != entry.invocation }
            for loser in losers where !layer.replaced.contains(loser.invocation) {
                let phrase = "“\(loser.invocation.line)” \(context.place)"
                if !taken.contains(phrase) { taken.append(phrase) }
            }
        }
        guard !taken.isEmpty else { return }
        let message = "“\(label)” is taken from \(taken.joined(separator: " and "))"
        remarks.append(Remark(line: keys.line, message: message, isMistake: false))
    }

    /// Gives a context its default keys back where there would be no way on or no way out. All of them: to give back one
    /// key may mean to take it from another way out.
    private mutating func keepWaysOut(_ overrides: [KeyOverride], defaults: Keymap) {
        let waysOut: [(context: Context, anyOf: [Action])] = [
            (.board, [.quit, .command]), (.document, [.back, .quit, .command]), (.prompt, [.accept]),
            (.prompt, [.cancel]), (.form, [.save, .accept]), (.form, [.cancel]), (.list, [.accept]), (.list, [.cancel]),
        ]
        for (context, actions) in waysOut {
            let entries = keymap.layers[context]?.entries ?? []
            guard !entries.contains(where: { actions.contains($0.invocation.action) }) else { continue }
            let guilty = overrides.first { actions.contains($0.invocation.action) && scope(of: $0).contains(context) }
            let line = guilty?.line ?? entries.compactMap(\.line).first ?? 1
            let names = PromptGrammar.alternatives(actions.map { "“\($0.rawValue)”" })
            keymap.layers[context] = defaults.layers[context]
            remark(
                line, "There would be no key for \(names) \(context.place); all keys there stay as they are by default")
        }
    }

    private mutating func remark(_ line: Int, _ message: String) {
        let remark = Remark(line: line, message: message, isMistake: true)
        if !remarks.contains(remark) { remarks.append(remark) }
    }
}

extension Keymap.Entry {
    /// Whether both cannot be reached: the same keys, or one the beginning of the other.
    fileprivate func clashes(with other: [Key]) -> Bool { keys.starts(with: other) || other.starts(with: keys) }
}

extension Key {
    /// Whether the key writes a character.
    fileprivate var isText: Bool {
        guard case .character = symbol else { return false }
        return modifiers.subtracting(.shift).isEmpty
    }
}
