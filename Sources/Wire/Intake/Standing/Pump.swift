import Dispatch
import Glibc
import Waiting

/// Reads from a descriptor on a thread that may wait.
final class Pump: Sendable {
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "LineStream")
    private let wakeUp = WakeUp()

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// What there is to read, once there is something; nothing at the end, and when the task is cancelled.
    func read() async throws(IntakeError) -> [UInt8] {
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<[UInt8], IntakeError>, Never>) in
                queue.async { continuation.resume(returning: self.readNow()) }
            }
        } onCancel: {
            wakeUp?.ring()
        }
        return try answer.get()
    }

    private func readNow() -> Result<[UInt8], IntakeError> {
        while true {
            if let wakeUp, wakeUp.wait(for: descriptor) == .rung { return .success([]) }
            var code = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                code = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                count = max(0, code)
            }
            let reason = errno
            if code >= 0 { return .success(piece) }
            guard reason == EINTR || reason == EAGAIN else {
                return .failure(.unreadable(name: "the pipe", reason: String(cString: strerror(reason))))
            }
        }
    }
}
