/// Values by word, in one flat table with open addressing: a look-up touches one or two cache lines.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value]
    private var slots: [Int32]
    private var mask: Int
    private(set) var count = 0

    init() {
        keys = Array(repeating: 0, count: 16)
        slots = Array(repeating: 0, count: 16)
        values = []
        mask = 15
    }

    /// The value under a word, `nil` if there is none.
    subscript(word: Word) -> Value? {
        get {
            let place = place(of: word.fingerprint)
            return keys[place] == 0 ? nil : values[Int(slots[place])]
        }
        set {
            guard let newValue else { return }
            self[word, default: newValue] = newValue
        }
    }

    /// The value under a word, made from `fallback` when it is first written to.
    subscript(word: Word, default fallback: @autoclosure () -> Value) -> Value {
        get { self[word] ?? fallback() }
        _modify {
            var place = place(of: word.fingerprint)
            if keys[place] == 0 {
                if count * 2 >= mask {
                    grow()
                    place = self.place(of: word.fingerprint)
                }
                keys[place] = word.fingerprint
                slots[place] = Int32(values.count)
                values.append(fallback())
                count += 1
            }
            yield &values[Int(slots[place])]
        }
    }

    /// Whether there is a value under a word.
    func contains(_ word: Word) -> Bool { keys[place(of: word.fingerprint)] != 0 }

    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: key) & mask
        while keys[place] != 0 && keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldSlots = slots
        let size = (mask + 1) * 2
        keys = Array(repeating: 0, count: size)
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let place = place(of: key)
            keys[place] = key
            slots[place] = oldSlots[index]
        }
    }
}

/// A set of words, written down as plain text with spaces between.
struct WordSet: Sendable, ExpressibleByStringLiteral {
    private var table = WordTable<Bool>()

    init() {}

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        for word in text.split(whereSeparator: \.isWhitespace) { insert(Word(String(word))) }
    }

    mutating func insert(_ word: Word) { table[word] = true }

    func contains(_ word: Word) -> Bool { table.contains(word) }
}
