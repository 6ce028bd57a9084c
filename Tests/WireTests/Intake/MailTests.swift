import SituationModel
import TestSupport
import Testing

@testable import Wire

@Suite struct MailTests {
    private func mail(_ text: String) -> MailMessage {
        MailMessage(Array(text.replacing("\n", with: "\r\n").utf8))
    }

    private func text(_ mail: MailMessage) -> String? {
        if case .text(let text) = mail.content { text } else { nil }
    }

    @Test func aPlainMail() {
        let mail = mail(
            """
            From: "Desk, Night" <night@desk.example>
            Subject: Harbour
             closed
            Date: Fri, 18 Oct 2024 14:05:00 +0900 (KST)
            Message-ID: <a1@desk.example>

            The harbour was closed.
            No reason was given.
            """)
        #expect(text(mail) == "The harbour was closed.\nNo reason was given.")
        #expect(mail.particulars.title == "Harbour closed")
        #expect(mail.particulars.author == "Desk, Night")
        #expect(mail.particulars.id == "a1@desk.example")
        #expect(mail.particulars.published == Instant("2024-10-18T05:05:00Z"))
        #expect(mail.notes.isEmpty)
    }

    @Test func encodedWordsAreReadAlsoWhenACharacterIsCutInTwo() {
        func subject(_ text: String) -> String? { mail("Subject: \(text)\n\n").particulars.title }
        #expect(subject("=?utf-8?Q?Se=C3=BAl_weighs?= arms") == "Seúl weighs arms")
        #expect(subject("=?UTF-8?B?6ri07J6l?=") == "긴장")
        #expect(subject("=?utf-8?B?6ri0?= =?utf-8?B?7J6l?=") == "긴장")
        // The three bytes of 긴 in two words.
        #expect(subject("=?utf-8?Q?=EA=B8?=\n =?utf-8?Q?=B4?= x") == "긴 x")
        #expect(subject("=?euc-kr?B?seTA5Q==?=") == "긴장")
        #expect(subject("=?iso-8859-1*en?Q?caf=E9?= =?bad?=") == "café =?bad?=")
    }

    @Test func ofAlternativesThePlainTextIsTaken() {
        let parts = """
            Content-Type: multipart/alternative; boundary="b 1"

            preamble
            --b 1
            Content-Type: text/html; charset=utf-8

            <p>as a page</p>
            --b 1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            =E2=80=9CWe would consider=E2=80=9D, he sa=
            id.
            --b 1--
            epilogue
            """
        #expect(text(mail(parts)) == "“We would consider”, he said.")
        guard case .page(let page) = mail(parts.replacing("text/plain", with: "text/html")).content else {
            Issue.record("no page")
            return
        }
        #expect(page.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func partsBesideOneAnotherAreReadInOrderAndAttachmentsNamed() {
        let mail = mail(
            """
            Content-Type: multipart/mixed; boundary=x

            --x

            first
            --x
            Content-Type: application/pdf; name="plan.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0x
            --x
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: base64

            k3NlY29uZJQ=
            """)
        #expect(text(mail) == "first\n\n“second”")
        #expect(mail.notes == ["the attachment “plan.pdf” is not read"])
    }

    @Test func brokenLinesOfFlowedTextAreJoined() {
        let mail = mail("Content-Type: text/plain; format=flowed\n\nOne sentence \nover lines.\n\n-- \nDesk")
        #expect(text(mail) == "One sentence over lines.\n\n-- \nDesk")
    }

    @Test(arguments: [
        ("18 Oct 2024 14:05 GMT", "2024-10-18T14:05:00Z"), ("Fri, 18 Oct 24 14:05:09 EDT", "2024-10-18T18:05:09Z"),
        ("Fri,18 Oct 2024 14:05:00 -0030", "2024-10-18T14:35:00Z"),
        ("1 January 99 0:00:00 +0000", "1999-01-01T00:00:00Z"),
        ("Fri, 18 Oct 2024 14:05:00 +0900 (KST)", "2024-10-18T05:05:00Z"), ("31 Feb 2024 14:05 GMT", nil),
        ("yesterday", nil), ("", nil), ("18 Oct 2024 25:05 GMT", nil),
    ])
    func dates(text: String, expected: String?) {
        #expect(FeedDate.instant(text) == expected.flatMap { Instant($0) })
    }

    @Test func deepAndManyPartsEnd() {
        let many = "Content-Type: multipart/mixed; boundary=x\n\n" + String(repeating: "--x\n\na\n", count: 5_000)
        #expect(mail(many).notes.contains("too many parts; the rest is left out") || text(mail(many)) != nil)
        let deep = (0..<400).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(mail(deep).notes.contains("too many parts; the rest is left out"))
    }

    @Test func whateverComesIsReadAsSomething() {
        let pieces = [
            "Content-Type: multipart/alternative; boundary=x\r\n", "\r\n", "--x\r\n", "--x--", "=?utf-8?B?", "?=",
            "=E2",
            "Content-Transfer-Encoding: base64\r\n", "Subject: ", " \t", "\"", ";", "charset=utf-16", ": ", "\u{80}",
            "(((",
        ]
        var random = SeededGenerator(seed: 13)
        for _ in 0..<1_000 {
            let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in random.pick(pieces) }.joined()
            _ = MailMessage(Array(text.utf8))
        }
    }
}
