/// Why something could not be taken in, for people.
package struct IntakeFailure: Error, CustomStringConvertible {
    package let description: String
    /// Whether it is an address in the local network that nobody has allowed.
    package internal(set) var isLocalAddress = false

    init(description: String) {
        self.description = description
    }
}
