/// Reads one file's content, whatever it is, and hands on its items.
struct ContentReading {
    let origin: IncomingItem.Origin
    let limits: IntakeLimits

    /// The first bytes, as many as tell what it is.
    func head(of input: inout PackedInput) throws(IntakeError) -> [UInt8] {
        var head: [UInt8] = []
        while head.count < ContentKind.headLength {
            let piece = try input.read(ContentKind.headLength - head.count)
            if piece.isEmpty { break }
            head.append(contentsOf: piece)
        }
        return head
    }

    /// All of it, as far as it is not larger than that.
    func whole(_ input: inout PackedInput, head: [UInt8], limit: Int) throws(IntakeError) -> [UInt8] {
        var bytes = head
        while true {
            let piece = try input.read(1 << 18)
            if piece.isEmpty { return bytes }
            bytes.append(contentsOf: piece)
            guard bytes.count <= limit else {
                throw .refused(name: origin.description, reason: "it is larger than \(limit >> 20) MiB")
            }
        }
    }

    /// Reads it as what it is.
    func read(
        _ input: inout PackedInput, head: [UInt8], into outcome: inout Intake.Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        guard !head.isEmpty else {
            outcome.warnings.add("\(origin): it is empty")
            return
        }
        switch ContentKind(head: head, name: origin.member ?? origin.name) {
        case .text:
            let decoded = TextDecoding.decode(try whole(&input, head: head, limit: limits.itemBytes))
            if let note = decoded.note { outcome.warnings.add("\(origin): \(note)") }
            try hand(on: .text(decoded.text), isWhole: true, to: &outcome, deliver)
        case .page:
            let page = try whole(&input, head: head, limit: limits.itemBytes)
            try hand(on: .page(page), isWhole: true, to: &outcome, deliver)
        case .feed:
            try hand(on: .feed(try whole(&input, head: head, limit: limits.feedBytes)), to: &outcome, deliver)
        case .subscriptions:
            try hand(on: .subscriptions(try whole(&input, head: head, limit: limits.itemBytes)), to: &outcome, deliver)
        case .mail: try readMail(try whole(&input, head: head, limit: limits.itemBytes), into: &outcome, deliver)
        case .jsonLines: try readLines(&input, head: head, into: &outcome, deliver)
        case .json: try readJSON(try whole(&input, head: head, limit: limits.itemBytes), into: &outcome, deliver)
        case .gdelt(let kind): try readGdelt(kind, &input, head: head, into: &outcome, deliver)
        case .acled: try readAcled(&input, head: head, into: &outcome, deliver)
        case .unknown(let reason): throw IntakeError.refused(name: origin.description, reason: reason)
        }
    }

    private func hand(
        on content: IncomingItem.Content, _ particulars: IncomingItem.Particulars = .init(), isWhole: Bool = false,
        to outcome: inout Intake.Outcome, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        try deliver(
            IncomingItem(origin: origin, particulars: particulars, content: content, isWholeFile: isWhole))
        outcome.items += 1
    }

    private func readMail(
        _ bytes: [UInt8], into outcome: inout Intake.Outcome, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        let mail = MailMessage(bytes)
        for note in mail.notes { outcome.warnings.add("\(origin): \(note)") }
        switch mail.content {
        case .text(let text): try hand(on: .text(text), mail.particulars, isWhole: true, to: &outcome, deliver)
        case .page(let page): try hand(on: .page(page), mail.particulars, isWhole: true, to: &outcome, deliver)
        }
    }

    private func readJSON(
        _ bytes: [UInt8], into outcome: inout Intake.Outcome, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        let answers: [Result<JSONItemLine.Item, JSONItemLine.Fault>]
        do throws(JSONItemLine.Fault) {
            answers = try bytes.withUnsafeBufferPointer { bytes throws(JSONItemLine.Fault) in
                try JSONItemLine.items(bytes)
            }
        } catch {
            throw IntakeError.refused(name: origin.description, reason: error.description)
        }
        let isWhole = bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
        for (index, answer) in answers.enumerated() {
            switch answer {
            case .success(let item):
                if let note = item.note { outcome.warnings.add("\(origin), item \(index + 1): \(note)") }
                try hand(on: .text(item.text), item.particulars, isWhole: isWhole, to: &outcome, deliver)
            case .failure(let fault):
                outcome.leftOut += 1
                outcome.warnings.add("\(origin), item \(index + 1): \(fault)")
            }
        }
    }

    // MARK: What comes in lines

    private func readLines(
        _ input: inout PackedInput, head: [UInt8], into outcome: inout Intake.Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        var lines = JSONItemLines(origin: origin, limit: limits.lineBytes)
        defer {
            outcome.items += lines.items
            outcome.leftOut += lines.leftOut
            outcome.warnings.add(lines.warnings)
        }
        try pieces(of: &input, head: head) { try lines.append($0, deliver) }
        try lines.finish(deliver)
    }

    private func readGdelt(
        _ kind: GdeltFileKind, _ input: inout PackedInput, head: [UInt8], into outcome: inout Intake.Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        let (longest, batch) = (limits.lineBytes, limits.rows)
        switch kind {
        case .events:
            let reader = GdeltReader<GdeltEvent>(lineLimit: longest, batch: batch)
            try readRows(&input, head: head, reader, as: IncomingItem.Content.events, into: &outcome, deliver)
        case .mentions:
            let reader = GdeltReader<GdeltMention>(lineLimit: longest, batch: batch)
            try readRows(&input, head: head, reader, as: IncomingItem.Content.mentions, into: &outcome, deliver)
        case .knowledge:
            let reader = GdeltReader<GdeltKnowledge>(lineLimit: longest, batch: batch)
            try readRows(&input, head: head, reader, as: IncomingItem.Content.knowledge, into: &outcome, deliver)
        case .version1(let what):
            throw IntakeError.refused(name: origin.description, reason: GdeltFileKind.refusal(of: what))
        }
    }

    private func readAcled(
        _ input: inout PackedInput, head: [UInt8], into outcome: inout Intake.Outcome,
        _ deliver: (IncomingItem) throws -> Void
    ) throws {
        let reader = AcledReader(recordLimit: limits.lineBytes, batch: limits.rows)
        do {
            try readRows(&input, head: head, reader, as: IncomingItem.Content.conflicts, into: &outcome, deliver)
        } catch let refusal as AcledRefusal {
            throw IntakeError.refused(name: origin.description, reason: refusal.description)
        }
    }

    private func readRows<Reader: RowReader>(
        _ input: inout PackedInput, head: [UInt8], _ reader: Reader, as content: ([Reader.Row]) -> IncomingItem.Content,
        into outcome: inout Intake.Outcome, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        var reader = reader
        var items = 0
        defer {
            outcome.items += items
            outcome.warnings.add(reader.warnings, prefix: "\(origin), ")
        }
        func show(_ rows: [Reader.Row], from line: Int) throws {
            var origin = origin
            origin.line = line
            try deliver(IncomingItem(origin: origin, content: content(rows)))
            items += 1
        }
        try pieces(of: &input, head: head) { try reader.append($0, show) }
        try reader.finish(show)
    }

    /// Shows the head and then everything after it, piece by piece.
    private func pieces(
        of input: inout PackedInput, head: [UInt8], _ show: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var piece = head
        while !piece.isEmpty {
            try piece.withUnsafeBufferPointer(show)
            piece = try input.read(1 << 18)
        }
    }
}
