package import Display

/// One entry of the configuration's `[keys]`: the keys of a command, in place of those it had.
package struct KeyOverride: Hashable, Sendable {
    /// One key or several in a row, and the line of the configuration they stand on.
    package struct Keys: Hashable, Sendable {
        /// The keys, at least one.
        package let sequence: [Key]
        /// Where it is written, from 1.
        package let line: Int

        /// Makes keys.
        package init(_ sequence: [Key], line: Int) {
            self.sequence = sequence
            self.line = line
        }
    }

    /// The command, with its arguments.
    package let invocation: Invocation
    /// None takes the command's keys away.
    package let keys: [Keys]
    /// Where it holds; `nil` where the command does: for what can be typed, the board and documents.
    package let context: Context?
    /// The line of the configuration, from 1.
    package let line: Int

    /// Makes an override.
    package init(_ invocation: Invocation, keys: [Keys], context: Context? = nil, line: Int) {
        self.invocation = invocation
        self.keys = keys
        self.context = context
        self.line = line
    }
}
