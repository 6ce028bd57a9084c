import CCurl
import Glibc

/// Drives all transfers on one thread, which alone touches libcurl; others reach it through its mailbox.
final class TransferLoop {
    private let mailbox: TransferMailbox
    private let multi: UnsafeMutableRawPointer
    private var queue: HostQueue<Job>
    private var running: [UnsafeMutableRawPointer: (job: Job, transfer: Transfer)] = [:]

    private struct Job {
        let number: TransferMailbox.Number
        let order: TransferOrder
        let continuation: CheckedContinuation<TransferReply, Never>
    }

    /// `nil` if libcurl has no memory left.
    init?(_ mailbox: TransferMailbox, perHost: Int, total: Int) {
        guard let multi = curl_multi_init() else { return nil }
        self.multi = multi
        self.mailbox = mailbox
        queue = HostQueue(perHost: perHost, total: total)
        // Idle connections kept for the next request to the same host.
        cc_set_multi_number(multi, CURLMOPT_MAXCONNECTS, max(16, queue.total))
    }

    deinit { curl_multi_cleanup(multi) }

    /// Works until told to stop.
    func run() {
        while readLetters() {
            startWaiting()
            var stillRunning: Int32 = 0
            curl_multi_perform(multi, &stillRunning)
            if collectFinished() { continue }
            var bell = curl_waitfd(fd: mailbox.bell, events: Int16(CURL_WAIT_POLLIN), revents: 0)
            curl_multi_poll(multi, &bell, 1, 60_000, nil)
        }
        for job in queue.removeAll() { job.continuation.resume(returning: .cancelled) }
        for handle in Array(running.keys) { end(handle) { _ in .cancelled } }
    }

    /// False when told to stop.
    private func readLetters() -> Bool {
        var goesOn = true
        for letter in mailbox.take() {
            switch letter {
            case .order(let number, let order, let continuation):
                queue.add(Job(number: number, order: order, continuation: continuation), host: order.address.host)
            case .cancel(let number): cancel(number)
            case .stop: goesOn = false
            }
        }
        return goesOn
    }

    private func cancel(_ number: TransferMailbox.Number) {
        if let job = queue.remove(where: { $0.number == number }) {
            job.continuation.resume(returning: .cancelled)
        } else if let handle = running.first(where: { $0.value.job.number == number })?.key {
            end(handle) { _ in .cancelled }
        }
    }

    private func startWaiting() {
        while let job = queue.next() {
            if let transfer = Transfer(job.order), curl_multi_add_handle(multi, transfer.handle) == CURLM_OK {
                running[transfer.handle] = (job, transfer)
            } else {
                queue.finish(host: job.order.address.host)
                job.continuation.resume(returning: .failed(.notStarted(reason: "libcurl takes no more transfers")))
            }
        }
    }

    /// Whether there were any, so that others may begin.
    private func collectFinished() -> Bool {
        var finished: [(handle: UnsafeMutableRawPointer, result: CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            finished.append((message.pointee.easy_handle, cc_result(message)))
        }
        for (handle, result) in finished { end(handle) { $0.reply(result) } }
        return !finished.isEmpty
    }

    private func end(_ handle: UnsafeMutableRawPointer, _ reply: (Transfer) -> TransferReply) {
        guard let (job, transfer) = running.removeValue(forKey: handle) else { return }
        let reply = reply(transfer)
        curl_multi_remove_handle(multi, handle)
        queue.finish(host: job.order.address.host)
        job.continuation.resume(returning: reply)
    }
}
