import SituationModel

/// A mail as a file, `.eml`: its particulars, and the text in it.
///
/// Written here rather than taken from GMime, the maintained library in Debian: that one would bring GLib and GPGME to
/// every user for the few forms that a mailed text comes in, and no Swift package reads mail without a network stack.
/// Signatures are not checked, encrypted parts and attachments not opened.
package struct MailMessage: Sendable {
    /// What to read: text, or a page where the mail has nothing else.
    package enum Content: Sendable {
        case text(String)
        case page([UInt8])
    }

    package var particulars: IncomingItem.Particulars
    package var content: Content
    /// What was left out or could not be read.
    package var notes: [String]

    /// Reads a mail; never fails, as everything can be read as one.
    package init(_ bytes: [UInt8]) {
        // Mailbox files put a line “From somebody at a time” before the header.
        let start = bytes.starts(with: "From ".utf8) ? (bytes.firstIndex(of: 0x0A) ?? -1) + 1 : 0
        let (header, end) = MailHeader.read(bytes[start...])
        let body = MailBody(header, bytes[end...])
        notes = body.notes
        let date = header.text("date")
        particulars = IncomingItem.Particulars(
            id: header.text("message-id").map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) },
            title: header.text("subject"), author: header.text("from").map(Self.name),
            published: date.flatMap { FeedDate.instant($0) },
            language: header.text("content-language").map { String($0.prefix { $0 != "," && $0 != " " }) })
        if let date, particulars.published == nil {
            notes.append("the date “\(date.prefix(60))” is none that is known")
        }
        let texts = body.readings.compactMap { reading in
            if case .text(let text) = reading { text } else { nil }
        }
        let pages = body.readings.compactMap { reading in
            if case .page(let page) = reading { page } else { nil }
        }
        if let page = pages.first, !texts.contains(where: { $0.contains { !$0.isWhitespace } }) {
            content = .page(page)
            if pages.count > 1 { notes.append("of \(pages.count) HTML parts the first is read") }
        } else {
            content = .text(texts.joined(separator: "\n\n"))
            if !pages.isEmpty { notes.append("the HTML parts beside the text are not read") }
        }
    }

    /// The name in `Name <address>`, or the address where there is no name.
    private static func name(_ from: String) -> String {
        guard let bracket = from.firstIndex(of: "<") else { return from }
        let name = from[..<bracket].filter { $0 != "\"" }.split(separator: " ").joined(separator: " ")
        return name.isEmpty ? String(from[from.index(after: bracket)...].prefix { $0 != ">" }) : name
    }
}
