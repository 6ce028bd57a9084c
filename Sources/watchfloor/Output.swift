import Display
import Foundation
import Glibc

/// What the program prints. Everything that came from outside goes through the one gate on its way.
enum Output {
    /// Data, to standard output; line ends are kept.
    static func print(_ text: String) throws(Failure) {
        try write(SafeText.plain(text, keepingNewlines: true) + "\n")
    }

    /// One line of data, whose parts may come from outside: none of them can begin another line.
    static func line(_ text: String) throws(Failure) { try write(SafeText.plain(text) + "\n") }

    /// Data as it is, byte for byte: files meant for programs.
    ///
    /// Ends the program quietly where nobody reads on, as `head` does not.
    static func write(_ text: String) throws(Failure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            let reason = String(cString: strerror(errno))
            throw Failure(message: "watchfloor: standard output cannot be written: \(reason)", code: .storage)
        }
    }

    /// A word about the work, to standard error.
    static func tell(_ text: String) {
        // Where even that cannot be said, there is nobody to say it to.
        try? FileHandle.standardError.write(contentsOf: Data((SafeText.plain(text, keepingNewlines: true) + "\n").utf8))
    }
}
