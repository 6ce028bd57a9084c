/// Which of GDELT's tables a file holds, told by its first row, as the files have no header.
package enum GdeltFileKind: Hashable, Sendable {
    /// `*.export.CSV`, 61 columns.
    case events
    /// `*.mentions.CSV`, 16 columns.
    case mentions
    /// `*.gkg.csv`, 27 columns.
    case knowledge
    /// A table of GDELT 1.0, which looks alike and means other things by some columns; with what it holds.
    case version1(String)

    /// The kind by the columns of the first row and by what begins it; `nil` for what is no such file.
    package init?(firstLine: some Collection<UInt8>) {
        let columns = firstLine.count { $0 == 0x09 } + 1
        let first = firstLine.prefix { $0 != 0x09 }
        let second = firstLine.dropFirst(first.count + 1).prefix { $0 != 0x09 }
        let isNumber = !first.isEmpty && first.allSatisfy(Self.isDigit)
        switch columns {
        case GdeltEvent.columns where isNumber: self = .events
        case GdeltMention.columns where isNumber && second.count == 14: self = .mentions
        // 20150218230000-0, or -T0 where it was translated.
        case GdeltKnowledge.columns
        where first.count > 15 && first.prefix(14).allSatisfy(Self.isDigit) && second.count == 14:
            self = .knowledge
        case 57 where isNumber && second.count == 8, 58 where isNumber && second.count == 8:
            self = .version1("events")
        case 11 where first.count == 8 && isNumber || first.elementsEqual("DATE".utf8):
            self = .version1("GKG records")
        case 15 where first.count == 8 && isNumber || first.elementsEqual("DATE".utf8):
            self = .version1("GKG counts")
        default: return nil
        }
    }

    /// Why a file of GDELT 1.0 is not read.
    package static func refusal(of what: String) -> String {
        "these are \(what) of GDELT 1.0; only GDELT 2.0 is read (61 columns of events, 16 of mentions, 27 of GKG)"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
