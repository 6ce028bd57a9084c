import CCurl
import Glibc

/// The thread of the transfers, as others see it; ends with this value.
final class TransferThread: Sendable {
    private let mailbox: TransferMailbox

    /// Starts the thread.
    init(perHost: Int, total: Int) throws(FetchFailure) {
        guard Self.library == CURLE_OK else { throw .notStarted(reason: "libcurl cannot be set up") }
        mailbox = try TransferMailbox()
        let work = Work(mailbox: mailbox, perHost: perHost, total: total)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(work)
        let result = pthread_create(&thread, nil, Self.body, context.toOpaque())
        guard result == 0 else {
            context.release()
            throw .notStarted(reason: String(cString: strerror(result)))
        }
        pthread_detach(thread)
    }

    deinit { mailbox.post(.stop) }

    /// Once for the process; libcurl says that several threads may ask at the same time (`threadsafe` in its features).
    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// What the thread is given to begin with.
    private final class Work: Sendable {
        let mailbox: TransferMailbox
        let perHost: Int
        let total: Int

        init(mailbox: TransferMailbox, perHost: Int, total: Int) {
            (self.mailbox, self.perHost, self.total) = (mailbox, perHost, total)
        }
    }

    private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context else { return nil }
        let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
        blockSignals()
        if let loop = TransferLoop(work.mailbox, perHost: work.perHost, total: work.total) {
            loop.run()
        } else {
            work.mailbox.close()
        }
        return nil
    }

    /// Signals are the main thread's business, as is a pipe that broke (which OpenSSL's writes would tell by a signal that
    /// ends the process). Faults stay deadly.
    private static func blockSignals() {
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&signals, fault) }
        pthread_sigmask(SIG_SETMASK, &signals, nil)
    }

    /// Carries out an order when its turn comes. Ends early when the task is cancelled.
    func perform(_ order: TransferOrder) async -> TransferReply {
        let number = mailbox.number()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mailbox.post(.order(number, order, continuation))
                // A cancellation before the order was there has found nothing to cancel.
                if Task.isCancelled { mailbox.post(.cancel(number)) }
            }
        } onCancel: {
            mailbox.post(.cancel(number))
        }
    }
}
