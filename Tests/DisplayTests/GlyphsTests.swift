import Display
import Testing

@Suite struct GlyphsTests {
    private static let wider = ["ellipsis", "triggers", "from", "relation", "both"]

    private func signs(of glyphs: Glyphs) -> [(name: String, sign: String)] {
        Mirror(reflecting: glyphs).children.flatMap { child -> [(String, String)] in
            let name = child.label ?? ""
            if let list = child.value as? [String] { return list.map { (name, $0) } }
            return [(name, child.value as? String ?? "")]
        }
    }

    /// Panes count on a sign a column, whichever set they draw with.
    @Test func areOneColumnWide() {
        for (name, sign) in signs(of: .unicode) { #expect(TextWidth.columns(of: sign) == 1, "\(name)") }
        for (name, sign) in signs(of: .ascii) {
            #expect(sign.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(name)")
            #expect(sign.utf8.count == 1 || Self.wider.contains(name) && sign.utf8.count <= 3, "\(name)")
        }
    }

    /// No state is told by colour alone.
    @Test(arguments: [Glyphs.unicode, .ascii])
    func statesOfRungsDiffer(glyphs: Glyphs) {
        let states = [
            glyphs.rungReached, glyphs.rungUnderway, glyphs.rungAnnounced, glyphs.rungThreatened,
            glyphs.rungConsidered, glyphs.rungConditional, glyphs.rungNotReached, glyphs.rungStoodDown,
        ]
        #expect(Set(states).count == states.count)
    }
}
