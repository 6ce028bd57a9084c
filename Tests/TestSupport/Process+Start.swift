package import Foundation

/// Held while a process is started: `Process` learns of a child's end by a socket that the child holds, and another child that
/// is started in the same moment would hold it too, so that the end is not seen before both have ended.
package let startingProcess = NSLock()

extension Process {
    /// Runs it, one start at a time.
    package func start() throws { try startingProcess.withLock { try run() } }
}
