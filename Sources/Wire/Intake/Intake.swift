import Glibc

/// Takes in what comes by hand: a file, bytes or a pipe, of whatever kind, turned into items.
///
/// Says what each file is by its content, unpacks zip and gzip, and hands items on one by one as they are read, so that
/// memory holds one item and not the file. What cannot be read is named in a warning, and the rest goes on.
package struct Intake: Sendable {
    package var limits: IntakeLimits

    package init(limits: IntakeLimits = IntakeLimits()) {
        self.limits = limits
    }

    /// What became of a file.
    package struct Outcome: Hashable, Sendable {
        /// How many items were handed on; rows come many to an item.
        package var items = 0
        /// How many were none, or broken, and were left out with a warning.
        package var leftOut = 0
        package var warnings = Warnings()

        package init() {}
    }

    /// Takes in a file. Throws `IntakeError`, or what `deliver` throws.
    package func read(
        file path: String, deliver: (IncomingItem) throws -> Void
    ) throws -> Outcome {
        // Not blocking: opening a pipe without a writer would never return.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            throw IntakeError.unreadable(name: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw IntakeError.refused(name: path, reason: "it is no ordinary file")
        }
        return try read(descriptor: descriptor, name: path, size: Int(facts.st_size), deliver: deliver)
    }

    /// Takes in what a pipe brings until it ends. For lines as they arrive there is `LineStream`.
    package func read(
        descriptor: Int32, name: String, deliver: (IncomingItem) throws -> Void
    ) throws -> Outcome {
        try read(descriptor: descriptor, name: name, size: nil, deliver: deliver)
    }

    /// Takes in bytes that are already there.
    package func read(
        bytes: [UInt8], name: String, deliver: (IncomingItem) throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        try bytes.withUnsafeBufferPointer { bytes in
            var input = try PackedInput(bytes: bytes, name: name, limits: limits)
            try read(&input, origin: .init(name: name), level: 1, into: &outcome, deliver)
        }
        return outcome
    }

    private func read(
        descriptor: Int32, name: String, size: Int?, deliver: (IncomingItem) throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var input = try PackedInput(descriptor: descriptor, name: name, size: size, limits: limits)
        try read(&input, origin: .init(name: name), level: 1, into: &outcome, deliver)
        return outcome
    }

    /// Takes in every file in an archive, or the one file that is none.
    private func read(
        _ input: inout PackedInput, origin: IncomingItem.Origin, level: Int, into outcome: inout Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        var isEmpty = true
        let known = outcome.warnings.count
        while let member = try input.next(&outcome.warnings) {
            isEmpty = false
            var origin = origin
            if input.isZip { origin.member = (origin.member.map { $0 + ", in it " } ?? "") + member.name }
            let reading = ContentReading(origin: origin, limits: limits)
            let head = try reading.head(of: &input)
            if input.isPacked, Self.isPacked(head) {
                try readPacked(&input, head: head, reading, level: level + 1, into: &outcome, deliver)
                continue
            }
            do {
                try reading.read(&input, head: head, into: &outcome, deliver)
            } catch let error as IntakeError where input.isZip && error.isAboutContent {
                // One file among others is left out with a word; for a file alone it is the answer.
                outcome.warnings.add(error.description)
            }
        }
        if isEmpty, outcome.warnings.count == known { outcome.warnings.add("\(origin): it is empty") }
    }

    /// Takes in an archive that lies in another one, from memory.
    private func readPacked(
        _ input: inout PackedInput, head: [UInt8], _ reading: ContentReading, level: Int, into outcome: inout Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        guard level <= limits.levels else {
            outcome.warnings.add("\(reading.origin): an archive in an archive in an archive is not opened")
            return
        }
        let bytes = try reading.whole(&input, head: head, limit: limits.feedBytes)
        try bytes.withUnsafeBufferPointer { bytes in
            var inner = try PackedInput(
                bytes: bytes, name: reading.origin.description, unpackedElsewhere: input.unpackedInAll, limits: limits)
            try read(&inner, origin: reading.origin, level: level, into: &outcome, deliver)
            input.account(forInner: inner.unpacked)
        }
    }

    private static func isPacked(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x1F, 0x8B]) || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }
}
