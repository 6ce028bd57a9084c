/// Reads a table in pieces as they come, and hands on its rows in batches.
package protocol RowReader {
    associatedtype Row

    /// What was found wrong, each with its line.
    var warnings: Warnings { get }
    /// Takes the next piece; shows each full batch, and the line on which it began.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, _ show: ([Row], Int) throws -> Void) throws
    /// Shows what is left.
    mutating func finish(_ show: ([Row], Int) throws -> Void) throws
}
