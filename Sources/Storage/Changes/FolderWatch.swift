// Sources may be told anything from any thread, which the library does not declare yet.
@preconcurrency import Dispatch
import Glibc

/// Calls back when something happens to certain files of a folder, as the kernel tells it (inotify).
struct FolderWatch: Sendable {
    private let descriptor: Int32
    private let number: Int32

    /// For how long nothing more is told after something was.
    private static let pause = DispatchTimeInterval.milliseconds(40)

    /// A watch that begins now; `nil` where the kernel grants none.
    init?(
        _ folder: String, of names: Set<String>, on queue: DispatchQueue, report: @escaping @Sendable () -> Void
    ) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let number = inotify_add_watch(
            descriptor, folder, UInt32(IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE))
        guard number >= 0 else {
            close(descriptor)
            return nil
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            let events = Self.events(from: descriptor)
            if events.contains(where: { names.contains($0.name) }) { report() }
            // The kernel's last word, after the watch has been taken away.
            guard !events.contains(where: { $0.mask & UInt32(IN_IGNORED) != 0 }) else { return source.cancel() }
            // Whoever writes much changes a file thousands of times a second: what happens meanwhile is gathered by the kernel,
            // which tells of the same thing once.
            source.suspend()
            queue.asyncAfter(deadline: .now() + Self.pause) { source.resume() }
        }
        source.setCancelHandler { close(descriptor) }
        source.resume()
        (self.descriptor, self.number) = (descriptor, number)
    }

    /// Ends the watch; to be called once.
    func stop() { inotify_rm_watch(descriptor, number) }

    private static func events(from descriptor: Int32) -> [(name: String, mask: UInt32)] {
        var events: [(name: String, mask: UInt32)] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return events }
            var offset = 0
            let headLength = MemoryLayout<inotify_event>.size
            while offset + headLength <= count {
                // The head's four words: the watch, what happened, a cookie, and the length of the name that follows.
                func word(_ index: Int) -> UInt32 {
                    buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset + 4 * index, as: UInt32.self) }
                }
                let end = min(count, offset + headLength + Int(word(3)))
                let name = buffer[(offset + headLength)..<end].prefix { $0 != 0 }
                events.append((String(decoding: name, as: UTF8.self), word(1)))
                offset = end
            }
        }
    }
}
