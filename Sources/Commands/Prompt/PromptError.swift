/// Why a line on the prompt is no command, for the person who wrote it.
package struct PromptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what was expected, one sentence without a full stop.
    package let message: String
    /// Where in the line, in characters from 0; the length of the line when something is missing at its end.
    package let column: Int
    /// The nearest right word, where there is one.
    package let suggestion: String?

    /// Makes an error.
    package init(_ message: String, column: Int, suggestion: String? = nil) {
        self.message = message
        self.column = column
        self.suggestion = suggestion
    }

    /// The message, and the suggestion as a question.
    package var description: String {
        guard let suggestion else { return message }
        return "\(message); did you mean “\(suggestion)”?"
    }
}
