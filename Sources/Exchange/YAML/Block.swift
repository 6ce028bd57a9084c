/// A mapping to be written: keys in the order in which they are put.
struct Block {
    /// What stands under a key or in a list.
    enum Value {
        case text(String)
        /// A number, a date, a word of the format: safe as it is.
        case word(String)
        /// Short texts in one line.
        case row([String])
        case list([Value])
        case block(Block)
    }

    private(set) var entries: [(key: String, value: Value)] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func put(_ key: String, _ value: Value) { entries.append((key, value)) }

    mutating func put(_ key: String, _ text: String?) {
        if let text { entries.append((key, .text(text))) }
    }

    mutating func put(_ key: String, word: String?) {
        if let word { entries.append((key, .word(word))) }
    }

    /// Puts `true`, or nothing.
    mutating func put(_ key: String, flag: Bool) {
        if flag { entries.append((key, .word("true"))) }
    }

    mutating func put(_ key: String, row: [String]) {
        if !row.isEmpty { entries.append((key, .row(row))) }
    }

    mutating func put(_ key: String, list: [Value]) {
        if !list.isEmpty { entries.append((key, .list(list))) }
    }

    mutating func put(_ key: String, blocks: [Block]) { put(key, list: blocks.map(Value.block)) }

    mutating func put(_ key: String, block: Block?) {
        if let block, !block.isEmpty { entries.append((key, .block(block))) }
    }
}
