/// A command and the arguments it is run with: what keys, the prompt and the palette all come down to.
package struct Invocation: Hashable, Sendable {
    /// What is to be done.
    package let action: Action
    /// What it is to be done with, in the order of the command's arguments.
    package let arguments: [String]

    /// Makes an invocation; nothing is checked.
    package init(_ action: Action, _ arguments: [String] = []) {
        self.action = action
        self.arguments = arguments
    }
}
